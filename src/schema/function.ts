import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import { isSqlFragment, type SqlFragment, verbatim } from '../sql/sql.ts';
import * as check from './arguments.ts';
import {
	type FunctionArgument,
	type FunctionReturns,
	functionArguments,
	functionReturns,
} from './function-arguments.ts';

/** A configuration parameter: several values are a list, as of schemas in `search_path`. */
type Setting = string | number | boolean | readonly string[];

/** A function, or a procedure, as createFunction takes it. Exactly one of `body` and `sqlBody` is given. */
export interface FunctionDefinition {
	/** In order; none when left out. */
	readonly arguments?: readonly FunctionArgument[];
	/** What it returns. Left out for a procedure, and where `OUT` arguments say it. */
	readonly returns?: FunctionReturns;
	/** The language of `body`; an `sqlBody` is SQL. */
	readonly language?: string;
	/** The text of the function, verbatim: it is put in dollar quotes that it does not hold. */
	readonly body?: string | SqlFragment;
	/** `RETURN expression` or `BEGIN ATOMIC statements END`, read when it is created. PostgreSQL 14 and later. */
	readonly sqlBody?: string | SqlFragment;
	/** Create a procedure, which CALL runs. Default `false`. */
	readonly procedure?: boolean;
	/** What the result depends on. Default `'VOLATILE'`. */
	readonly volatility?: 'IMMUTABLE' | 'STABLE' | 'VOLATILE';
	/** Return NULL without running where an argument is NULL. Default `false`. */
	readonly strict?: boolean;
	/** Run with the rights of its owner; `set: { search_path: … }` belongs to it. Default `false`. */
	readonly securityDefiner?: boolean;
	/** Whether parallel workers may run it. Default `'UNSAFE'`. */
	readonly parallel?: 'UNSAFE' | 'RESTRICTED' | 'SAFE';
	/** Promise that it tells nothing of its arguments but its result. Default `false`. */
	readonly leakproof?: boolean;
	/** A window function. Default `false`. */
	readonly window?: boolean;
	/** How long it runs, for the planner. */
	readonly cost?: number;
	/** How many rows it returns, for the planner. */
	readonly rows?: number;
	/** Configuration while it runs: `{ search_path: ['app', 'pg_temp'] }`. */
	readonly set?: Readonly<Record<string, Setting>>;
	readonly comment?: string | null;
}

/** A function as data. */
export interface FunctionParts extends Omit<FunctionDefinition, 'arguments' | 'body' | 'sqlBody' | 'comment'> {
	readonly function: QualifiedName;
	readonly arguments: readonly FunctionArgument[];
	readonly language: string;
	readonly body?: SqlFragment;
	readonly sqlBody?: SqlFragment;
	readonly procedure: boolean;
}

const positive: check.Check<number> = (given, label) =>
	typeof given === 'number' && given > 0 && Number.isFinite(given)
		? given
		: check.refuse(label, 'a number above 0', given);

/** Any text may be a function: in some languages an empty one, too. */
const bodyText: check.Check<SqlFragment> = (given, label) =>
	isSqlFragment(given) ? given : verbatim(check.text(given, label));

/** Parameters that hold a list of names, where one string is one name, commas and all. */
const LISTS: ReadonlySet<string> = new Set(['search_path', 'session_preload_libraries', 'temp_tablespaces']);

const settings: check.Check<Readonly<Record<string, Setting>>> = (given, label) => {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) check.refuse(label, 'an object', given);
	const entries = Object.entries(given as Record<string, unknown>);
	if (entries.length === 0) check.refuse(label, 'an object with at least one parameter', given);
	const read = entries.map(([key, entry]) => [check.name(key, label), setting(key, entry, `${label}.${key}`)] as const);
	return Object.freeze(Object.fromEntries(read));
};

function setting(key: string, entry: unknown, label: string): Setting {
	if (Array.isArray(entry)) return check.listOf(check.text, 'strings')(entry, label);
	if (LISTS.has(key.toLowerCase()) && typeof entry === 'string' && entry.includes(',')) {
		return check.refuse(label, 'an array of names', entry, "write ['app', 'pg_temp']: one string is one name");
	}
	const isPlain = typeof entry === 'number' ? Number.isFinite(entry) : ['string', 'boolean'].includes(typeof entry);
	return isPlain
		? (entry as Setting)
		: check.refuse(label, 'a string, a finite number, true, false or an array', entry);
}

const parts = check.record({
	arguments: functionArguments,
	returns: functionReturns,
	language: check.name,
	body: bodyText,
	sqlBody: check.expression,
	procedure: check.flag,
	volatility: check.oneOf('IMMUTABLE', 'STABLE', 'VOLATILE'),
	strict: check.flag,
	securityDefiner: check.flag,
	parallel: check.oneOf('UNSAFE', 'RESTRICTED', 'SAFE'),
	leakproof: check.flag,
	window: check.flag,
	cost: positive,
	rows: positive,
	set: settings,
	comment: check.textOrNull,
});

/** What only a function can be; a procedure takes a body, `securityDefiner` and `set`. */
const OF_FUNCTIONS = ['returns', 'volatility', 'strict', 'parallel', 'leakproof', 'window', 'cost', 'rows'] as const;

/** A function that says what it does; its parts are checked by `readFunction`. */
export const functionDefinition: check.Check<FunctionDefinition> = (given, label) => {
	const expected = 'an object with a body or an sqlBody';
	const own = check.definition<FunctionDefinition>(expected)(given, label);
	return 'body' in own || 'sqlBody' in own ? own : check.refuse(label, expected, given);
};

/** The options of a call that is given a definition. */
export const functionOptions = { schema: check.name };

/** A function as data, and what is said of its comment. */
interface ReadFunction {
	readonly parts: FunctionParts;
	readonly comment?: string | null;
}

/**
 * A function from the arguments of a call.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID or IDENTIFIER_INVALID, also when parts of the definition exclude each other.
 */
export function readFunction(call: string, name: string, given: FunctionDefinition, schema?: string): ReadFunction {
	const own = check.name(name, `${call}: name`);
	const label = `${call}: definition`;
	const { comment, language, ...read } = parts(functionDefinition(given, label), label);
	const { arguments: list = [], procedure = false } = read;
	const whole = { ...read, arguments: list, procedure, ...(language !== undefined && { language }) };
	const problem = problemOf(whole);
	if (problem !== undefined) throw new GenSqlError('ARGUMENT_INVALID', `${label} ${problem}`);
	return {
		parts: { ...whole, function: qualified(own, schema), language: language ?? 'sql' },
		...(comment !== undefined && { comment }),
	};
}

type Whole = Omit<FunctionParts, 'function' | 'language'> & Pick<FunctionDefinition, 'language'>;

/** What is certain to be refused by the server; it completes "definition …". */
function problemOf(whole: Whole): string | undefined {
	const { body, sqlBody, language } = whole;
	if (body && sqlBody) return 'has both a body and an sqlBody';
	if (!body && !sqlBody) return 'has neither a body nor an sqlBody';
	if (body && language === undefined) return 'does not say the language of its body';
	if (sqlBody && language !== undefined && language !== 'sql') return `has an sqlBody, which is no ${language}`;
	return whole.procedure ? problemOfProcedure(whole) : problemOfFunction(whole);
}

function problemOfProcedure(whole: Whole): string | undefined {
	const stray = OF_FUNCTIONS.find((key) => whole[key] !== undefined && whole[key] !== false);
	return stray && `is of a procedure, which has no "${stray}"`;
}

function problemOfFunction({ returns, rows, arguments: list }: Whole): string | undefined {
	const hasOut = list.some(({ mode }) => mode === 'OUT' || mode === 'INOUT');
	const isRows = typeof returns === 'object' && ('setof' in returns || 'table' in returns);
	if (returns === undefined && !hasOut) return 'does not say what the function returns';
	if (rows !== undefined && !isRows) return 'has "rows", and the function returns one value';
	if (returns === 'trigger' && list.length > 0) return 'is of a trigger function, which has no arguments of its own';
	return hasOut && isRows && 'table' in returns ? 'has both OUT arguments and a table to return' : undefined;
}
