import { isAbsolute, relative, sep } from 'node:path';
import type { Finding, Place } from '../review/finding.ts';

/** What stands for a file where the SQL came from standard input. */
export const STDIN = '-';

/** Where the author can change it: the call in TypeScript where there is one, else the SQL. */
export const placeOf = ({ source, sql }: Finding): Place => source ?? sql;

/** A path from the root with slashes; the whole path of what is not below the root; `-` for standard input. */
export function pathFrom(root: string, file: string): string {
	if (file === STDIN) return file;
	const path = relative(root, file);
	const isBelow = path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
	return (isBelow ? path : file).split(sep).join('/');
}
