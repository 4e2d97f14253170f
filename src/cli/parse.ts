import { createRequire } from 'node:module';
import type { Sade } from 'sade';
import { GenSqlError } from '../core/error.ts';
import { didYouMean } from '../core/suggest.ts';
import { firstWord, type SortedArguments, sortArguments } from './arguments.ts';
import { type Command, GLOBAL_OPTIONS, nameOf, type OptionSpec, type OptionSpecs } from './command.ts';

/** What a command line asks for. */
export type Invocation =
	| { readonly kind: 'help'; readonly text: string }
	| { readonly kind: 'version' }
	| {
			readonly kind: 'command';
			readonly command: Command;
			readonly args: readonly (string | undefined)[];
			readonly options: Readonly<Record<string, unknown>>;
	  };

/**
 * Turn arguments into what they ask for.
 *
 * The command is found first, and its own options decide how the line is read; sade, which would guess numbers and
 * leave the process on a mistake, is given words alone: it deals out the arguments, and writes the help.
 *
 * @throws {GenSqlError} USAGE_INVALID, OPTION_UNKNOWN or OPTION_INVALID.
 */
export function parse(argv: readonly string[], commands: readonly Command[]): Invocation {
	const command = findCommand(argv, commands);
	const own = ownOptions(command);
	const { words, given } = sortArguments(argv, optionsFor(command, commands), own);
	if (given.has('version')) return { kind: 'version' };
	if (!command) return helpOfAll(words, given, commands);
	const name = nameOf(command);
	if (given.has('help')) return { kind: 'help', text: helpText(commands, name) };
	const stray = [...given.keys()].find((option) => !Object.hasOwn(own, option));
	if (stray !== undefined) {
		throw new GenSqlError('OPTION_UNKNOWN', `${name} has no option ${dashed(stray)}`, {
			hint: `see \`gen-sql ${name} --help\``,
		});
	}
	const options = Object.fromEntries(
		Object.entries(own).map(([option, spec]) => [option, finalValue(option, spec, given.get(option) ?? [])]),
	);
	return { kind: 'command', command, args: dealOut(command, commands, words), options };
}

/** The command whose name is the first word when its own options are read; options may stand before the name. */
function findCommand(argv: readonly string[], commands: readonly Command[]): Command | undefined {
	const [found, other] = commands.filter(
		(command) => firstWord(argv, optionsFor(command, commands)) === nameOf(command),
	);
	if (!found || !other) return found;
	throw new GenSqlError('USAGE_INVALID', `the command may be ${nameOf(found)} or ${nameOf(other)}`, {
		hint: 'write the command before its options',
	});
}

const ownOptions = (command: Command | undefined): OptionSpecs => ({ ...command?.options, ...GLOBAL_OPTIONS });

/**
 * The options that a line is read by. Those of the command come first, and win; those of the others are known so that
 * they can be refused by name.
 */
function optionsFor(command: Command | undefined, commands: readonly Command[]): OptionSpecs {
	const own = ownOptions(command);
	return Object.assign({ ...own }, ...commands.map(({ options }) => options), own);
}

/** @throws {GenSqlError} USAGE_INVALID when the line is more than a question for help. */
function helpOfAll(
	[name]: readonly string[],
	given: SortedArguments['given'],
	commands: readonly Command[],
): Invocation {
	const names = commands.map(nameOf);
	if (name !== undefined && !names.includes(name)) {
		throw new GenSqlError('USAGE_INVALID', `there is no command "${name}"`, {
			hint: didYouMean(name, names, 'commands'),
		});
	}
	if (given.size > 0 && !given.has('help')) {
		throw new GenSqlError('USAGE_INVALID', 'no command is given', { hint: `commands: ${names.join(', ')}` });
	}
	return { kind: 'help', text: helpText(commands) };
}

const dashed = (option: string): string => (option.length === 1 ? `-${option}` : `--${option}`);

function finalValue(option: string, spec: OptionSpec, values: readonly (string | true)[]): unknown {
	if (spec.type === 'boolean') return values.length > 0;
	if (spec.type === 'list') return values;
	if (values.length > 1)
		throw new GenSqlError('OPTION_INVALID', `${dashed(option)} is given ${values.length} times`, {
			hint: 'give it once',
		});
	const value = values[0] ?? spec.default;
	if (value === undefined || !spec.oneOf || spec.oneOf.some((choice) => choice === value)) return value;
	throw new GenSqlError('OPTION_INVALID', `${dashed(option)} cannot be "${value}"`, {
		hint: didYouMean(String(value), spec.oneOf, 'use one of'),
	});
}

/** One value for each argument of the usage; sade would exit on a missing one and drop a surplus one. */
function dealOut(
	command: Command,
	commands: readonly Command[],
	words: readonly string[],
): readonly (string | undefined)[] {
	const labels = [...command.usage.matchAll(/[<[]([^>\]]+)[>\]]/g)].map(([label]) => label);
	const values = words.slice(1);
	const missing = labels.slice(values.length).find((label) => label.startsWith('<'));
	const hint = `usage: gen-sql ${command.usage}`;
	if (missing !== undefined) throw new GenSqlError('USAGE_INVALID', `${nameOf(command)} needs ${missing}`, { hint });
	if (labels.at(-1)?.includes('...')) return values;
	if (values.length > labels.length) {
		throw new GenSqlError('USAGE_INVALID', `${nameOf(command)} got "${values[labels.length]}" as a surplus argument`, {
			hint,
		});
	}
	const lazy = program(commands).parse(['node', 'gen-sql', nameOf(command), '--', ...values], { lazy: true });
	return lazy ? lazy.args.slice(0, -1) : [];
}

const require = createRequire(import.meta.url);

/** Loaded when a command is given or help is asked for. */
const sade = (): typeof import('sade') => require('sade');

function program(commands: readonly Command[]): Sade {
	const built = sade()('gen-sql');
	for (const [name, spec] of Object.entries(GLOBAL_OPTIONS)) {
		if (name !== 'help' && name !== 'version') built.option(flags(name, spec), describeOption(spec));
	}
	for (const { usage, describe, options, examples } of commands) {
		built.command(usage, describe).action(() => undefined);
		for (const [name, spec] of Object.entries(options)) {
			built.option(flags(name, spec), describeOption(spec), defaultOf(spec));
		}
		for (const example of examples) built.example(example);
	}
	return built;
}

const flags = (name: string, { alias }: OptionSpec): string => (alias ? `-${alias}, ${dashed(name)}` : dashed(name));

/** `How revisions are printed: text, json` */
const describeOption = (spec: OptionSpec): string =>
	spec.type === 'string' && spec.oneOf ? `${spec.describe}: ${spec.oneOf.join(', ')}` : spec.describe;

const defaultOf = (spec: OptionSpec): string | undefined => (spec.type === 'string' ? spec.default : undefined);

/** sade prints help on the console; it is caught there, so that it goes where the caller wants it. */
function helpText(commands: readonly Command[], name?: string): string {
	const lines: string[] = [];
	const world = globalThis.console;
	const print = world.log;
	world.log = (line: string) => void lines.push(line);
	try {
		program(commands).help(name as string);
	} finally {
		world.log = print;
	}
	const text = lines
		.join('\n')
		.replaceAll('-v, --version', '--version    ')
		.replaceAll(/--(\w) /g, '-$1  ');
	return `${text.trim()}\n`.replaceAll(/^ {2}(?=[A-Z]\w* ?\w*\n)/gm, '').replaceAll(/[ \t]+$/gm, '');
}
