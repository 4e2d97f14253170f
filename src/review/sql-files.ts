import { existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { byNumbers } from '../core/keys.ts';
import { readSql, reason } from '../modules/files.ts';

/** A text of SQL with the name that messages call it by. */
export interface SqlText {
	readonly file: string;
	readonly text: string;
}

const MAGIC = /[*?]/;

/** Whether an argument means files and not revisions: a pattern, a name that ends with .sql, or a path that is there. */
export const meansFiles = (argument: string, cwd: string): boolean =>
	MAGIC.test(argument) || /\.sql$/i.test(argument) || (argument !== '' && existsSync(resolve(cwd, argument)));

/** Whether an argument is the name of this one file. */
export const namesFile = (argument: string, file: string, cwd: string): boolean =>
	resolve(cwd, argument) === resolve(cwd, file);

/**
 * The SQL files that an argument means, in the order of their names, 9 before 10: a file, all below a folder, or those that fit a pattern of
 * `*`, `**` and `?`.
 *
 * @throws {GenSqlError} FILE_UNREADABLE when there is none, or one cannot be read as UTF-8.
 */
export function sqlTexts(argument: string, cwd: string): readonly SqlText[] {
	const files = filesOf(argument, cwd);
	if (files.length > 0) return files.map((file) => ({ file: shown(file, cwd), text: readSql(file) }));
	throw new GenSqlError('FILE_UNREADABLE', `no .sql file fits "${argument}"`, {
		hint: 'name a file, a folder, or a pattern in quotes such as "migrations/**/*.sql"',
	});
}

function filesOf(argument: string, cwd: string): readonly string[] {
	if (MAGIC.test(argument)) {
		const fixed = argument.slice(0, argument.search(MAGIC)).replace(/[^/\\]*$/, '');
		const pattern = patternOf(argument.replaceAll('\\', '/'));
		const from = fixed === '' ? cwd : resolve(cwd, fixed);
		const isFitting = (file: string): boolean =>
			pattern.test(isAbsolute(argument) ? slashed(file) : slashed(relative(cwd, file)));
		return below(from).filter(isFitting).sort(byPath);
	}
	const path = resolve(cwd, argument);
	if (!isFolder(path)) return [path];
	return below(path)
		.filter((file) => /\.sql$/i.test(file))
		.sort(byPath);
}

/** The same on every system, whatever stands between the names of folders. */
const byPath = (a: string, b: string): number => byNumbers(slashed(a), slashed(b));

/** Whether a path is one that a pattern means: it fits it, or lies in a folder that does. */
export const fitsPattern = (pattern: string, path: string): boolean =>
	[pattern, `${pattern.replace(/\/$/, '')}/**`].some((each) => patternOf(each).test(path));

/** `**` stands for any folders, `*` and `?` for characters of one name. */
function patternOf(glob: string): RegExp {
	const plain = glob.replace(/^\.\//, '');
	const source = plain.replaceAll(/\*\*\/|\*\*|[*?]|[\\^$.|+()[\]{}]/g, (part) => WILD[part] ?? `\\${part}`);
	return new RegExp(`^${source}$`);
}

const WILD: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };

const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() ?? false;
const isFile = (path: string): boolean => statsOf(path)?.isFile() ?? false;

/** What is there, behind links; undefined where nothing is. */
function statsOf(path: string): Stats | undefined {
	try {
		return statSync(path);
	} catch {
		return undefined;
	}
}

/** All files below a folder, also behind links to files, without those of packages, hidden folders and linked folders. */
function below(folder: string): readonly string[] {
	try {
		return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
			const path = join(folder, entry.name);
			if (entry.isFile() || (entry.isSymbolicLink() && isFile(path))) return [path];
			const isPassedOver = !entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.');
			return isPassedOver ? [] : below(path);
		});
	} catch (error) {
		throw new GenSqlError('FILE_UNREADABLE', `cannot read ${folder}: ${reason(error)}`, { cause: error });
	}
}

const slashed = (path: string): string => path.split(sep).join('/');

/** From the working folder where it lies in it. */
function shown(file: string, cwd: string): string {
	const path = relative(cwd, file);
	return slashed(path.startsWith('..') ? file : path);
}
