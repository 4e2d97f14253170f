import { GenSqlError } from '../core/error.ts';
import { didYouMean } from '../core/suggest.ts';
import type { OptionSpec, OptionSpecs } from './command.ts';

/** The command line, sorted into words and options; which command it is has not been asked yet. */
export interface SortedArguments {
	readonly words: readonly string[];
	/** Values by option name, in the order given; a flag has the value `true`. */
	readonly given: ReadonlyMap<string, readonly (string | true)[]>;
}

/** `-1` and `-3:head` are revisions, not options. */
const isNumberLike = (token: string): boolean => /^-\d/.test(token);

const isOption = (token: string): boolean => token.length > 1 && token.startsWith('-') && !isNumberLike(token);

/**
 * Sort a command line by a table of options, wherever they stand.
 *
 * Nothing is guessed: `0042` and `1e5` stay text, a flag takes no value, `--` ends the options.
 *
 * @param suggested - What a misspelt option may have meant. Default: any of the table.
 * @throws {GenSqlError} OPTION_UNKNOWN, or OPTION_INVALID when a value is missing or a flag is given one.
 */
export function sortArguments(argv: readonly string[], specs: OptionSpecs, suggested = specs): SortedArguments {
	const words: string[] = [];
	const given = new Map<string, readonly (string | true)[]>();
	const rest = [...argv];
	for (let token = rest.shift(); token !== undefined; token = rest.shift()) {
		if (token === '--') words.push(...rest.splice(0));
		else if (!isOption(token)) words.push(token);
		else
			for (const [name, value] of readOptions(token, rest, specs, suggested))
				given.set(name, [...(given.get(name) ?? []), value]);
	}
	return { words, given };
}

/** The first word of a command line, by a table of options; one that is not in it passes for a flag. */
export function firstWord(argv: readonly string[], specs: OptionSpecs): string | undefined {
	const rest = [...argv];
	for (let token = rest.shift(); token !== undefined; token = rest.shift()) {
		if (token === '--') return rest[0];
		if (!isOption(token)) return token;
		const { option, attached } = namedBy(token, specs).at(-1) ?? {};
		if (option && option[1].type !== 'boolean' && attached === undefined) rest.shift();
	}
	return undefined;
}

/** An option as the command line names it. */
interface Named {
	/** With its dashes. */
	readonly shown: string;
	/** Undefined when the table has no such option. */
	readonly option: readonly [name: string, OptionSpec] | undefined;
	/** The value in the same token: `--message=text`, `-mtext`. */
	readonly attached: string | undefined;
}

function namedBy(token: string, specs: OptionSpecs): readonly Named[] {
	if (!token.startsWith('--')) return namedByLetters(token, specs);
	const equals = token.indexOf('=');
	const name = token.slice(2, equals < 0 ? undefined : equals);
	const option = name.length > 1 ? find(specs, (known) => known === name) : undefined;
	return [{ shown: `--${name}`, option, attached: equals < 0 ? undefined : token.slice(equals + 1) }];
}

/** `-m`, `-mtext`, `-r-3:head`, and flags in one word, `-qv`. */
function namedByLetters(token: string, specs: OptionSpecs): readonly Named[] {
	const letter = token[1] ?? '';
	const option = find(specs, (name, { alias }) => name === letter || alias === letter);
	const tail = token.slice(2);
	if (tail !== '' && option?.[1].type === 'boolean' && !tail.startsWith('=')) {
		return [{ shown: `-${letter}`, option, attached: undefined }, ...namedByLetters(`-${tail}`, specs)];
	}
	return [{ shown: `-${letter}`, option, attached: tail === '' ? undefined : tail.replace(/^=/, '') }];
}

const readOptions = (
	token: string,
	rest: string[],
	specs: OptionSpecs,
	suggested: OptionSpecs,
): readonly (readonly [name: string, value: string | true])[] =>
	namedBy(token, specs).map(({ shown, option, attached }) => {
		if (!option) throw unknown(shown, suggested);
		const [name, spec] = option;
		return [name, readValue(shown, spec, attached, rest)];
	});

function find(
	specs: OptionSpecs,
	fits: (name: string, spec: OptionSpec) => boolean,
): readonly [string, OptionSpec] | undefined {
	return Object.entries(specs).find(([name, spec]) => fits(name, spec));
}

function readValue(shown: string, { type }: OptionSpec, attached: string | undefined, rest: string[]): string | true {
	if (type === 'boolean') {
		if (attached === undefined) return true;
		throw new GenSqlError('OPTION_INVALID', `${shown} takes no value, got "${attached}"`, {
			hint: `leave "=${attached}" out`,
		});
	}
	if (attached !== undefined) return attached;
	const [next] = rest;
	if (next === undefined || next === '--' || isOption(next)) {
		throw new GenSqlError('OPTION_INVALID', `${shown} needs a value`, {
			hint:
				next === undefined
					? undefined
					: `"${next}" is an option; a value that begins with a dash is written ${shown}=VALUE`,
		});
	}
	return rest.shift() ?? '';
}

const unknown = (shown: string, specs: OptionSpecs): GenSqlError => {
	const names = Object.keys(specs).filter((name) => name.length > 1);
	const hint = shown.startsWith('--')
		? didYouMean(shown.slice(2), names, 'options').replace('did you mean "', 'did you mean "--')
		: undefined;
	return new GenSqlError('OPTION_UNKNOWN', `there is no option ${shown}`, { hint });
};
