import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import type { SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';
import { type FinalName, givenNameOrNull, type Named, namedAgain } from './final-name.ts';

/** Options of an index, in a table and on its own. */
export interface IndexOptions {
	/** Refuse two rows with the same key. Default `false`. */
	readonly unique?: boolean;
	readonly postgresql?: {
		/** Access method: `gin`, `gist`, `brin`, `hash`, `spgist`. Default: the server's, `btree`. */
		readonly using?: string;
		/** Only rows for which this holds are in the index. A string is SQL. */
		readonly where?: string | SqlFragment;
		/** Further columns to store in the index. */
		readonly include?: readonly string[];
		/** Operator classes by column name: `{ body: 'gin_trgm_ops' }`. */
		readonly ops?: Readonly<Record<string, string>>;
		/** Storage parameters: `{ fillfactor: 70 }`. */
		readonly with?: Readonly<Record<string, string | number | boolean>>;
		readonly tablespace?: string;
		/** Let one NULL at most be stored. PostgreSQL 15 and later. */
		readonly nullsNotDistinct?: boolean;
	};
}

/** An index as it was declared. Frozen. */
export interface Index extends Named, Omit<IndexOptions, 'unique' | 'postgresql'> {
	readonly kind: 'index';
	/** Column names, and expressions given as sql`…`. */
	readonly columns: readonly (string | SqlFragment)[];
	readonly unique: boolean;
	readonly postgresql?: Omit<NonNullable<IndexOptions['postgresql']>, 'where'> & { readonly where?: SqlFragment };
}

/** An index whose name is settled. */
export type NamedIndex = Index & { readonly name: string };

/** Operator classes by column name. */
export const operatorClasses: check.Check<Readonly<Record<string, string>>> = (given, label) => {
	const classes = check.parameters(given, label);
	for (const [column, operatorClass] of Object.entries(classes)) check.name(operatorClass, `${label}.${column}`);
	return classes as Readonly<Record<string, string>>;
};

/**
 * @param label - The call and the option, for the message: `index: postgresql.ops`.
 * @throws {GenSqlError} ARGUMENT_INVALID when an operator class is given for a column that is not indexed.
 */
export function checkOperatorClasses(
	label: string,
	classes: Readonly<Record<string, string>> | undefined,
	columns: readonly (string | SqlFragment)[],
): void {
	const stray = Object.keys(classes ?? {}).find((column) => !columns.includes(column));
	if (stray === undefined) return;
	throw new GenSqlError('ARGUMENT_INVALID', `${label} names "${stray}", which is not indexed`);
}

/** A column name, or an expression given as sql`…`. */
export const columnOrExpression: check.Check<string | SqlFragment> = (given, label) =>
	typeof given === 'string' ? check.name(given, label) : check.expression(given, label);

/** PostgreSQL's options of an index that createIndex and index() share. */
export const indexPostgresql = {
	using: check.name,
	where: check.expression,
	include: check.columnNames,
	ops: operatorClasses,
	with: check.parameters,
	tablespace: check.name,
	nullsNotDistinct: check.flag,
};

/** Column names, and expressions given as sql`…`. */
export const indexColumns = check.listOf(columnOrExpression, 'column names or sql`…`');

/**
 * An index among the elements of a table.
 *
 * @param name - Null when the naming convention is to choose it.
 * @param columns - Column names, or expressions given as sql`…`.
 * @throws {GenSqlError} ARGUMENT_INVALID when an argument or an option is not accepted.
 */
export function index(
	name: string | FinalName | null,
	columns: readonly (string | SqlFragment)[],
	given?: IndexOptions,
): Index {
	const { unique = false, ...rest } = check.readOptions('index', given, {
		unique: check.flag,
		postgresql: check.record(indexPostgresql),
	});
	const made = {
		kind: 'index' as const,
		...givenNameOrNull(name, 'index: name'),
		columns: indexColumns(columns, 'index: columns'),
		unique,
		...rest,
	};
	checkOperatorClasses('index: postgresql.ops', made.postgresql?.ops, made.columns);
	return deepFreeze(made);
}

/** An index made by `index()`. */
export const indexArgument: check.Check<Index> = check.madeBy(
	'index',
	'made by index()',
	['name', 'final', 'columns'],
	({ name, final, columns }, rest) => index(namedAgain({ name, final }).name ?? null, columns, rest),
);
