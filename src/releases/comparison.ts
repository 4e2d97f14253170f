import { join, resolve } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import type { SourceLocation } from '../core/source.ts';
import { oneLine } from '../core/text.ts';
import { textIfThere } from '../modules/files.ts';
import type { Artifact, RevisionArtifacts } from '../revisions/artifacts.ts';
import type { Node, RevisionGraph } from '../revisions/graph.ts';
import { type NoWayBack, parseFacts, type ScriptFacts, SUFFIXES } from '../revisions/versioned-facts.ts';
import { shownIds } from '../script/plan.ts';
import { type BodyStatement, bodyOf, firstDifference } from './body-meaning.ts';
import { parameterDifference } from './parameter-meaning.ts';
import { damaged, type Frozen, type FrozenVersion } from './read-releases.ts';
import { digest } from './release.ts';

/** A script of a revision, and what is known of it. */
interface ScriptVersion {
	readonly text: string;
	readonly facts: ScriptFacts | NoWayBack;
}

type Way = 'upgrade' | 'downgrade';

/**
 * Compares the revisions of a database with what they were when they were released. The same meaning is the same,
 * whatever the text.
 */
export class ReleaseComparison {
	readonly #project: Project;
	readonly #frozen: ReadonlyMap<string, Frozen>;
	readonly #changes: GenSqlError[] = [];
	readonly #damages = new Map<string, GenSqlError>();

	constructor(project: Project, frozen: ReadonlyMap<string, Frozen>) {
		this.#project = project;
		this.#frozen = frozen;
	}

	/** Look at a revision. @throws {GenSqlError} FILE_UNREADABLE. */
	async see(node: Node, artifacts: RevisionArtifacts): Promise<void> {
		const frozen = this.#frozen.get(node.id);
		if (frozen?.versions.length === 0) this.#note(node.id, 'is there again', node.placeOf('revision'));
		for (const version of frozen?.versions ?? []) {
			this.#compareParents(node, version);
			// What another dialect says cannot be compared.
			if (version.dialect !== this.#project.dialect.name) continue;
			for (const way of ['upgrade', 'downgrade'] as const) await this.#compare(way, node, artifacts, version);
		}
	}

	/** All that has changed, when every revision was seen. */
	end(graph: RevisionGraph): readonly GenSqlError[] {
		for (const [id, { versions }] of this.#frozen) {
			const [first] = versions;
			if (!first || graph.nodes.has(id)) continue;
			const at = { file: join(first.folder, first.revision.stem + SUFFIXES.upgrade), line: 1, column: 1 };
			this.#note(id, 'is gone', at, 'bring its file back; what is to be undone goes into a new revision');
		}
		return this.#changes;
	}

	/** The files that would have been compared, and are not as they were written. */
	get damages(): readonly GenSqlError[] {
		return [...this.#damages.values()];
	}

	#note(id: string, what: string, at: SourceLocation, hint = `${WRITE_ANOTHER} ${id} --reason "…"\``): void {
		const release = this.#frozen.get(id)?.release;
		const message = `the revision ${id}, released with ${release}, ${what}`;
		this.#changes.push(new GenSqlError('RELEASE_CHANGED', message, { at, hint }));
	}

	#compareParents(node: Node, { revision }: FrozenVersion): void {
		for (const [was, is, name, what] of [
			[revision.downRevision, node.downRevisions, 'downRevision', 'follows'],
			[revision.dependencies, node.dependencies, 'dependsOn', 'depends on'],
		] as const) {
			if ([...was].sort().join() === [...is].sort().join()) continue;
			this.#note(node.id, `${what} ${shownIds(is)} now, and did ${shownIds(was)}`, node.placeOf(name));
		}
	}

	async #compare(way: Way, node: Node, { facts, files }: RevisionArtifacts, version: FrozenVersion): Promise<void> {
		if (facts[way].sha256 === version.revision[way]) return;
		const before = this.#frozenScript(version, way);
		const after = { text: textOf(files, way), facts: facts[way] };
		const found = before && (await this.#difference(before, after));
		if (!found) return;
		const at = placeOf(found.at, this.#project.root) ?? node.placeOf(way);
		this.#note(node.id, `has another ${way} now: ${found.what}`, at);
	}

	/** A script as it was released; undefined when a file is damaged. */
	#frozenScript({ folder, revision }: FrozenVersion, way: Way): ScriptVersion | undefined {
		const text = this.#intact(join(folder, revision.stem + SUFFIXES[way]), revision[way]);
		const facts = this.#intact(join(folder, revision.stem + SUFFIXES.facts), revision.facts);
		const known = facts === undefined ? undefined : parseFacts(facts);
		return text !== undefined && known ? { text, facts: known[way] } : undefined;
	}

	/** The text of a file, when it is as it was written. */
	#intact(file: string, wanted: string): string | undefined {
		const text = textIfThere(file);
		if (text !== undefined && digest(text) === wanted) return text;
		this.#damages.set(file, damaged(file, text === undefined ? 'is missing' : 'was changed'));
		return undefined;
	}

	async #difference(
		before: ScriptVersion,
		after: ScriptVersion,
	): Promise<{ readonly what: string; readonly at?: string | undefined } | undefined> {
		const [was, is] = [before.facts, after.facts];
		if ('irreversible' in was) return 'irreversible' in is ? undefined : { what: 'there was no way back' };
		if ('irreversible' in is) return { what: 'there is no way back' };
		const { dialect } = this.#project;
		const first = firstDifference(
			await bodyOf(before.text, was.statements, dialect),
			await bodyOf(after.text, is.statements, dialect),
		);
		if (first) return { what: told(first.before, first.after), at: first.after?.facts.source };
		const what = await parameterDifference(was.parameters, is.parameters, dialect);
		return what === undefined ? undefined : { what };
	}
}

const WRITE_ANOTHER = 'write a new revision; if no database has run this one: `gen-sql release --amend';

/** `"DROP TABLE a" instead of "DROP TABLE b"` */
function told(before: BodyStatement | undefined, after: BodyStatement | undefined): string {
	if (!after) return `${shown(before)} is not there any more`;
	if (!before) return `${shown(after)} is new`;
	if (before.meaning === after.meaning) return `${shown(after)} has other needs of the transaction around it`;
	return `${shown(after, before)} instead of ${shown(before, after)}`;
}

const SHOWN = 60;

/** A statement in quotes: the part of it in which it differs from another. */
function shown(statement: BodyStatement | undefined, other?: BodyStatement): string {
	const text = oneLine(statement?.text ?? '');
	const against = oneLine(other?.text ?? '');
	let same = 0;
	while (same < text.length && text[same] === against[same]) same++;
	const from = text.length > SHOWN ? Math.max(0, Math.min(same - SHOWN / 3, text.length - SHOWN)) : 0;
	const part = text.slice(from, from + SHOWN);
	return `"${from > 0 ? '…' : ''}${part}${from + SHOWN < text.length ? '…' : ''}"`;
}

const textOf = (files: readonly Artifact[], way: Way): string =>
	files.find(({ file }) => file.endsWith(SUFFIXES[way]))?.text ?? '';

/** The place that facts name: `revisions/1975_user.ts:12:5`. */
function placeOf(source: string | undefined, root: string): SourceLocation | undefined {
	const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(source ?? '') ?? [];
	return file === undefined ? undefined : { file: resolve(root, file), line: Number(line), column: Number(column) };
}
