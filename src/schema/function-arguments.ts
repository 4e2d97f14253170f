import { isDeepStrictEqual } from 'node:util';
import { isOfKind } from '../core/keys.ts';
import type { QualifiedName } from '../core/names.ts';
import { type ColumnType, isColumnType } from '../sql/types.ts';
import * as check from './arguments.ts';

/** An argument of a function. */
export interface FunctionArgument {
	readonly name?: string;
	readonly type: ColumnType;
	/** Default `'IN'`. */
	readonly mode?: 'IN' | 'OUT' | 'INOUT' | 'VARIADIC';
	/** What it is in a call that leaves it out: a string is a literal, sql`…` an expression, null is NULL. */
	readonly default?: check.Value | null;
}

/** A column of the rows that a function returns. */
export interface ReturnedColumn {
	readonly name: string;
	readonly type: ColumnType;
}

/** What a function returns: one value, several, rows of columns, or nothing of use. */
export type FunctionReturns =
	| ColumnType
	| 'trigger'
	| 'void'
	| { readonly setof: ColumnType }
	| { readonly table: readonly ReturnedColumn[] };

/** What names one function, or procedure, among those that share its name. */
export interface FunctionSignature {
	readonly function: QualifiedName;
	/** The types of what it is given, in order; without them no other may have its name. */
	readonly argumentTypes?: readonly ColumnType[];
}

/** What is told from others of its name by the types of what it is given. */
export const ROUTINES = ['function', 'procedure', 'routine'] as const;

export const isRoutine = (type: string): boolean => ROUTINES.some((routine) => routine === type);

/** The types of what a function is given. */
export const argumentTypes = check.listOf(check.columnType, 'types', 0);

/** @throws {GenSqlError} ARGUMENT_INVALID when one that is needed is missing. */
const object =
	<Checks extends check.OptionChecks>(checks: Checks, needed: readonly (keyof Checks & string)[], what: string) =>
	(given: unknown, label: string) => {
		const isObject = typeof given === 'object' && given !== null && needed.every((key) => key in given);
		return isObject ? check.record(checks)(given, label) : check.refuse(label, what, given);
	};

const argument = object(
	{
		name: check.name,
		type: check.columnType,
		mode: check.oneOf('IN', 'OUT', 'INOUT', 'VARIADIC'),
		default: check.valueOrNull,
	},
	['type'],
	"an object such as { name: 'id', type: t.integer() }",
);

const inputUnlessSaid: check.Check<FunctionArgument> = (given, label) => {
	const { mode, ...rest } = argument(given, label) as FunctionArgument;
	if (mode === 'OUT' && 'default' in rest)
		check.refuse(`${label}: default`, 'left out of an OUT argument', rest.default);
	return Object.freeze(mode === undefined || mode === 'IN' ? rest : { ...rest, mode });
};

/** The arguments of a function, in order. */
export const functionArguments = check.listOf(inputUnlessSaid, 'arguments', 0);

const returnedColumn = object(
	{ name: check.name, type: check.columnType },
	['name', 'type'],
	"an object such as { name: 'id', type: t.integer() }",
) as check.Check<ReturnedColumn>;

const returnedRows = check.listOf(returnedColumn, 'columns');

export const functionReturns: check.Check<FunctionReturns> = (given, label) => {
	if (isColumnType(given) || given === 'trigger' || given === 'void') return given;
	const [[key, entry] = [], ...others] = typeof given === 'object' && given !== null ? Object.entries(given) : [];
	if (key === 'setof' && others.length === 0)
		return Object.freeze({ setof: check.columnType(entry, `${label}.setof`) });
	if (key === 'table' && others.length === 0) return Object.freeze({ table: returnedRows(entry, `${label}.table`) });
	return check.refuse(label, "a type, 'trigger', 'void', { setof: type } or { table: [ columns ] }", given);
};

/** The types of what a function is given, by which the server tells it from others of its name. */
export const inputTypes = (given: readonly FunctionArgument[]): readonly ColumnType[] =>
	given.filter(({ mode }) => mode !== 'OUT').map(({ type }) => type);

/** What the server does not heed when it tells functions apart: lengths and digits, but those of `float`. */
const UNHEEDED: ReadonlySet<string> = new Set([
	'collation',
	'create',
	'dimensions',
	'fields',
	'labels',
	'length',
	'scale',
]);

/** Whether two functions of one name are the same to the server. */
export const haveSameTypes = (one: readonly ColumnType[], other: readonly ColumnType[]): boolean =>
	isDeepStrictEqual(one.map(heeded), other.map(heeded));

const heeded = (type: ColumnType): object =>
	Object.fromEntries(
		Object.entries(type)
			.filter(([key]) => !UNHEEDED.has(key) && (key !== 'precision' || type.name === 'float'))
			.map(([key, value]) => [key, isColumnType(value) ? heeded(value) : value]),
	);

/** All types that a function names. */
export function typesOf(
	given: readonly FunctionArgument[],
	returns: FunctionReturns | undefined,
): readonly ColumnType[] {
	const own = given.map(({ type }) => type);
	if (returns === undefined || typeof returns === 'string') return own;
	if (isOfKind(returns, 'type')) return [...own, returns as ColumnType];
	return 'setof' in returns
		? [...own, returns.setof]
		: [...own, ...('table' in returns ? returns.table.map(({ type }) => type) : [])];
}
