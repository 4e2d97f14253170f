import { GenSqlError } from '../core/error.ts';
import { describe } from '../core/names.ts';
import { didYouMean } from '../core/suggest.ts';

/** A program that is run with each new revision file: a formatter, a linter. No shell stands between. */
export interface CommandHook {
	readonly name: string;
	/**
	 * The program and its arguments. Each `REVISION_SCRIPT_FILENAME` among them becomes the path of the file; without
	 * one, the path is added as the last. Programs of `node_modules/.bin` are found by their names.
	 *
	 * @example ['biome', 'check', '--write']
	 */
	readonly command: readonly string[];
	/** Where it runs. Default: the folder of the configuration. */
	readonly cwd?: string;
}

/** A function that is called with the path of each new revision file. */
export interface FunctionHook {
	readonly name: string;
	run(file: string): void | Promise<void>;
}

/** What is done with each new revision file once it is written. When it fails, the file is removed. */
export type PostWriteHook = CommandHook | FunctionHook;

/** Stands for the path of the file. */
export const FILE_TOKEN = 'REVISION_SCRIPT_FILENAME';

const KEYS = ['name', 'command', 'run', 'cwd'];

/** @throws {GenSqlError} CONFIG_INVALID when one has a wrong key or value, or two have one name. */
export function checkPostWriteHooks(hooks: readonly unknown[]): void {
	const names = hooks.map((hook, index) => checkHook(hook, `postWriteHooks[${index}]`));
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) throw new GenSqlError('CONFIG_INVALID', `postWriteHooks has "${twice}" twice`);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && !value.includes('\0');

function checkHook(hook: unknown, where: string): string {
	if (typeof hook !== 'object' || hook === null) throw wrong(where, 'a hook', hook);
	const stray = Object.keys(hook).find((key) => !KEYS.includes(key));
	if (stray !== undefined) {
		throw new GenSqlError('CONFIG_INVALID', `there is no ${where}.${stray}`, { hint: didYouMean(stray, KEYS, 'keys') });
	}
	const { name, command, run, cwd } = hook as Readonly<Record<string, unknown>>;
	if (!isText(name)) throw wrong(`${where}.name`, 'a name', name);
	if ((command === undefined) === (run === undefined)) {
		throw new GenSqlError('CONFIG_INVALID', `${where} must have either a command or run, a function`);
	}
	if (run === undefined) checkCommand(command, cwd, where);
	else if (typeof run !== 'function') throw wrong(`${where}.run`, 'a function', run);
	else if (cwd !== undefined) throw wrong(`${where}.cwd`, 'left out beside run', cwd);
	return name;
}

function checkCommand(command: unknown, cwd: unknown, where: string): void {
	if (!(Array.isArray(command) && isText(command[0]) && command.every(isArgument))) {
		throw wrong(`${where}.command`, "an array of a program and its arguments, ['biome', 'format']", command);
	}
	if (cwd !== undefined && !isText(cwd)) throw wrong(`${where}.cwd`, 'a folder', cwd);
}

const isArgument = (value: unknown): boolean => value === '' || isText(value);

const wrong = (where: string, what: string, value: unknown): GenSqlError =>
	new GenSqlError('CONFIG_INVALID', `${where} must be ${what}, got ${describe(value)}`);
