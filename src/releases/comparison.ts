import { join, resolve } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import type { SourceLocation } from '../core/source.ts';
import { oneLine } from '../core/text.ts';
import { textIfThere } from '../modules/files.ts';
import type { Artifact, RevisionArtifacts } from '../revisions/artifacts.ts';
import type { Node, RevisionGraph } from '../revisions/graph.ts';
import {
	type NoWayBack,
	parseFacts,
	type ScriptFacts,
	SUFFIXES,
	type VersionedFacts,
} from '../revisions/versioned-facts.ts';
import { shownIds } from '../script/plan.ts';
import { type BodyStatement, bodyOf, firstDifference } from './body-meaning.ts';
import { damaged, type Frozen } from './read-releases.ts';

/** A script of a revision, and what is known of it. */
interface Version {
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
	readonly #frozen: ReadonlyMap<string, readonly Frozen[]>;
	readonly #problems: GenSqlError[] = [];

	constructor(project: Project, frozen: ReadonlyMap<string, readonly Frozen[]>) {
		this.#project = project;
		this.#frozen = frozen;
	}

	/** Look at a revision. @throws {GenSqlError} FILE_UNREADABLE. */
	async see(node: Node, artifacts: RevisionArtifacts): Promise<void> {
		for (const frozen of this.#frozen.get(node.id) ?? []) {
			this.#compareParents(node, frozen);
			// What another dialect says cannot be compared.
			if (frozen.dialect !== this.#project.dialect.name) continue;
			for (const way of ['upgrade', 'downgrade'] as const) await this.#compare(way, node, artifacts, frozen);
		}
	}

	/** All that has changed, when every revision was seen. */
	end(graph: RevisionGraph): readonly GenSqlError[] {
		const gone = [...this.#frozen.values()].flatMap((all): readonly GenSqlError[] => {
			const [frozen] = all;
			if (!frozen || graph.nodes.has(frozen.revision.revision)) return [];
			const at = { file: join(frozen.folder, frozen.revision.stem + SUFFIXES.upgrade), line: 1, column: 1 };
			return [changed(frozen, 'is gone', at, 'bring its file back; what is to be undone goes into a new revision')];
		});
		return [...this.#problems, ...gone];
	}

	#compareParents(node: Node, frozen: Frozen): void {
		const { revision } = frozen;
		for (const [was, is, name, what] of [
			[revision.downRevision, node.downRevisions, 'downRevision', 'follows'],
			[revision.dependencies, node.dependencies, 'dependsOn', 'depends on'],
		] as const) {
			if ([...was].sort().join() === [...is].sort().join()) continue;
			const now = `${what} ${shownIds(is)} now, and did ${shownIds(was)}`;
			this.#problems.push(changed(frozen, now, node.placeOf(name)));
		}
	}

	async #compare(way: Way, node: Node, { facts, files }: RevisionArtifacts, frozen: Frozen): Promise<void> {
		if (facts[way].sha256 === frozen.revision[way]) return;
		const before = frozenVersion(frozen, way);
		if (before instanceof GenSqlError) return void this.#problems.push(before);
		const after = { text: textOf(files, way), facts: facts[way] };
		const found = await this.#difference(before, after);
		if (!found) return;
		const at = placeOf(found.at, this.#project.root) ?? node.placeOf(way);
		this.#problems.push(changed(frozen, `has another ${way} now: ${found.what}`, at));
	}

	async #difference(
		before: Version,
		after: Version,
	): Promise<{ readonly what: string; readonly at?: string | undefined } | undefined> {
		const [was, is] = [before.facts, after.facts];
		if ('irreversible' in was) return 'irreversible' in is ? undefined : { what: 'there was no way back' };
		if ('irreversible' in is) return { what: 'there is no way back' };
		const { dialect } = this.#project;
		const first = firstDifference(
			await bodyOf(before.text, was.statements, dialect),
			await bodyOf(after.text, is.statements, dialect),
		);
		return first && { what: told(first.before, first.after), at: first.after?.facts.source };
	}
}

const WRITE_ANOTHER = 'write a new revision; if no database has run this one: `gen-sql release --amend';

const changed = (frozen: Frozen, what: string, at: SourceLocation, hint?: string): GenSqlError => {
	const { release, revision } = frozen;
	return new GenSqlError('RELEASE_CHANGED', `the revision ${revision.revision}, released with ${release}, ${what}`, {
		at,
		hint: hint ?? `${WRITE_ANOTHER} ${revision.revision} --reason "…"\``,
	});
};

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

/** A script as it was released, or what is wrong with it. */
function frozenVersion({ folder, revision }: Frozen, way: Way): Version | GenSqlError {
	const [script, facts] = [SUFFIXES[way], SUFFIXES.facts].map((suffix) => join(folder, revision.stem + suffix));
	const text = textIfThere(script as string);
	const known: VersionedFacts | undefined = parseFacts(textIfThere(facts as string) ?? '');
	if (text === undefined) return damaged(script as string, 'is missing');
	return known ? { text, facts: known[way] } : damaged(facts as string, 'cannot be read');
}

/** The place that facts name: `revisions/1975_user.ts:12:5`. */
function placeOf(source: string | undefined, root: string): SourceLocation | undefined {
	const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(source ?? '') ?? [];
	return file === undefined ? undefined : { file: resolve(root, file), line: Number(line), column: Number(column) };
}
