import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { describe, identifier, type QualifiedName, qualified } from '../core/names.ts';
import type { SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';
import type { ExcludeConstraint } from './exclude-constraint.ts';
import { type FinalName, givenName, type Named } from './final-name.ts';

/** What a foreign key does when the row it points at is deleted or changes its key. */
export type ReferentialAction = 'NO ACTION' | 'RESTRICT' | 'CASCADE' | 'SET NULL' | 'SET DEFAULT';

/** When a deferrable constraint is checked unless the transaction says otherwise. */
export type Initially = 'IMMEDIATE' | 'DEFERRED';

/** How a foreign key of several columns treats NULL. */
export type Match = 'FULL' | 'PARTIAL' | 'SIMPLE';

/** Options every constraint that can wait for the end of the transaction has. */
export interface DeferrableOptions {
	/** Whether the check may wait for the end of the transaction; `false` says NOT DEFERRABLE. */
	readonly deferrable?: boolean;
	readonly initially?: Initially;
}

/** Options of a foreign key, in a column, in a table and on its own. */
export interface ForeignKeyOptions extends DeferrableOptions {
	/** Name of the constraint; without one the naming convention chooses, else the server. */
	readonly name?: string | FinalName;
	readonly onDelete?: ReferentialAction;
	readonly onUpdate?: ReferentialAction;
	readonly match?: Match;
	readonly postgresql?: {
		/** Do not check the rows that are there already. */
		readonly notValid?: boolean;
		/** The columns that `onDelete: 'SET NULL'` or `'SET DEFAULT'` sets; all when left out. PostgreSQL 15 and later. */
		readonly onDeleteColumns?: readonly string[];
	};
}

export interface PrimaryKeyOptions extends DeferrableOptions {
	/** Name of the constraint; without one the naming convention chooses, else the server. */
	readonly name?: string | FinalName;
	readonly postgresql?: {
		/** Further columns to store in the index. */
		readonly include?: readonly string[];
	};
}

export interface UniqueOptions extends DeferrableOptions {
	/** Name of the constraint; without one the naming convention chooses, else the server. */
	readonly name?: string | FinalName;
	readonly postgresql?: {
		/** Further columns to store in the index. */
		readonly include?: readonly string[];
		/** Let one NULL at most be stored. PostgreSQL 15 and later. */
		readonly nullsNotDistinct?: boolean;
	};
}

export interface CheckOptions extends DeferrableOptions {
	/** Name of the constraint; without one the naming convention chooses, else the server. */
	readonly name?: string | FinalName;
	readonly postgresql?: {
		/** Do not check the rows that are there already. */
		readonly notValid?: boolean;
		/** Do not pass the constraint on to child tables. */
		readonly noInherit?: boolean;
	};
}

export interface PrimaryKeyConstraint extends Named, Omit<PrimaryKeyOptions, 'name'> {
	readonly kind: 'primaryKey';
	readonly columns: readonly string[];
}

export interface UniqueConstraint extends Named, Omit<UniqueOptions, 'name'> {
	readonly kind: 'unique';
	readonly columns: readonly string[];
}

export interface ForeignKeyConstraint extends Named, Omit<ForeignKeyOptions, 'name'> {
	readonly kind: 'foreignKey';
	readonly columns: readonly string[];
	readonly referredTable: QualifiedName;
	readonly referredColumns: readonly string[];
}

export interface CheckConstraint extends Named, Omit<CheckOptions, 'name'> {
	readonly kind: 'check';
	readonly condition: SqlFragment;
}

/** A constraint that stands among the elements of a table. */
export type TableConstraint =
	| PrimaryKeyConstraint
	| UniqueConstraint
	| ForeignKeyConstraint
	| CheckConstraint
	| ExcludeConstraint;

/** What a column refers to; the columns are filled in by the column it stands in. */
export interface ForeignKey extends Named, Omit<ForeignKeyOptions, 'name'> {
	readonly kind: 'reference';
	readonly referredTable: QualifiedName;
	readonly referredColumns: readonly string[];
}

/** `'table.column'`, `'schema.table.column'`, or an array of these parts for names that hold dots. */
export type Reference = string | readonly string[];

/** How the options of constraints that can wait are checked. */
export const deferrable = { deferrable: check.flag, initially: check.oneOf('IMMEDIATE', 'DEFERRED') };

const actions = check.oneOf('NO ACTION', 'RESTRICT', 'CASCADE', 'SET NULL', 'SET DEFAULT');

const action: check.Check<ReferentialAction> = (given, label) => {
	if (typeof given !== 'string' || !/^set (?:null|default)\s*\(/i.test(given)) return actions(given, label);
	return check.refuse(label, 'an action without columns', given, 'write postgresql: { onDeleteColumns: [ … ] }');
};

/** The options of each constraint without its name; the operations that add constraints read them too. */
export const constraintOptions = {
	check: { ...deferrable, postgresql: check.record({ notValid: check.flag, noInherit: check.flag }) },
	foreignKey: {
		...deferrable,
		onDelete: action,
		onUpdate: action,
		match: check.oneOf('FULL', 'PARTIAL', 'SIMPLE'),
		postgresql: check.record({ notValid: check.flag, onDeleteColumns: check.columnNames }),
	},
	primaryKey: { ...deferrable, postgresql: check.record({ include: check.columnNames }) },
	unique: { ...deferrable, postgresql: check.record({ include: check.columnNames, nullsNotDistinct: check.flag }) },
};

/**
 * Read the options of a constraint.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when one is not accepted, or two of them exclude each other.
 */
export const readConstraint: typeof check.readOptions = (call, given, checks) => {
	const options = check.readOptions(call, given, checks);
	const { deferrable, initially }: DeferrableOptions = options;
	if (deferrable !== false || initially !== 'DEFERRED') return options;
	throw new GenSqlError(
		'ARGUMENT_INVALID',
		`${call}: a constraint that is not deferrable cannot be initially deferred`,
	);
};

/** The options of a constraint among the elements of a table, which has its name among them. */
export function readNamed<Checks extends check.OptionChecks>(call: string, given: unknown, checks: Checks) {
	const { name, ...others } = readConstraint(call, given, { ...checks, name: givenName });
	return { ...others, ...name };
}

/**
 * The columns that a deletion sets are columns of the key, and there is an action that sets them.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when they are not.
 */
export function checkOnDeleteColumns(
	call: string,
	{ onDelete, postgresql }: Pick<ForeignKeyOptions, 'onDelete' | 'postgresql'>,
	columns: readonly string[],
): void {
	const set = postgresql?.onDeleteColumns;
	if (!set) return;
	if (onDelete !== 'SET NULL' && onDelete !== 'SET DEFAULT') {
		throw new GenSqlError(
			'ARGUMENT_INVALID',
			`${call}: postgresql.onDeleteColumns needs onDelete: 'SET NULL' or 'SET DEFAULT'`,
		);
	}
	const stray = set.find((column) => !columns.includes(column));
	if (stray === undefined) return;
	throw new GenSqlError(
		'ARGUMENT_INVALID',
		`${call}: postgresql.onDeleteColumns names "${stray}", which is no column of the key`,
	);
}

/** A column of a table. */
export interface ColumnReference {
	readonly table: QualifiedName;
	readonly column: string;
}

/** A reference as data. */
export const reference: check.Check<ColumnReference> = (given, label) => {
	const parts = typeof given === 'string' ? given.split('.') : given;
	if (!Array.isArray(parts) || parts.length < 2 || parts.length > 3) {
		throw new GenSqlError(
			'ARGUMENT_INVALID',
			`${label} must be 'table.column' or 'schema.table.column', got ${describe(given)}`,
			{
				hint: "names that hold dots are given in parts: ['schema', 'table', 'column']",
			},
		);
	}
	const [column, table, schema] = parts.map((part) => identifier(part, label)).reverse();
	return { table: qualified(table as string, schema), column: column as string };
};

/**
 * What a column refers to: `references: foreignKey('user.id')`.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when the reference or an option is not one.
 */
export function foreignKey(target: Reference, options?: ForeignKeyOptions): ForeignKey {
	const { table, column } = reference(target, 'foreignKey: target');
	return deepFreeze({
		kind: 'reference',
		referredTable: table,
		referredColumns: [column],
		...readNamed('foreignKey', options, constraintOptions.foreignKey),
	});
}

/** A primary key over one column or several. */
export const primaryKeyConstraint = (columns: readonly string[], options?: PrimaryKeyOptions): PrimaryKeyConstraint =>
	deepFreeze({
		kind: 'primaryKey',
		columns: check.columnNames(columns, 'primaryKeyConstraint: columns'),
		...readNamed('primaryKeyConstraint', options, constraintOptions.primaryKey),
	});

/** Columns whose values together stand once in a table. */
export const uniqueConstraint = (columns: readonly string[], options?: UniqueOptions): UniqueConstraint =>
	deepFreeze({
		kind: 'unique',
		columns: check.columnNames(columns, 'uniqueConstraint: columns'),
		...readNamed('uniqueConstraint', options, constraintOptions.unique),
	});

/**
 * Columns that point at a row of another table.
 *
 * @param columns - The columns of this table.
 * @param targets - One reference a column, in the same order and all of the same table: `['user.id']`.
 */
export function foreignKeyConstraint(
	columns: readonly string[],
	targets: readonly Reference[],
	options?: ForeignKeyOptions,
): ForeignKeyConstraint {
	const call = 'foreignKeyConstraint';
	const own = check.columnNames(columns, `${call}: columns`);
	const referred = check.listOf(reference, 'references')(targets, `${call}: targets`);
	const [first] = referred;
	if (!first || referred.length !== own.length) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: ${own.length} columns refer to ${referred.length} columns`);
	}
	if (referred.some(({ table }) => table.name !== first.table.name || table.schema !== first.table.schema)) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: targets are columns of different tables`);
	}
	const others = readNamed(call, options, constraintOptions.foreignKey);
	checkOnDeleteColumns(call, others, own);
	return deepFreeze({
		kind: 'foreignKey',
		columns: own,
		referredTable: first.table,
		referredColumns: deepFreeze(referred.map(({ column }) => column)),
		...others,
	});
}

/** A condition that holds for each row. A string is SQL. */
export const checkConstraint = (condition: string | SqlFragment, options?: CheckOptions): CheckConstraint =>
	deepFreeze({
		kind: 'check',
		condition: check.expression(condition, 'checkConstraint: condition'),
		...readNamed('checkConstraint', options, constraintOptions.check),
	});
