import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type Column, columnArgument } from '../schema/column.ts';
import type { ColumnType } from '../sql/types.ts';
import { type AddColumn, type AddColumnDraft, addColumn } from './add-column.ts';
import { type Online, type OnlineOptions, onlineOption } from './online.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { checkSameName, inSchema, restored } from './reversal.ts';

export interface DropColumn extends OperationBase<'dropColumn'>, Online {
	readonly table: QualifiedName;
	readonly column: string;
	readonly ifExists: boolean;
	readonly existingType?: ColumnType;
	/** What it was; undoing the drop needs it. */
	readonly was?: AddColumn;
}

/** The same before its names are settled. */
type Draft = Omit<DropColumn, 'was'> & { readonly was?: AddColumnDraft };

export interface DropColumnOptions extends OnlineOptions {
	readonly schema?: string;
	/** Succeed when there is no such column. Default `false`. */
	readonly ifExists?: boolean;
	/** The type there is now; dialects that bind constraints to a type need it. */
	readonly existingType?: ColumnType;
	/** What it is now; undoing the drop needs it. */
	readonly was?: Column;
}

export interface DropColumnMethod {
	/**
	 * Drop a column, its data, and the indexes and constraints that need it.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.dropColumn('user', 'nickname');
	 */
	dropColumn(table: string, column: string, options?: DropColumnOptions): void;
}

const options = {
	schema: check.name,
	ifExists: check.flag,
	existingType: check.columnType,
	...onlineOption,
	was: columnArgument,
};

const restoring = (
	table: string,
	was: Column,
	schema: string | undefined,
	online: boolean | undefined,
): AddColumnDraft => addColumn.create(table, was, { ...inSchema(schema), ...(online !== undefined && { online }) });

export const dropColumn: OperationDefinition<DropColumn, DropColumnMethod['dropColumn'], Draft> = {
	kind: 'dropColumn',
	summary: 'Drop a column and its data.',
	options,

	create(table, column, given, ...rest) {
		check.noMore('dropColumn', rest);
		const own = check.name(table, 'dropColumn: table');
		const dropped = check.name(column, 'dropColumn: column');
		const { schema, was, ...others } = check.readOptions('dropColumn', given, options);
		checkSameName('dropColumn', dropped, was?.name);
		return {
			kind: 'dropColumn',
			table: qualified(own, schema),
			column: dropped,
			ifExists: false,
			...others,
			...(was && { was: restoring(own, was, schema, others.online) }),
		};
	},

	reverse: ({ column, table, was }) =>
		restored(was, `the column "${column}"`, `give { was: column('${column}', …) }`, table),
	named: ({ was, ...op }, naming) => ({ ...op, ...(was && { was: addColumn.named(was, naming) }) }),
};
