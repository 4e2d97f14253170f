import { resolve } from 'node:path';
import type { VersionRowsGiven } from '../api/version-rows.ts';
import { GenSqlError } from '../core/error.ts';
import { readText } from '../modules/files.ts';
import type { Io } from './io.ts';

/** How a command is told where a database is: nothing connects to one. */
export const currentOption = {
	type: 'list',
	describe: 'Where the database is: an id, or @FILE with the answer to the query of `gen-sql current`',
} as const;

/** What `--current` says; undefined when it is not given. */
export function versionRows(given: readonly string[], { cwd }: Io): VersionRowsGiven | undefined {
	const file = given.find((text) => text.startsWith('@'))?.slice(1);
	if (file === undefined) return given.length > 0 ? given : undefined;
	if (given.length > 1 || file === '') {
		throw new GenSqlError('OPTION_INVALID', `--current ${given.join(' --current ')} is not one answer`, {
			hint: 'give ids, or one @FILE',
		});
	}
	return { answer: readText(resolve(cwd, file)) };
}
