import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, relative, resolve, sep } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import { commitSide, committedFileSide, fileSide, folderSide, narrowed, type Side } from '../diff/side.ts';
import { Repository } from '../git/repository.ts';

/** Where the arguments of a comparison are looked for. */
export interface DiffPlace {
	readonly cwd: string;
	/** The databases of the project; none where there is no project. */
	readonly projects: readonly Project[];
	/** The database whose files alone are compared, when the versioned files of the project are. */
	readonly database: string | undefined;
}

/** What an argument was taken for. Paths are absolute. */
type Taken = TakenFile | TakenFolder | TakenCommit;

interface TakenFile {
	readonly kind: 'file';
	readonly path: string;
}

interface TakenFolder {
	readonly kind: 'folder';
	readonly path: string;
}

interface TakenCommit {
	readonly kind: 'commit';
	readonly label: string;
	readonly id: string;
	readonly repository: Repository;
}

interface Given {
	readonly before?: string | undefined;
	readonly after?: string | undefined;
}

type Sides = readonly [before: Side, after: Side];

/** What is compared. */
export interface Compared {
	readonly sides: Sides;
	/** The commit, when its versioned files are compared with those of the work tree. */
	readonly since?: Pick<TakenCommit, 'id' | 'repository'>;
}

/**
 * The two sides that arguments mean.
 *
 * @throws {GenSqlError} GIT_FAILED, FILE_UNREADABLE or USAGE_INVALID.
 */
export async function sidesOf({ before, after }: Given, place: DiffPlace): Promise<Compared> {
	const old = before === undefined ? await commitAt('HEAD', place) : await take(before, place);
	if (after !== undefined) return { sides: await together(old, await take(after, place), place) };
	if (old.kind === 'commit') {
		const then = await versioned(old, place);
		return { sides: [then, { ...versionedNow(place), prefix: then.prefix }], since: old };
	}
	const isElsewhere = old.kind === 'folder' && !place.projects.some(({ out }) => isBelow(old.path, realPath(out)));
	if (isElsewhere && place.projects.length > 0) return { sides: [folderAt(old.path, place), versionedNow(place)] };
	return { sides: await together(await commitAt('HEAD', place), old, place) };
}

/** A path when it looks like one and is there, else a commit, else a path. */
async function take(text: string, place: DiffPlace): Promise<Taken> {
	const path = resolve(place.cwd, text);
	const isThere = text !== '' && existsSync(path);
	const looksLikePath = /[/\\]/.test(text) || extname(text) !== '' || /^\.\.?$/.test(text);
	if (isThere && looksLikePath) return onDisk(path);
	try {
		return await commitAt(text, place);
	} catch (error) {
		if (isThere) return onDisk(path);
		if (!isGenSqlError(error) || error.code !== 'GIT_FAILED') throw error;
		const message = `there is no file or folder "${text}", and ${error.message}`;
		throw new GenSqlError('GIT_FAILED', message, { hint: error.hint, cause: error });
	}
}

function onDisk(path: string): Taken {
	const real = realPath(path);
	if (statSync(real).isDirectory()) return { kind: 'folder', path: real };
	if (real.endsWith('.sql')) return { kind: 'file', path: real };
	throw new GenSqlError('USAGE_INVALID', `"${path}" is no .sql file`, {
		hint: 'compare git refs, folders or .sql files',
	});
}

async function commitAt(ref: string, { cwd, projects }: DiffPlace): Promise<TakenCommit> {
	const repository = await Repository.of(projects[0]?.root ?? cwd);
	const id = await repository.commit(ref);
	const label = id.startsWith(ref) ? id.slice(0, 8) : `${ref} (${id.slice(0, 8)})`;
	return { kind: 'commit', label, id, repository };
}

/** Both sides, where both are known. A commit beside a path means that path as it was then. */
async function together(before: Taken, after: Taken, place: DiffPlace): Promise<Sides> {
	const file = [after, before].find((taken) => taken.kind === 'file');
	const sideOf = async (taken: Taken, other: Taken): Promise<Side> => {
		const side = await (file ? fileOf(taken, file, place) : folderOf(taken, other, place));
		return taken.kind !== 'commit' && other.kind === 'commit' ? besideCommit(side, taken, other) : side;
	};
	return [await sideOf(before, after), await sideOf(after, before)];
}

/** Beside a commit, paths begin where they do there: at the top of the repository. */
function besideCommit(side: Side, { kind, path }: TakenFile | TakenFolder, { repository }: TakenCommit): Side {
	if (!isBelow(path, repository.root)) return side;
	const from = repository.pathOf(path);
	return kind === 'file' ? { ...side, file: from } : { ...side, prefix: slashed(from) };
}

async function folderOf(taken: Taken, other: Taken, place: DiffPlace): Promise<Side> {
	if (taken.kind !== 'commit') return folderAt(taken.path, place);
	const { label, id, repository } = taken;
	if (other.kind !== 'folder' || !isBelow(other.path, repository.root)) return versioned(taken, place);
	const folder = repository.pathOf(other.path);
	const side = await commitSide(repository, id, folder, { label, prefix: slashed(folder) });
	if (side.files.size > 0) return side;
	throw new GenSqlError('GIT_FAILED', `${label} has no .sql file below "${folder || '.'}"`, {
		hint: 'name two folders to compare them with each other',
	});
}

/** A file, called as the other one is, so that they are compared. */
async function fileOf(taken: Taken, other: TakenFile, place: DiffPlace): Promise<Side> {
	if (taken.kind === 'file') return fileSide(taken.path, basename(other.path), shown(taken.path, place));
	if (taken.kind === 'commit') {
		const { repository, id, label } = taken;
		return committedFileSide(repository, id, repository.pathOf(other.path), label);
	}
	throw new GenSqlError('USAGE_INVALID', `"${shown(taken.path, place)}" is a folder, the other is a file`, {
		hint: 'compare two folders, or two files',
	});
}

/** The versioned files of the project in a commit. */
async function versioned({ label, id, repository }: TakenCommit, place: DiffPlace): Promise<Side> {
	const folder = repository.pathOf(realPath(outOf(place)));
	return ofDatabase(await commitSide(repository, id, folder, { label, prefix: slashed(folder) }), place);
}

/** The versioned files of the project as they are now. */
function versionedNow(place: DiffPlace): Side {
	return ofDatabase({ ...folderAt(realPath(outOf(place)), place), label: 'the work tree' }, place);
}

const ofDatabase = (side: Side, { database }: DiffPlace): Side =>
	database === undefined ? side : narrowed(side, (path) => path.startsWith(`${database}/`));

/** The folder of the versioned files of all databases. */
function outOf({ projects: [first, ...others], cwd }: DiffPlace): string {
	const other = others.find(({ out }) => out !== first?.out);
	if (first && other) {
		const message = `the databases ${first.database} and ${other.database} have two folders of versioned files`;
		throw new GenSqlError('OPTION_INVALID', message, { hint: `name the one to compare: --name ${first.database}` });
	}
	if (first) return first.out;
	throw new GenSqlError('PROJECT_MISSING', `there is no gen-sql project in ${cwd}`, {
		hint: 'without one, files and folders can be compared, and one of them with itself in a commit',
	});
}

const folderAt = (path: string, place: DiffPlace): Side =>
	folderSide(path, { label: shown(path, place), prefix: slashed(shown(path, place)) });

/** Also of a path that is not there, as far as it is. */
function realPath(path: string): string {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}${sep}`);

/** From the working folder where it lies in it, with slashes. */
function shown(path: string, { cwd }: DiffPlace): string {
	const from = realPath(cwd);
	return (isBelow(path, from) ? relative(from, path) || '.' : path).split(sep).join('/');
}

const slashed = (folder: string): string => (folder === '' || folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`);
