import { existsSync, realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { GenSqlError } from '../core/error.ts';
import type { SourceLocation } from '../core/source.ts';
import { oneLine } from '../core/text.ts';
import type { Io } from './io.ts';

/** An error as it is printed: `file:line:column: error[CODE]: message`, then what to do. */
export const errorLines = (
	{ code, message, at, hint }: Pick<GenSqlError, 'code' | 'message' | 'at' | 'hint'>,
	{ cwd, paint }: Pick<Io, 'cwd' | 'paint'>,
): readonly string[] => [
	`${at ? `${shownPlace(at, cwd)}: ` : ''}${paint.error('error')}[${code}]: ${printable(message)}`,
	...(at?.via ? [`called in ${shownPlace(at.via, cwd)}`] : []),
	...(hint ? [`${paint.hint('hint')}: ${printable(hint)}`] : []),
];

/** Say on stderr what went wrong, and what else did. An error of a second installed copy may know of nothing else. */
export function tell(error: GenSqlError, io: Pick<Io, 'cwd' | 'paint' | 'err'>): void {
	for (const one of [error, ...(error.further ?? [])]) for (const line of errorLines(one, io)) io.err(`${line}\n`);
}

/** One line, without what a terminal would act on, and without the password of a URL that stands where none belongs. */
const printable = (text: string): string => oneLine(text).replaceAll(/(\w:\/{1,2}[^\s:@/]*):\S*@/g, '$1:***@');

const shownPlace = ({ file, line, column }: SourceLocation, cwd: string): string =>
	`${shownPath(file, cwd)}:${line}:${column}`;

/** Relative to where the user is, when the file is below it. */
function shownPath(file: string, cwd: string): string {
	const path = relative(existsSync(cwd) ? realpathSync(cwd) : cwd, file);
	return path === '' || path.startsWith('..') || path === file ? file : path.split(sep).join('/');
}
