import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';

/** What the system said, in words. */
const REASONS: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EEXIST: 'it exists already',
	EFBIG: 'it would be too large',
	EISDIR: 'it is a folder',
	ELOOP: 'its links lead in a circle',
	EMFILE: 'too many files are open',
	ENAMETOOLONG: 'its name is too long',
	ENOENT: 'it does not exist',
	ENOSPC: 'the disk is full',
	ENOTDIR: 'a part of its path is not a folder',
	EDQUOT: 'the disk quota is used up',
	EPERM: 'the operation is not permitted',
	EROFS: 'the file system is read-only',
};

/** Why the system refused, in words. */
export function reason(error: unknown): string {
	const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
	return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * The text of a file, without a byte order mark.

 * @throws {GenSqlError} FILE_UNREADABLE when the system refuses.
 */
export function readText(file: string): string {
	const text = opened(file, () => readFileSync(file, 'utf8'));
	return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** All that comes on stdin. @throws {GenSqlError} FILE_UNREADABLE when the system refuses. */
export const readStdin = (): string => opened('stdin', () => readFileSync(0, 'utf8'));

/**
 * The text of an SQL file, the same whatever an editor or a checkout does to line ends.
 *
 * @throws {GenSqlError} FILE_UNREADABLE when the system refuses, or the file is not UTF-8.
 */
export function readSql(file: string): string {
	const bytes = readBytes(file);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
	} catch (error) {
		throw new GenSqlError('FILE_UNREADABLE', `cannot read ${file}: it is not UTF-8`, { cause: error });
	}
}

/** The text of a file; undefined when it is not there. @throws {GenSqlError} FILE_UNREADABLE. */
export function textIfThere(file: string): string | undefined {
	return ifThere(file, () => readFileSync(file, 'utf8'));
}

/**
 * What stands in a folder, in code-point order; nothing when it is not there.
 *
 * @throws {GenSqlError} FILE_UNREADABLE.
 */
export const namesIn = (folder: string): readonly string[] =>
	[...(ifThere(folder, () => readdirSync(folder)) ?? [])].sort(byCodePoint);

/** A folder and those below it, but what packages and editors keep; none when it cannot be read. */
export function foldersBelow(folder: string): readonly string[] {
	try {
		const entries = readdirSync(folder, { withFileTypes: true });
		const below = entries.filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name));
		return [folder, ...below.flatMap(({ name }) => foldersBelow(join(folder, name)))];
	} catch {
		return [];
	}
}

const ifThere = <T>(path: string, read: () => T): T | undefined =>
	opened(path, () => {
		try {
			return read();
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			throw error;
		}
	});

/** The bytes of a file. @throws {GenSqlError} FILE_UNREADABLE when the system refuses. */
export const readBytes = (file: string): Buffer => opened(file, () => readFileSync(file));

function opened<T>(file: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw new GenSqlError('FILE_UNREADABLE', `cannot read ${file}: ${reason(error)}`, { cause: error });
	}
}

/** The folder gen-sql is installed in: the nearest one above this file with a package.json. */
export function packageRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
	return folder;
}

/** The version of gen-sql that runs. */
export const packageVersion = (): string =>
	(JSON.parse(readText(join(packageRoot(), 'package.json'))) as { readonly version: string }).version;
