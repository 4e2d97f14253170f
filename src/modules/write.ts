import { randomBytes } from 'node:crypto';
import {
	accessSync,
	closeSync,
	constants,
	fchmodSync,
	fsyncSync,
	lstatSync,
	mkdirSync,
	openSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { reason } from './files.ts';

/**
 * Write a file: a regular file is replaced as a whole or not at all, a link leads to the file it names, a device or
 * a pipe is written to.
 *
 * @param options - `durable: false` for what may be lost with the power; waiting for the disk takes time.
 * `replaceLink: true` puts the file in the place of a link.
 * @throws {GenSqlError} FILE_UNWRITABLE when the system refuses; then nothing has changed, and nothing is left behind.
 */
export function writeFile(file: string, text: string | Uint8Array, { durable = true, replaceLink = false } = {}): void {
	try {
		const isReplaced = replaceLink && isLink(file);
		const known = isReplaced ? undefined : statSync(file, { throwIfNoEntry: false });
		const isDangling = !known && !isReplaced && isLink(file);
		if (known) accessSync(file, constants.W_OK);
		if (isDangling || (known && !known.isFile())) writeFileSync(file, text);
		else replace(known ? realpathSync(file) : file, text, { mode: known?.mode, durable });
	} catch (error) {
		throw unwritable(file, error);
	}
}

/**
 * Make sure that a file can be written before work begins that could not be undone.
 *
 * @throws {GenSqlError} FILE_UNWRITABLE when its folder is missing or closed, or the file is read-only.
 */
export function checkWritable(file: string): void {
	try {
		if (statSync(file, { throwIfNoEntry: false })) accessSync(file, constants.W_OK);
		else accessSync(dirname(file), constants.W_OK);
	} catch (error) {
		throw unwritable(file, error);
	}
}

/**
 * Write a file that must not be there yet, and the folders above it.
 *
 * @returns The outermost folder that was made for it, if any.
 * @throws {GenSqlError} PROJECT_EXISTS when it is there, FILE_UNWRITABLE when the system refuses.
 */
export function createFile(file: string, text: string): string | undefined {
	try {
		const made = makeFolder(dirname(file));
		const handle = openSync(file, 'wx');
		let isWritten = false;
		try {
			writeFileSync(handle, text);
			isWritten = true;
		} finally {
			closeSync(handle);
			if (!isWritten) rmSync(file, { force: true });
		}
		return made;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(file, error);
		throw new GenSqlError('PROJECT_EXISTS', `the file ${file} exists already`, { cause: error });
	}
}

/**
 * Make a folder, and those above it, where there is none.
 *
 * @throws {GenSqlError} FILE_UNWRITABLE when the system refuses.
 */
export function ensureFolder(folder: string): void {
	try {
		makeFolder(folder);
	} catch (error) {
		throw unwritable(folder, error);
	}
}

/**
 * Remove a file; one that is gone already is no problem.
 *
 * @throws {GenSqlError} FILE_UNWRITABLE when the system refuses.
 */
export function removeFile(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch (error) {
		throw new GenSqlError('FILE_UNWRITABLE', `cannot remove ${file}: ${reason(error)}`, { cause: error });
	}
}

const unwritable = (file: string, error: unknown): GenSqlError =>
	new GenSqlError(
		'FILE_UNWRITABLE',
		`cannot write ${file}: ${isMissing(error) ? 'its folder does not exist' : reason(error)}`,
		{
			cause: error,
		},
	);

/** The system says that a file is there when it stands where a folder should be. */
function makeFolder(folder: string): string | undefined {
	try {
		return mkdirSync(folder, { recursive: true });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		throw Object.assign(new Error('not a folder', { cause: error }), { code: 'ENOTDIR' });
	}
}

const isLink = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const temporaryName = (): string => `.gen-sql-${randomBytes(6).toString('hex')}.tmp`;

/** Whether a file of this name is one that was being written, and has not got its own name. */
export const isTemporary = (name: string): boolean => /^\.gen-sql-[0-9a-f]{12}\.tmp$/.test(name);

/** The temporary file stands in the same folder: renaming across file systems is not atomic. */
function replace(
	file: string,
	text: string | Uint8Array,
	{ mode, durable }: { readonly mode: number | undefined; readonly durable: boolean },
): void {
	const temporary = join(dirname(file), temporaryName());
	try {
		const handle = openSync(temporary, 'wx');
		try {
			writeFileSync(handle, text);
			if (mode !== undefined) fchmodSync(handle, mode & 0o777);
			if (durable) fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		renameSync(temporary, file);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}
