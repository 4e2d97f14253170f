import { keysOf } from '../core/keys.ts';
import { dialects } from '../dialects/index.ts';
import type { Io } from './io.ts';

/** An option with a value. */
export interface StringOption {
	readonly type: 'string';
	/** One letter. */
	readonly alias?: string;
	readonly describe: string;
	readonly default?: string;
	/** When present, anything else is rejected before `run`; help lists them after `describe`. */
	readonly oneOf?: readonly string[];
}

/** An option with a value that may stand several times. */
export interface ListOption {
	readonly type: 'list';
	readonly alias?: string;
	readonly describe: string;
}

/** An option that is there or not. */
export interface BooleanOption {
	readonly type: 'boolean';
	readonly alias?: string;
	readonly describe: string;
}

export type OptionSpec = StringOption | ListOption | BooleanOption;
export type OptionSpecs = { readonly [name: string]: OptionSpec };

type ValueOf<Spec extends OptionSpec> = Spec extends BooleanOption
	? boolean
	: Spec extends ListOption
		? readonly string[]
		: Spec extends { oneOf: readonly (infer Value)[]; default: string }
			? Value
			: Spec extends { default: string }
				? string
				: Spec extends { oneOf: readonly (infer Value)[] }
					? Value | undefined
					: string | undefined;

/** What `run` receives, inferred from the specs: `oneOf` becomes a union, not `string`. */
export type OptionValues<Specs extends OptionSpecs> = { readonly [Name in keyof Specs]: ValueOf<Specs[Name]> };

/** The options every command takes. A one-letter name is written with one dash. */
export const GLOBAL_OPTIONS = {
	config: { type: 'string', describe: 'The configuration file (default gen-sql.config.ts)' },
	dialect: { type: 'string', describe: 'The dialect of the scripts', oneOf: keysOf(dialects) },
	name: { type: 'string', describe: 'The database, where the configuration has several (default main)' },
	x: { type: 'list', describe: 'A value for revisions and the configuration, key=value; may be repeated' },
	output: { type: 'string', describe: 'Write to this file; - is stdout' },
	quiet: { type: 'boolean', alias: 'q', describe: 'Say nothing on stderr but errors' },
	'no-color': { type: 'boolean', describe: 'No colours' },
	help: { type: 'boolean', alias: 'h', describe: 'Show help and do nothing else' },
	version: { type: 'boolean', describe: 'Show the version and do nothing else' },
} as const satisfies OptionSpecs;

/** What a command is given. */
export interface Run<Specs extends OptionSpecs> {
	/** One for each argument of `usage`, in its order; the last may stand for several. */
	readonly args: readonly (string | undefined)[];
	readonly options: OptionValues<Specs> & OptionValues<typeof GLOBAL_OPTIONS>;
	readonly io: Io;
	/** Say something on stderr that is no error; `--quiet` silences it. */
	note(text: string): void;
}

export interface Command<Specs extends OptionSpecs = OptionSpecs> {
	/** `name <required> [optional]`; `<several...>` takes all that follow. */
	readonly usage: string;
	/** First sentence is the line in `--help`; the rest is shown in the command's own help. */
	readonly describe: string;
	readonly options: Specs;
	readonly examples: readonly string[];
	/** Returns the process exit code. Throws `GenSqlError`; never calls `process.exit`. */
	run(run: Run<Specs>): Promise<number>;
}

export const defineCommand = <const Specs extends OptionSpecs>(command: Command<Specs>): Command<Specs> =>
	Object.freeze(command);

/** The word that calls the command. */
export const nameOf = ({ usage }: Pick<Command, 'usage'>): string => usage.split(' ')[0] ?? '';
