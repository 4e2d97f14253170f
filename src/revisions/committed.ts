import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import type { SourceLocation } from '../core/source.ts';
import type { CommittedFile, Repository } from '../git/repository.ts';
import { readText } from '../modules/files.ts';
import type { Outline } from '../modules/outline.ts';
import type { Node, RevisionGraph } from './graph.ts';
import { isRevisionFile, isRevisionFolder } from './load.ts';
import { fileStem, literalConstants, type Revision, toRevision } from './revision.ts';

/** The revisions of a commit, and those that cannot be told. */
export interface CommittedRevisions {
	/** By id. Their places are the beginnings of their files. */
	readonly revisions: ReadonlyMap<string, Revision>;
	readonly problems: readonly GenSqlError[];
}

/** All files of a commit, by path. */
type Tree = ReadonlyMap<string, CommittedFile>;

/** A file whose text can be read; its content may be that of another path. */
type TextFile = Pick<CommittedFile, 'path' | 'blob'>;

/** The values of what a revision exports beside its functions. */
type Constants = Readonly<Record<string, unknown>>;

/** As many links may lead to each other. */
const MAX_LINKS = 8;

/** Reads what revisions commits have, from their text: nothing of a commit is run. */
export class CommitReader {
	readonly #project: Project;
	readonly #graph: RevisionGraph;
	readonly #repository: Repository;
	readonly #byFile: ReadonlyMap<string, Node>;
	/** What was read, by blob and path: most revisions are the same in most commits. */
	readonly #known = new Map<string, Revision | GenSqlError | undefined>();

	/** @param graph - The revisions of the work tree. */
	constructor(project: Project, graph: RevisionGraph, repository: Repository) {
		this.#project = project;
		this.#graph = graph;
		this.#repository = repository;
		this.#byFile = new Map([...graph.nodes.values()].map((node) => [node.file, node]));
	}

	/**
	 * The revisions in the version locations of a commit. Where a file of the work tree is elsewhere in the commit, its
	 * folder there was a version location, too.
	 *
	 * @param commit - Its id.
	 * @param name - What messages call it.
	 * @throws {GenSqlError} GIT_FAILED.
	 */
	async load(commit: string, name: string): Promise<CommittedRevisions> {
		const tree = new Map((await this.#repository.files(commit, '')).map((file) => [file.path, file]));
		const paths = [...tree.keys()];
		const locations = this.#locations();
		const present = paths.filter((path) => locations.some((location) => this.#isIn(location, path)));
		const found = await this.#read(tree, present, name);
		const before = this.#formerFolders(paths, found);
		if (before.size === 0) return found;
		const moved = paths.filter((path) => before.has(posix.dirname(path)) && isRevisionFile(posix.basename(path)));
		const further = await this.#read(tree, moved, name);
		const there = [...further.revisions].filter(([id]) => this.#graph.nodes.has(id));
		const folders = new Set(there.map(([, { file }]) => dirname(file)));
		return {
			revisions: new Map([
				...[...further.revisions].filter(([, { file }]) => folders.has(dirname(file))),
				...found.revisions,
			]),
			problems: [...found.problems, ...further.problems.filter(({ at }) => at && folders.has(dirname(at.file)))],
		};
	}

	#locations(): readonly string[] {
		const { revisions } = this.#project;
		return revisions
			.filter((folder) => existsSync(folder))
			.map((folder) => this.#repository.pathOf(realpathSync(folder)));
	}

	#isIn(location: string, path: string): boolean {
		const start = location === '' ? '' : `${location}/`;
		if (!path.startsWith(start) || !isRevisionFile(posix.basename(path))) return false;
		const folders = path.slice(start.length).split('/').slice(0, -1);
		return folders.length === 0 || (this.#project.recursiveVersionLocations && folders.every(isRevisionFolder));
	}

	/** Folders with files that are called like those of the work tree which the commit seems to lack, and are no more. */
	#formerFolders(paths: readonly string[], { revisions }: CommittedRevisions): ReadonlySet<string> {
		const lacking = [...this.#graph.nodes.values()].filter(({ id }) => !revisions.has(id));
		const names = new Set(lacking.map(({ file }) => posix.basename(this.#repository.pathOf(file))));
		const moved = paths.filter(
			(path) => names.has(posix.basename(path)) && !existsSync(join(this.#repository.root, path)),
		);
		return new Set(moved.map((path) => posix.dirname(path)));
	}

	async #read(tree: Tree, paths: readonly string[], name: string): Promise<CommittedRevisions> {
		const files = await this.#files(tree, paths);
		const unknown = files.filter((file) => !this.#known.has(keyOf(file)));
		for await (const [file, text] of this.#texts(unknown)) {
			this.#known.set(keyOf(file), await this.#revisionIn(file.path, text, tree, name));
		}
		const found = files.map((file) => this.#known.get(keyOf(file)));
		const revisions = found.flatMap((each) => (each && !isGenSqlError(each) ? [[each.id, each] as const] : []));
		return { revisions: new Map(revisions), problems: found.filter(isGenSqlError) };
	}

	async *#texts<File extends Pick<CommittedFile, 'blob'>>(
		files: readonly File[],
	): AsyncGenerator<readonly [File, string]> {
		const left = files.values();
		for await (const content of this.#repository.contents(files.map(({ blob }) => blob))) {
			const { value } = left.next();
			if (value) yield [value, content.toString().replace(/^\ufeff/, '')];
		}
	}

	/** The files with these paths; one that is a link has the content of the file that it leads to. */
	async #files(tree: Tree, paths: readonly string[]): Promise<readonly TextFile[]> {
		const found: TextFile[] = [];
		let links: readonly (CommittedFile & { readonly link: string })[] = [];
		const add = (path: string, file: CommittedFile | undefined): readonly (typeof links)[number][] => {
			if (file?.isLink) return [{ ...file, link: path }];
			if (file) found.push({ path, blob: file.blob });
			return [];
		};
		links = paths.flatMap((path) => add(path, tree.get(path)));
		for (let round = 0; round < MAX_LINKS && links.length > 0; round++) {
			const further: (typeof links)[number][] = [];
			for await (const [{ path, link }, target] of this.#texts(links)) {
				further.push(...add(link, tree.get(posix.join(posix.dirname(path), target))));
			}
			links = further;
		}
		return found;
	}

	/** Undefined when the file is no revision: then nothing of it is merged. */
	async #revisionIn(path: string, text: string, tree: Tree, name: string): Promise<Revision | GenSqlError | undefined> {
		const file = join(this.#repository.root, path);
		const at: SourceLocation = { file, line: 1, column: 1 };
		try {
			const outline = this.#project.runner.outlineOf(file, text);
			if (!outline.hasStar && !outline.exports.includes('revision')) return undefined;
			const values =
				literalConstants(outline) ?? this.#sameHere(file, text) ?? (await this.#facts(path, outline, tree));
			if (values) return toRevision(file, values, outline.comment, () => at);
		} catch (error) {
			if (!isGenSqlError(error) || error.code === 'GIT_FAILED') throw error;
			return undefined;
		}
		return new GenSqlError('REVISION_INVALID', `the constants of ${path} of ${name} are no plain literals`, {
			at,
			hint: 'write them as plain literals: no code of another commit is run to know them',
		});
	}

	/** The constants of the file of the work tree, when it has the same text: it was run for them. */
	#sameHere(file: string, text: string): Constants | undefined {
		const node = this.#byFile.get(file);
		if (!node || withLineFeeds(readText(file)) !== withLineFeeds(text)) return undefined;
		const { id, downRevisions, branchLabels, dependsOn } = node;
		return { revision: id, downRevision: downRevisions, branchLabels, dependsOn };
	}

	/** The constants that stand under `out/`. */
	async #facts(path: string, { literals }: Outline, tree: Tree): Promise<Constants | undefined> {
		const { out, database, dialect } = this.#project;
		const file = join(out, database, dialect.name, `${fileStem(path)}.json`);
		const facts = this.#repository.holds(file) ? tree.get(this.#repository.pathOf(file)) : undefined;
		for await (const [, text] of this.#texts(facts ? [facts] : [])) return { ...literals, ...parsedFacts(text) };
		return undefined;
	}
}

const keyOf = ({ blob, path }: TextFile): string => `${blob} ${path}`;

const withLineFeeds = (text: string): string => text.replaceAll('\r\n', '\n');

/** Facts that are damaged lack what a revision needs. */
function parsedFacts(text: string): Constants {
	try {
		return JSON.parse(text) as Constants;
	} catch {
		return {};
	}
}
