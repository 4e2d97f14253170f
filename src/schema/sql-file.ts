import { GenSqlError } from '../core/error.ts';
import * as check from './arguments.ts';

/**
 * Gives the text of an SQL file.
 *
 * @param file - Its path from the folder of the revision.
 * @throws {GenSqlError} FILE_UNREADABLE
 */
export type ReadSql = (file: string) => string;

/** @throws {GenSqlError} FILE_UNREADABLE, always. */
export const noFiles: ReadSql = (file) => {
	throw new GenSqlError('FILE_UNREADABLE', `cannot read ${file}: this recording is of no file`, {
		hint: 'give record() the option readSql',
	});
};

/** The path of a file from the folder of the revision: the same on every machine, and on every system. */
export const relativePath: check.Check<string> = (given, label) => {
	const isRelative = typeof given === 'string' && given !== '' && !/^\/|^[A-Za-z]:|[\\\0]/.test(given);
	if (isRelative) return given;
	return check.refuse(
		label,
		'the path of a file, with / between its parts',
		given,
		'it counts from the folder of the revision',
	);
};
