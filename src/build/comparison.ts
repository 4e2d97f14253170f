import { basename } from 'node:path';
import type { Project } from '../config/project.ts';
import { sha256 } from '../core/hash.ts';
import { linksIn, textIfThere } from '../modules/files.ts';
import type { Artifact } from '../revisions/artifacts.ts';
import type { Node, RevisionGraph } from '../revisions/graph.ts';
import { headsFile, renderHeads } from '../revisions/heads-file.ts';
import { fileStem } from '../revisions/revision.ts';
import { isAsWritten, parseFacts, SUFFIXES } from '../revisions/versioned-facts.ts';
import { isSameText, orphans, outFolder } from './out-folder.ts';

/**
 * How a file under `out/` differs from what it should be.
 *
 * - `missing`: it is not there.
 * - `outdated`: the revision renders to something else now.
 * - `edited`: it is not as gen-sql wrote it, or a link stands in its place.
 * - `extra`: gen-sql wrote it for a revision that is gone, or whose file has another name.
 * - `kept`: the same, but somebody has changed it; a build leaves it alone.
 */
export type FileState = 'missing' | 'outdated' | 'edited' | 'extra' | 'kept';

/** A versioned file that is not what it should be. */
export interface FileChange {
	/** Absolute path. */
	readonly file: string;
	readonly state: FileState;
	/** The revision it is of; undefined for the file of the heads. */
	readonly revision: string | undefined;
	/** Where it begins to differ; 1 when it is missing or of no revision. */
	readonly line: number;
}

/**
 * Compares the versioned files of a database with what its revisions render to, one revision after the other. What was
 * rendered is not kept.
 */
export class OutComparison {
	readonly #project: Project;
	readonly #changes: FileChange[] = [];
	readonly #stems = new Set<string>();
	readonly #digests = new Map<string, string>();
	readonly #links: ReadonlySet<string>;
	/** The files that are of no revision alone, as they should be: that of the heads. */
	readonly others: readonly Artifact[];

	constructor(project: Project, graph: RevisionGraph) {
		this.#project = project;
		this.#links = linksIn(outFolder(project));
		this.others = graph.nodes.size > 0 ? [{ file: headsFile(project), text: renderHeads(graph) }] : [];
	}

	/**
	 * Look at the files of a revision.
	 *
	 * @param artifacts - What they are to hold.
	 * @throws {GenSqlError} FILE_UNREADABLE.
	 */
	see(node: Node, artifacts: readonly Artifact[]): void {
		this.skip(node);
		const changes = changesOf(node.id, artifacts, this.#links);
		if (changes.length === 0) return;
		this.#changes.push(...changes);
		this.#digests.set(node.id, digestOf(artifacts));
	}

	/** Take note of a revision that cannot be rendered: its files stay as they are. */
	skip({ file }: Node): void {
		this.#stems.add(fileStem(file));
	}

	/**
	 * What is not as it should be, by revision, when all of them were seen.
	 *
	 * @throws {GenSqlError} FILE_UNREADABLE.
	 */
	end(): readonly FileChange[] {
		const extra = orphans(outFolder(this.#project), this.#stems).flatMap(({ revision, files, edited }) => [
			...files.map((file): FileChange => ({ file, state: 'extra', revision, line: 1 })),
			...edited.map((file): FileChange => ({ file, state: 'kept', revision, line: 1 })),
		]);
		return [...this.#changes, ...changesOf(undefined, this.others), ...extra];
	}

	/** The revisions whose files are to be written. */
	get changed(): Iterable<string> {
		return this.#digests.keys();
	}

	/** Whether one of them renders to the same when it is rendered again. */
	isStable(id: string, artifacts: readonly Artifact[]): boolean {
		return this.#digests.get(id) === digestOf(artifacts);
	}
}

const digestOf = (artifacts: readonly Artifact[]): string => sha256(artifacts.map(({ text }) => text).join('\0'));

function changesOf(
	revision: string | undefined,
	artifacts: readonly Artifact[],
	links: ReadonlySet<string> = new Set(),
): readonly FileChange[] {
	const texts = artifacts.map(({ file }) => textIfThere(file));
	const isLink = ({ file }: Artifact): boolean => links.has(basename(file));
	if (!artifacts.some(isLink) && artifacts.every(({ text }, index) => text === texts[index])) return [];
	const facts = parseFacts(texts.at(-1) ?? '');
	return artifacts.flatMap((artifact, index): readonly FileChange[] => {
		const { file, text: wanted } = artifact;
		const text = texts[index];
		if (text === undefined) return [{ file, state: 'missing', revision, line: 1 }];
		// Git keeps the path of a link, and not the script.
		if (isLink(artifact)) return [{ file, state: 'edited', revision, line: 1 }];
		if (isSameText(text, wanted)) return [];
		const written = facts && (file.endsWith(SUFFIXES.upgrade) ? facts.upgrade : facts.downgrade);
		const isEdited = written !== undefined && !file.endsWith(SUFFIXES.facts) && !isAsWritten(written, text);
		return [{ file, state: isEdited ? 'edited' : 'outdated', revision, line: firstDifference(text, wanted) }];
	});
}

/** The first line in which two texts differ; it counts from 1. */
function firstDifference(text: string, wanted: string): number {
	const [lines, others] = [text, wanted].map((each) => each.split(/\r?\n/)) as [string[], string[]];
	const at = lines.findIndex((line, index) => line !== others[index]);
	return at < 0 ? lines.length : at + 1;
}
