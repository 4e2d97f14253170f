import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { keysOf } from '../core/keys.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import type { ColumnType } from '../sql/types.ts';
import * as check from './arguments.ts';
import { argumentTypes, isRoutine, type ROUTINES } from './function-arguments.ts';

const OF_TABLES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'] as const;
const OF_COLUMNS: readonly string[] = ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'];
const OF_SEQUENCES = ['USAGE', 'SELECT', 'UPDATE'] as const;

/**
 * The privileges that each kind of object has; MAINTAIN came with PostgreSQL 17.
 *
 * @see https://www.postgresql.org/docs/current/ddl-priv.html
 */
export const PRIVILEGES = {
	allFunctions: ['EXECUTE'],
	allProcedures: ['EXECUTE'],
	allRoutines: ['EXECUTE'],
	allSequences: OF_SEQUENCES,
	allTables: OF_TABLES,
	database: ['CREATE', 'CONNECT', 'TEMPORARY'],
	domain: ['USAGE'],
	function: ['EXECUTE'],
	procedure: ['EXECUTE'],
	routine: ['EXECUTE'],
	schema: ['CREATE', 'USAGE'],
	sequence: OF_SEQUENCES,
	table: OF_TABLES,
	type: ['USAGE'],
} as const;

/** A kind of object that has privileges; those that begin with `all` are told by the schemas that hold them. */
export type GrantableKind = keyof typeof PRIVILEGES;
export type Privilege = (typeof PRIVILEGES)[GrantableKind][number];

type RoutineKind = (typeof ROUTINES)[number];

/** What privileges are on: one kind of object, and a name or several: `{ table: ['user', 'message'] }`. */
export type PrivilegeTarget =
	| {
			/** Tables, views, materialized views, foreign tables. */
			readonly table: string | readonly string[];
			/** The columns that the privileges are on, instead of the whole table. */
			readonly columns?: readonly string[];
	  }
	| {
			[Kind in RoutineKind]: {
				readonly [Key in Kind]: string | readonly string[];
			} & {
				/** The types of what it is given, in order, where several share the name. */
				readonly argumentTypes?: readonly ColumnType[];
			};
	  }[RoutineKind]
	| {
			[Kind in Exclude<GrantableKind, RoutineKind | 'table'>]: {
				readonly [Key in Kind]: string | readonly string[];
			};
	  }[Exclude<GrantableKind, RoutineKind | 'table'>];

/** The same as data. */
export interface GrantedObjects {
	readonly type: GrantableKind;
	/** The objects; of those that a schema holds all of, the schemas. */
	readonly names: readonly QualifiedName[];
	readonly columns?: readonly string[];
	readonly argumentTypes?: readonly ColumnType[];
}

/** Privileges by their names, or all that there are for the kind of object. */
export type PrivilegeList = 'ALL' | Privilege | readonly Privilege[];

/** A word or a list of words; whether they fit the kind of object is another question: `fittingPrivileges`. */
const privilege = check.oneOf(...new Set(Object.values(PRIVILEGES).flat()));
const privilegeOrAll = check.oneOf('ALL', ...new Set(Object.values(PRIVILEGES).flat()));

export const privileges: check.Check<'ALL' | readonly Privilege[]> = (given, label) => {
	const one = Array.isArray(given) ? undefined : privilegeOrAll(given, label);
	if (one === 'ALL') return one;
	return distinct(one === undefined ? check.listOf(privilege, 'privileges')(given, label) : [one], label);
};

/** A name, or several; each may stand once. */
export const names: check.Check<readonly string[]> = (given, label) =>
	distinct(Array.isArray(given) ? check.listOf(check.name, 'names')(given, label) : [check.name(given, label)], label);

function distinct<T extends string>(list: readonly T[], label: string): readonly T[] {
	const twice = list.find((item, index) => list.indexOf(item) !== index);
	if (twice === undefined) return Object.freeze(list);
	throw new GenSqlError('ARGUMENT_INVALID', `${label} names "${twice}" twice`);
}

const KINDS = keysOf(PRIVILEGES);
/** The kinds that lie in no schema, or are told by one. */
const OUTSIDE_SCHEMAS: readonly GrantableKind[] = [
	...(['database', 'schema', 'allFunctions', 'allProcedures', 'allRoutines', 'allSequences', 'allTables'] as const),
];

const target = check.record({
	...(Object.fromEntries(KINDS.map((kind) => [kind, names])) as Record<GrantableKind, typeof names>),
	columns: check.columnNames,
	argumentTypes,
});

/**
 * What privileges are on, as data.
 *
 * @param call - The call, for messages: `grant`.
 * @throws {GenSqlError} ARGUMENT_INVALID when it is not one kind of object, or lies in no schema and one is given.
 */
export function grantedObjects(call: string, given: unknown, schema: string | undefined): GrantedObjects {
	const { columns, argumentTypes: types, ...objects } = target(given, `${call}: on`);
	const [type, more] = keysOf(objects);
	if (type === undefined || more !== undefined) {
		throw invalid(`${call}: on must name one kind of object`, "write for example { table: 'user' }");
	}
	if (schema !== undefined && OUTSIDE_SCHEMAS.includes(type)) {
		throw invalid(`${call}: schema has no meaning on ${spoken(type)}`, 'leave it out');
	}
	if (columns && type !== 'table') throw invalid(`${call}: ${spoken(type)} has no columns`);
	if (types && !isRoutine(type)) throw invalid(`${call}: ${spoken(type)} has no arguments`);
	return deepFreeze({
		type,
		names: (objects[type] ?? []).map((name) => qualified(name, schema)),
		...(columns && { columns }),
		...(types && { argumentTypes: types }),
	});
}

/** @throws {GenSqlError} ARGUMENT_INVALID when the objects have no such privilege. */
export function checkFitting(call: string, list: 'ALL' | readonly Privilege[], on: GrantedObjects): void {
	if (list === 'ALL') return;
	const known: readonly Privilege[] = on.columns
		? OF_TABLES.filter((name) => OF_COLUMNS.includes(name))
		: PRIVILEGES[on.type];
	const foreign = list.find((one) => !known.includes(one));
	if (foreign === undefined) return;
	const what = on.columns ? 'a column' : spoken(on.type);
	throw invalid(`${call}: there is no privilege ${foreign} on ${what}`, `there is ${known.join(', ')}`);
}

/** What roles have, as grant takes it. */
export interface Granted {
	readonly privileges: PrivilegeList;
	readonly grantOption?: boolean;
}

/** The same as data. */
interface GrantedData {
	readonly privileges: 'ALL' | readonly Privilege[];
	readonly grantOption?: boolean;
}

const grantedRecord = check.record({ privileges, grantOption: check.flag });

/** Privileges, or an object that holds them beside `grantOption`. */
export const granted: check.Check<GrantedData> = (given, label) => {
	const isList = typeof given !== 'object' || given === null || Array.isArray(given);
	if (isList) return { privileges: privileges(given, label) };
	const { privileges: list, ...others } = grantedRecord(given, label);
	return list ? { privileges: list, ...others } : check.refuse(`${label}.privileges`, 'privileges', list);
};

const spoken = (kind: GrantableKind): string => (kind.startsWith('all') ? `{ ${kind} }` : `a ${kind}`);

const invalid = (message: string, hint?: string): GenSqlError => new GenSqlError('ARGUMENT_INVALID', message, { hint });
