import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import type { CommittedFile, Repository } from '../git/repository.ts';
import { readBytes, reason } from '../modules/files.ts';
import type { SideFacts } from './report.ts';
import { isCompared } from './units.ts';

/** One of the two states that are compared: its files by path. */
export interface Side extends SideFacts {
	/** Paths from the folder, with slashes, in order; with a stamp, where there is one: equal stamps are equal bytes. */
	readonly files: ReadonlyMap<string, string | undefined>;
	/** The texts of some of the files, by path. */
	read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Unicode sets this character aside for the use inside of programs: no text holds it. */
const NO_UTF8 = '\ufdd1';

/** UTF-8; a file that is something else is taken byte by byte, and marked, so that no two become the same. */
function decoded(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		const text = Buffer.from(bytes).toString('latin1');
		return text.replaceAll(/[\u0080-\u00ff]+/g, (high) => NO_UTF8 + high);
	}
}

const sorted = <Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> =>
	new Map([...entries].sort(([a], [b]) => byCodePoint(a, b)));

/**
 * The files below a folder. Links are passed over, as they are in commits.
 *
 * @throws {GenSqlError} FILE_UNREADABLE when the system refuses; also `read`.
 */
export function folderSide(folder: string, facts: SideFacts): Side {
	const paths = pathsBelow(folder).filter(isCompared);
	return {
		...facts,
		files: sorted(paths.map((path) => [path, undefined] as const)),
		read: async (wanted) => new Map(wanted.map((path) => [path, decoded(readBytes(join(folder, path)))])),
	};
}

function pathsBelow(folder: string): readonly string[] {
	try {
		const entries = readdirSync(folder, { withFileTypes: true });
		return entries.flatMap((entry) => {
			if (entry.isDirectory()) return pathsBelow(join(folder, entry.name)).map((path) => `${entry.name}/${path}`);
			return entry.isFile() ? [entry.name] : [];
		});
	} catch (error) {
		throw new GenSqlError('FILE_UNREADABLE', `cannot read ${folder}: ${reason(error)}`, { cause: error });
	}
}

/**
 * A single file.
 *
 * @param name - What it is called in the comparison: as the other one.
 * @throws {GenSqlError} FILE_UNREADABLE when the system refuses; only in `read`.
 */
export const fileSide = (file: string, name: string, shown: string): Side => ({
	label: shown,
	prefix: shown.slice(0, shown.lastIndexOf('/') + 1),
	file: shown,
	files: new Map([[name, undefined]]),
	read: async (wanted) => new Map(wanted.map((path) => [path, decoded(readBytes(file))])),
});

/**
 * The files of a commit below a folder.
 *
 * @param folder - From the top of the work tree, with slashes.
 * @throws {GenSqlError} GIT_FAILED; also `read`.
 */
export async function commitSide(
	repository: Repository,
	commit: string,
	folder: string,
	facts: SideFacts,
): Promise<Side> {
	const below = folder === '' ? '' : `${folder}/`;
	const files = (await repository.files(commit, folder)).filter(({ isLink, path }) => !isLink && isCompared(path));
	return blobSide(
		repository,
		files.map((file) => [file.path.slice(below.length), file] as const),
		facts,
	);
}

/**
 * A single file of a commit.
 *
 * @param path - From the top of the work tree, with slashes.
 * @throws {GenSqlError} GIT_FAILED, also when the commit has no such file; also `read`.
 */
export async function committedFileSide(
	repository: Repository,
	commit: string,
	path: string,
	label: string,
): Promise<Side> {
	const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
	const facts = { label, prefix: folder === '' ? '' : `${folder}/`, file: path };
	const file = (await repository.files(commit, folder)).find((each) => each.path === path && !each.isLink);
	if (file) return blobSide(repository, [[basename(path), file]], facts);
	throw new GenSqlError('GIT_FAILED', `${label} has no file "${path}"`, {
		hint: 'name two files to compare them with each other',
	});
}

function blobSide(
	repository: Repository,
	files: readonly (readonly [path: string, file: CommittedFile])[],
	facts: SideFacts,
): Side {
	const blobs = sorted(files.map(([path, { blob }]) => [path, blob] as const));
	return {
		...facts,
		files: blobs,
		read: async (wanted) => {
			const texts = await blobTexts(
				repository,
				wanted.map((path) => blobs.get(path) ?? ''),
			);
			return new Map(wanted.map((path, index) => [path, texts[index] ?? '']));
		},
	};
}

/**
 * The texts of blobs, in the order in which they are asked for.
 *
 * @throws {GenSqlError} GIT_FAILED when one is not there.
 */
export async function blobTexts(repository: Repository, blobs: readonly string[]): Promise<readonly string[]> {
	const texts: string[] = [];
	for await (const content of repository.contents(blobs)) texts.push(decoded(content));
	return texts;
}

/** The same side, without the files that do not fit. */
export const narrowed = (side: Side, fits: (path: string) => boolean): Side => ({
	...side,
	files: new Map([...side.files].filter(([path]) => fits(path))),
});
