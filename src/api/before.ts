import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { outFolder } from '../build/out-folder.ts';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import { parseFacts } from '../diff/pair-units.ts';
import { blobTexts } from '../diff/side.ts';
import { CommitFiles } from '../git/commit-files.ts';
import { Repository } from '../git/repository.ts';
import { readText } from '../modules/files.ts';
import { STDIN } from '../report/place.ts';
import type { Before } from '../review/unchanged.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { repositoryOf } from '../revisions/repository-of.ts';
import { type StatementFacts, SUFFIXES } from '../revisions/versioned-facts.ts';
import type { Direction } from '../script/plan.ts';

/** A script of the work tree. */
interface FileNow {
	/** An absolute path, or `-` for standard input. */
	readonly file: string;
	readonly text: string;
}

/**
 * What each of some files was in a commit: at its path, or where it has moved from.
 *
 * @throws {GenSqlError} GIT_FAILED when there is no git, no such commit, or a file lies outside the repository;
 * USAGE_INVALID for standard input.
 */
export async function filesBefore(ref: string, now: readonly FileNow[], cwd: string): Promise<readonly Before[]> {
	const files = await CommitFiles.of(await Repository.of(realPath(cwd)), ref);
	const { repository, commit, blobs } = files;
	const paths = now.map(({ file }) => repository.pathOf(realPath(scriptFile(file, ref))));
	const isSame = now.map(({ text }, index) => files.has(paths[index] ?? '', text));
	const isNew = paths.map((path) => !blobs.has(path));
	const moved = isNew.includes(true) ? await repository.renamedSince(commit) : new Map<string, string>();
	const befores = now.map(({ text }, index): Before | Former => {
		const path = paths[index] ?? '';
		if (isSame[index] || (isNew[index] && files.hasMoved(text))) return 'same';
		const former = isNew[index] ? moved.get(path) : path;
		return former === undefined ? 'nothing' : { path: former };
	});
	return withTexts(files, befores);
}

function scriptFile(file: string, ref: string): string {
	if (file !== STDIN) return file;
	throw new GenSqlError('USAGE_INVALID', `standard input cannot be compared with "${ref}"`, {
		hint: 'name the file, which git knows by its path',
	});
}

/** A script of a revision. */
interface RevisionNow extends FileNow {
	readonly revision: string;
}

/** Where revisions are looked for. */
interface Place {
	readonly project: Project;
	readonly graph: RevisionGraph;
	readonly direction: Direction;
}

/**
 * What each of the scripts of revisions was in a commit, by its versioned files there. Of a revision that has none, the
 * module tells: where that is the same, so is the script.
 *
 * @throws {GenSqlError} GIT_FAILED when there is no git, no such commit, or a module lies outside the repository.
 */
export async function revisionsBefore(
	ref: string,
	now: readonly RevisionNow[],
	{ project, graph, direction }: Place,
): Promise<readonly Before[]> {
	const files = await CommitFiles.of(await repositoryOf(project), ref);
	const folder = folderOf(files.repository, outFolder(project));
	const isSame = now.map(({ file, text }) => folder !== undefined && files.has(folder + basename(file), text));
	const rest = now.filter((_, index) => !isSame[index]);
	const known = new Set(now.flatMap(({ file }, index) => (isSame[index] ? [basename(file)] : [])));
	const scripts =
		folder === undefined || rest.length === 0 ? NONE : await formerScripts(files, folder, direction, known);
	const unbuilt = rest
		.filter(({ revision }) => !scripts.has(revision))
		.map(({ revision }) => graph.node(revision).file);
	const kept = unbuilt.length === 0 ? new Set<string>() : await unchangedModules(files, unbuilt, project);
	const befores = now.map(({ revision }, index): Before | Former => {
		const former = scripts.get(revision);
		if (former && !isSame[index]) return former;
		return isSame[index] || kept.has(graph.node(revision).file) ? 'same' : 'nothing';
	});
	return withTexts(files, befores);
}

const NONE: ReadonlyMap<string, Former> = new Map();

/** The path of a folder from the top of the work tree, with a slash; undefined when it lies elsewhere. */
function folderOf(repository: Repository, folder: string): string | undefined {
	const path = realPath(folder);
	return repository.holds(path) ? `${repository.pathOf(path)}/` : undefined;
}

/** The script of each revision that has versioned files in a commit, but those whose names are known. */
async function formerScripts(
	{ repository, blobs }: CommitFiles,
	folder: string,
	direction: Direction,
	known: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Former>> {
	const { facts: ending } = SUFFIXES;
	const role = direction === 'upgrade' ? 'up' : 'down';
	const scripts = [...blobs.keys()].flatMap((path) => {
		if (!path.startsWith(folder) || !path.endsWith(ending)) return [];
		const script = path.slice(0, -ending.length) + SUFFIXES[direction];
		return blobs.has(script) && !known.has(script.slice(folder.length)) ? [{ path, script }] : [];
	});
	const texts = await blobTexts(
		repository,
		scripts.map(({ path }) => blobs.get(path) ?? ''),
	);
	return new Map(
		scripts.flatMap(({ script }, index) => {
			const facts = parseFacts(texts[index]);
			return facts ? [[facts.revision, { path: script, own: facts.statements?.[role] }] as const] : [];
		}),
	);
}

/** The modules that are in a commit as they are now, there or where they have moved from. */
async function unchangedModules(
	files: CommitFiles,
	modules: readonly string[],
	{ revisions }: Project,
): Promise<ReadonlySet<string>> {
	const { repository, commit, blobs } = files;
	const folders = revisions.map((folder) => repository.pathOf(realPath(folder)));
	const changed = new Set(await repository.changedSince(commit, folders));
	const isUnchanged = (module: string): boolean => {
		const path = repository.pathOf(realPath(module));
		return blobs.has(path) ? !changed.has(path) : files.hasMoved(readText(module));
	};
	return new Set(modules.filter(isUnchanged));
}

/** The path in a commit of a script that may be another one there. */
interface Former {
	readonly path: string;
	/** Which of its lines are of the calls of the revision, where its facts tell. */
	readonly own?: readonly StatementFacts[] | undefined;
}

async function withTexts(
	{ repository, blobs }: CommitFiles,
	befores: readonly (Before | Former)[],
): Promise<readonly Before[]> {
	const wanted = befores.flatMap((before) => (isFormer(before) ? (blobs.get(before.path) ?? []) : []));
	const texts = (await blobTexts(repository, wanted)).values();
	return befores.map((before) => (isFormer(before) ? { text: texts.next().value ?? '', own: before.own } : before));
}

const isFormer = (before: Before | Former): before is Former => typeof before === 'object' && 'path' in before;

/** The path without links of what is there, or is to be. */
function realPath(path: string): string {
	try {
		return realpathSync(path);
	} catch {
		return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
	}
}
