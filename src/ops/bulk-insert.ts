import { GenSqlError } from '../core/error.ts';
import { snapshot } from '../core/freeze.ts';
import type { QualifiedName } from '../core/names.ts';
import { didYouMean } from '../core/suggest.ts';
import * as check from '../schema/arguments.ts';
import type { Column } from '../schema/column.ts';
import { isTable, type Table } from '../schema/table.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible } from './reversal.ts';

/** Values by column name; a column that is left out, or undefined, gets its default. Null is NULL. */
export type Row = Readonly<Record<string, unknown>>;

export interface BulkInsert extends OperationBase<'bulkInsert'> {
	readonly table: QualifiedName;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
	/** Whether several rows go into one INSERT. */
	readonly multiinsert: boolean;
}

export interface BulkInsertOptions {
	/** Whether several rows go into one INSERT. Default `true`. */
	readonly multiinsert?: boolean;
}

export interface BulkInsertMethod {
	/**
	 * Insert rows, in the order given.
	 *
	 * @param table - What `table()` or createTable returned: the types of its columns decide how values are written.
	 * @param rows - An empty array inserts nothing.
	 * @throws {GenSqlError} ARGUMENT_INVALID when a row names a column that the table does not have.
	 *
	 * @example
	 * op.bulkInsert(table('role', [column('name', t.string())]), [{ name: 'admin' }, { name: 'member' }]);
	 */
	bulkInsert(table: Table, rows: readonly Row[], options?: BulkInsertOptions): void;
}

const options = { multiinsert: check.flag };

export const bulkInsert: OperationDefinition<BulkInsert, BulkInsertMethod['bulkInsert']> = {
	kind: 'bulkInsert',
	summary: 'Insert rows.',
	options,

	create(table, rows, given, ...rest) {
		check.noMore('bulkInsert', rest);
		if (!isTable(table)) {
			check.refuse('bulkInsert: table', 'a table', table, "write table('role', [column('name', t.string())])");
		}
		const { multiinsert = true } = check.readOptions('bulkInsert', given, options);
		const names = table.columns.map(({ name }) => name);
		const known = new Set(names);
		const row: check.Check<Row> = (value, label) => {
			if (typeof value !== 'object' || value === null || Array.isArray(value)) check.refuse(label, 'an object', value);
			const stray = Object.keys(value as object).find((key) => !known.has(key));
			if (stray === undefined) return snapshot(value as Row);
			throw new GenSqlError(
				'ARGUMENT_INVALID',
				`${label} has a value for "${stray}", which is no column of "${table.table.name}"`,
				{
					hint: didYouMean(stray, names, 'columns'),
				},
			);
		};
		return {
			kind: 'bulkInsert',
			table: table.table,
			columns: table.columns,
			rows: check.listOf(row, 'rows (objects)', 0)(rows, 'bulkInsert: rows'),
			multiinsert,
		};
	},

	reverse: ({ table }) => irreversible('which rows it has added is not known afterwards', undefined, table),
};
