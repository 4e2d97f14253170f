import { OTHER_DIALECTS } from '../core/dialect-names.ts';
import { GenSqlError } from '../core/error.ts';
import { snapshot } from '../core/freeze.ts';
import { isOfKind, keysOf } from '../core/keys.ts';
import { describe, identifier } from '../core/names.ts';
import { didYouMean } from '../core/suggest.ts';
import { isSqlFragment, type SqlFragment, verbatim } from '../sql/sql.ts';
import { type ColumnType, isColumnType } from '../sql/types.ts';
import { isLiteralValue, type LiteralValue } from '../sql/value.ts';

/**
 * Checks one argument and returns it in the form operations keep.
 *
 * @param label - The call and the argument, for the message: `createIndex: columns`.
 */
export type Check<T> = (value: unknown, label: string) => T;

/** A check for each option: what is not listed is refused. */
export type OptionChecks = { readonly [option: string]: Check<unknown> };

type Required<Checks extends OptionChecks> = { readonly [Key in keyof Checks]?: ReturnType<Checks[Key]> };

/** A check of an object, which tells what it checks. */
export interface RecordCheck<Checks extends OptionChecks> extends Check<Required<Checks>> {
	readonly checks: Checks;
}

/** @throws {GenSqlError} ARGUMENT_INVALID, always. */
export function refuse(label: string, expected: string, value: unknown, hint?: string): never {
	throw new GenSqlError('ARGUMENT_INVALID', `${label} must be ${expected}, got ${describe(value)}`, { hint });
}

export const name: Check<string> = identifier;

export const flag: Check<boolean> = (value, label) =>
	typeof value === 'boolean' ? value : refuse(label, 'true or false', value);

/** A whole number; one that a JavaScript number cannot hold exactly is a bigint. */
export const wholeNumber: Check<number | bigint> = (value, label) =>
	Number.isSafeInteger(value) || typeof value === 'bigint'
		? (value as number | bigint)
		: refuse(label, 'a whole number', value);

export const text: Check<string> = (value, label) => {
	if (typeof value !== 'string') refuse(label, 'a string', value);
	return value as string;
};

export const columnType: Check<ColumnType> = (value, label) =>
	isColumnType(value) ? value : refuse(label, 'a column type', value, 'write for example t.string(255)');

/**
 * What a call of gen-sql makes. That is frozen, and is taken as it is. Anything else of its kind has been copied and
 * changed, or written by hand: it is made anew by the same call, which checks it.
 *
 * @param expected - For the message: `made by index()`.
 * @param parts - What the call takes apart from its options.
 */
export const madeBy =
	<Made extends object, const Part extends string>(
		kind: string,
		expected: string,
		parts: readonly Part[],
		again: (parts: Copied<Part>, options: never) => Made,
		hint?: string,
	): Check<Made> =>
	(given, label) => {
		if (!isOfKind(given, kind)) return refuse(label, expected, given, hint);
		if (Object.isFrozen(given)) return given as unknown as Made;
		const { kind: _, ...entries } = given;
		const isPart = (key: string): boolean => parts.some((part) => part === key);
		const options = Object.fromEntries(Object.entries(entries).filter(([key]) => !isPart(key)));
		return again(given as unknown as Copied<Part>, options as never);
	};

/** Parts that nothing has checked. */
export type Copied<Part extends string> = Readonly<Record<Part, never>>;

/** What calls of gen-sql make, of one of several kinds. */
export const oneKindOf =
	<Made>(kinds: { readonly [kind: string]: Check<Made> }, expected: string, hint?: string): Check<Made> =>
	(given, label) => {
		const kind = keysOf(kinds).find((name) => isOfKind(given, name));
		return kind === undefined ? refuse(label, expected, given, hint) : (kinds[kind] as Check<Made>)(given, label);
	};

/** An expression: a string is SQL, verbatim. */
export const expression: Check<SqlFragment> = (value, label) => {
	if (isSqlFragment(value)) return value;
	if (typeof value === 'string' && value.trim() !== '') return verbatim(value);
	return refuse(label, 'an SQL expression (a string or sql`…`)', value);
};

/** A value: a string is a literal. Arrays and objects are for columns that hold them. */
export type Value = LiteralValue | SqlFragment | readonly unknown[] | Readonly<Record<string, unknown>>;

export const value: Check<Value> = (given, label) => {
	if (isSqlFragment(given)) return given;
	if (isOfKind(given, 'sql')) return refuse(label, 'made by sql`…`', given);
	if (isLiteralValue(given) || (typeof given === 'object' && given !== null)) return snapshot(given as Value);
	return refuse(label, 'a value', given);
};

/** A value, or null for none. */
export const valueOrNull: Check<Value | null> = (given, label) => (given === null ? null : value(given, label));

/** A string, or null for none. */
export const textOrNull: Check<string | null> = (given, label) => (given === null ? null : text(given, label));

/** One of some words. Keywords of SQL, which are capitals, may be given in small letters. */
export const oneOf =
	<const Choice extends string>(...choices: readonly Choice[]): Check<Choice> =>
	(given, label) => {
		const upper = typeof given === 'string' ? given.toUpperCase() : '';
		const found = choices.find((choice) => choice === given || choice === upper);
		return found ?? refuse(label, `one of ${choices.map(shownChoice).join(', ')}`, given);
	};

const shownChoice = (choice: string): string => (choice === choice.toUpperCase() ? choice : `'${choice}'`);

export const listOf =
	<T>(check: Check<T>, what: string, least = 1): Check<readonly T[]> =>
	(given, label) => {
		if (!Array.isArray(given)) refuse(label, `an array of ${what}`, given);
		const items = given as readonly unknown[];
		if (items.length < least) refuse(label, `an array of at least one of ${what}`, given, 'the array is empty');
		return Object.freeze(items.map((item, index) => check(item, `${label}[${index}]`)));
	};

/** Column names; each may stand once. */
export const columnNames: Check<readonly string[]> = (given, label) => {
	const names = listOf(name, 'column names')(given, label);
	const twice = names.find((column, index) => names.indexOf(column) !== index);
	if (twice === undefined) return names;
	throw new GenSqlError('ARGUMENT_INVALID', `${label} names the column "${twice}" twice`);
};

/** An object of options, or of the options of one dialect. */
export const record = <Checks extends OptionChecks>(checks: Checks): RecordCheck<Checks> => {
	const check: Check<Required<Checks>> = (given, label) =>
		readEntries(label, `${label}.`, Object.entries(objectOf(label, given)), checks);
	return Object.assign(check, { checks });
};

/**
 * An object that has some keys, whatever they hold.
 *
 * @param expected - For the message: `an object with a query`.
 */
export const object =
	<Given extends object>(expected: string, ...needed: readonly (keyof Given & string)[]): Check<Given> =>
	(given, label) => {
		const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
		return isObject && needed.every((key) => key in given) ? (given as Given) : refuse(label, expected, given);
	};

/**
 * What was there, for a call that drops or replaces it: what the call that creates it takes beside its name and its
 * schema; that call checks the rest.
 *
 * @param expected - For the message: `the options of createSequence`.
 * @param needed - What it cannot do without.
 * @param foreign - Options of the call that creates it which do not belong to the thing.
 */
export const definition =
	<Definition extends object>(
		expected: string,
		needed: readonly (keyof Definition & string)[] = [],
		foreign: readonly string[] = ['schema', 'ifNotExists'],
	): Check<Definition> =>
	(given, label) => {
		const own = object<Definition>(expected, ...needed)(given, label);
		const stray = foreign.find((key) => key in own);
		if (stray === undefined) return own;
		throw new GenSqlError('ARGUMENT_INVALID', `${label} has no option "${stray}"`, {
			hint: stray === 'schema' ? 'the schema is that of the call' : 'leave it out',
		});
	};

/** Storage parameters: names with plain values. */
export const parameters: Check<Readonly<Record<string, string | number | boolean>>> = (given, label) => {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) refuse(label, 'an object', given);
	const entries = Object.entries(given as object);
	if (entries.length === 0) refuse(label, 'an object with at least one parameter', given);
	for (const [key, entry] of entries) {
		name(key, label);
		const isPlain = typeof entry === 'number' ? Number.isFinite(entry) : ['string', 'boolean'].includes(typeof entry);
		if (!isPlain) refuse(`${label}.${key}`, 'a string, a finite number, true or false', entry);
	}
	return Object.freeze({ ...(given as Record<string, string | number | boolean>) });
};

/**
 * Read the options object of a call.
 *
 * `undefined` is the same as leaving an option out. The namespaces of dialects that the call has no options for are
 * passed over: they are meant for another dialect.
 *
 * @param call - The call, for messages: `createIndex`.
 * @throws {GenSqlError} ARGUMENT_INVALID when an option is unknown or has a value it cannot have.
 */
export function readOptions<Checks extends OptionChecks>(
	call: string,
	given: unknown,
	checks: Checks,
): Required<Checks> {
	if (given === undefined) return {};
	const own = Object.entries(objectOf(`${call}: options`, given)).filter(
		([key]) => Object.hasOwn(checks, key) || !OTHER_DIALECTS.some((dialect) => dialect === key),
	);
	return readEntries(call, `${call}: `, own, checks);
}

function readEntries<Checks extends OptionChecks>(
	call: string,
	prefix: string,
	given: readonly (readonly [string, unknown])[],
	checks: Checks,
): Required<Checks> {
	const options: Record<string, unknown> = {};
	for (const [key, entry] of given) {
		if (!Object.hasOwn(checks, key)) throw unknownOption(call, key, checks);
		if (entry !== undefined) options[key] = checks[key]?.(entry, `${prefix}${key}`);
	}
	return Object.freeze(options) as Required<Checks>;
}

function objectOf(label: string, given: unknown): object {
	const isObject = typeof given === 'object' && given !== null && !Array.isArray(given) && !isSqlFragment(given);
	return isObject && !(given instanceof Date) ? given : refuse(label, 'an object', given);
}

function unknownOption(call: string, key: string, checks: OptionChecks): GenSqlError {
	const names = Object.keys(checks);
	const nested = Object.hasOwn(checks, 'postgresql') && key.startsWith('postgresql');
	const hint = nested ? 'options of a dialect nest: { postgresql: { … } }' : didYouMean(key, names, 'options');
	return new GenSqlError('ARGUMENT_INVALID', `${call} has no option "${key}"`, {
		hint: names.length > 0 ? hint : undefined,
	});
}

/** Refuse arguments beyond the ones a method has. */
export function noMore(call: string, rest: readonly unknown[]): void {
	if (rest.length === 0) return;
	throw new GenSqlError('ARGUMENT_INVALID', `${call} got ${describe(rest[0])} as a surplus argument`);
}
