import { deepFreeze } from '../core/freeze.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type Column, columnArgument, isColumn } from '../schema/column.ts';
import { constraintChecks } from '../schema/constraint-argument.ts';
import type { TableConstraint } from '../schema/constraints.ts';
import { type Index, indexArgument, type NamedIndex } from '../schema/index-element.ts';
import { namedColumn, namedElements } from '../schema/naming.ts';
import { checkColumnNames, describeTable, type Table } from '../schema/table.ts';
import { normalizeElements } from '../schema/table-elements.ts';
import type { NamingDefinition, OperationBase } from './operation.ts';
import { bare, mayHaveBeenThere } from './reversal.ts';

/** What may stand in a table: columns, constraints, indexes. */
export type TableElement = Column | TableConstraint | Index;

interface PostgresqlTable {
	/** `RANGE (created_at)`: makes the table a partitioned one. */
	readonly partitionBy?: string;
	/** Tables whose columns this one takes over; one of another schema as `['schema', 'table']`. */
	readonly inherits?: readonly (string | readonly [schema: string, table: string])[];
	/** Storage parameters: `{ fillfactor: 70 }`. */
	readonly with?: Readonly<Record<string, string | number | boolean>>;
	/** Table access method. */
	readonly using?: string;
	readonly onCommit?: 'PRESERVE ROWS' | 'DELETE ROWS' | 'DROP';
	readonly tablespace?: string;
}

export interface CreateTableOptions {
	readonly schema?: string;
	readonly comment?: string | null;
	/** Words between CREATE and TABLE: `['UNLOGGED']`. */
	readonly prefixes?: readonly string[];
	/** Succeed when a table of this name is there already, whatever its columns. Default `false`. */
	readonly ifNotExists?: boolean;
	readonly postgresql?: PostgresqlTable;
}

/** The recorded operation: what the columns say of keys and indexes is spelled out in `constraints` and `indexes`. */
export interface CreateTable extends OperationBase<'createTable'> {
	readonly table: QualifiedName;
	readonly columns: readonly Column[];
	/** The primary key first, then what the columns declare, then the constraints in the order given. */
	readonly constraints: readonly TableConstraint[];
	readonly indexes: readonly NamedIndex[];
	readonly prefixes: readonly string[];
	readonly ifNotExists: boolean;
	readonly comment?: string;
	readonly postgresql?: PostgresqlTable;
}

/** The same before its names are settled. */
export type CreateTableDraft = Omit<CreateTable, 'indexes'> & { readonly indexes: readonly Index[] };

export interface CreateTableMethod {
	/**
	 * Create a table with its columns, constraints, indexes and comments.
	 *
	 * @param name - As the server stores it; the schema is an option.
	 * @param elements - Columns, constraints and indexes, in the order in which they are to stand.
	 * @returns The table, for bulkInsert.
	 * @throws {GenSqlError} ARGUMENT_INVALID when two columns share a name, or a constraint names no column of the table.
	 * @see https://www.postgresql.org/docs/current/sql-createtable.html
	 *
	 * @example
	 * op.createTable('user', [
	 *   column('id', t.uuid(), { primaryKey: true }),
	 *   column('email', t.string(255), { nullable: false, unique: true }),
	 * ]);
	 */
	createTable(name: string, elements: readonly TableElement[], options?: CreateTableOptions): Table;
}

const element: check.Check<TableElement> = check.oneKindOf<TableElement>(
	{ column: columnArgument, ...constraintChecks, index: indexArgument },
	'a column, a constraint or an index',
);

const prefix: check.Check<string> = (given, label) =>
	typeof given === 'string' && /^[A-Za-z]+( [A-Za-z]+)*$/.test(given)
		? given.toUpperCase()
		: check.refuse(label, 'a word such as UNLOGGED', given);

const parent: check.Check<string | readonly [schema: string, table: string]> = (given, label) => {
	if (!Array.isArray(given)) return check.name(given, label);
	const [schema, table, ...rest] = given as readonly unknown[];
	if (rest.length > 0) check.refuse(label, "a name or ['schema', 'table']", given);
	return deepFreeze([check.name(schema, label), check.name(table, label)] as const);
};

const options = {
	schema: check.name,
	comment: check.textOrNull,
	prefixes: check.listOf(prefix, 'words', 0),
	ifNotExists: check.flag,
	postgresql: check.record({
		partitionBy: check.text,
		inherits: check.listOf(parent, 'table names'),
		with: check.parameters,
		using: check.name,
		onCommit: check.oneOf('PRESERVE ROWS', 'DELETE ROWS', 'DROP'),
		tablespace: check.name,
	}),
};

export const createTable: NamingDefinition<CreateTable, CreateTableMethod['createTable'], CreateTableDraft> = {
	kind: 'createTable',
	summary: 'Create a table with its columns, constraints, indexes and comments.',
	options,

	create(name, elements, given, ...rest) {
		check.noMore('createTable', rest);
		const own = check.name(name, 'createTable: name');
		const { schema, comment, ...others } = check.readOptions('createTable', given, options);
		const list = check.listOf(element, 'columns, constraints and indexes', 0)(elements, 'createTable: elements');
		checkColumnNames('createTable', list.filter(isColumn));
		const table = qualified(own, schema);
		const inherited = others.postgresql?.inherits !== undefined;
		return {
			kind: 'createTable',
			table,
			...normalizeElements(own, list, inherited),
			prefixes: [],
			ifNotExists: false,
			...(comment != null && { comment }),
			...others,
		};
	},

	reverse: (op) =>
		op.ifNotExists
			? mayHaveBeenThere('ifNotExists')
			: {
					operations: [{ kind: 'dropTable', table: op.table, ifExists: false, was: bare(op) }],
					removes: op.table,
				},
	types: ({ columns, ifNotExists }) => ({ uses: columns.map(({ type }) => type), ifNotExists }),
	named: (op, naming) => ({
		...op,
		columns: op.columns.map((column) => namedColumn(column, op.table, naming)),
		...namedElements(op, op.table, naming),
	}),

	result: ({ table, columns }) => describeTable(table, columns),
};
