import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type Column, columnArgument } from '../schema/column.ts';
import type { Index, NamedIndex } from '../schema/index-element.ts';
import { namedColumn, namedElements } from '../schema/naming.ts';
import { type ColumnConstraint, columnElements } from '../schema/table-elements.ts';
import { type Online, type OnlineOptions, onlineOption } from './online.ts';
import type { NamingDefinition, OperationBase } from './operation.ts';
import { bare, mayHaveBeenThere, undoneBy } from './reversal.ts';

/** The recorded operation: what the column says of keys and indexes is spelled out in `constraints` and `indexes`. */
export interface AddColumn extends OperationBase<'addColumn'>, Online {
	readonly table: QualifiedName;
	readonly column: Column;
	readonly constraints: readonly ColumnConstraint[];
	readonly indexes: readonly NamedIndex[];
	readonly ifNotExists: boolean;
}

/** The same before its names are settled. */
export type AddColumnDraft = Omit<AddColumn, 'indexes'> & { readonly indexes: readonly Index[] };

export interface AddColumnOptions extends OnlineOptions {
	readonly schema?: string;
	/** Succeed when there is a column of this name, whatever its type. Default `false`. */
	readonly ifNotExists?: boolean;
}

export interface AddColumnMethod {
	/**
	 * Add a column to a table, with its constraints, its index and its comment.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.addColumn('user', column('nickname', t.string(50)));
	 */
	addColumn(table: string, column: Column, options?: AddColumnOptions): void;
}

const options = { schema: check.name, ifNotExists: check.flag, ...onlineOption };

export const addColumn: NamingDefinition<AddColumn, AddColumnMethod['addColumn'], AddColumnDraft> = {
	kind: 'addColumn',
	summary: 'Add a column to a table.',
	options,

	create(table, column, given, ...rest) {
		check.noMore('addColumn', rest);
		const own = check.name(table, 'addColumn: table');
		const added = columnArgument(column, 'addColumn: column');
		const { schema, ifNotExists = false, online } = check.readOptions('addColumn', given, options);
		return {
			kind: 'addColumn',
			table: qualified(own, schema),
			column: added,
			...columnElements(added),
			ifNotExists,
			...(online !== undefined && { online }),
		};
	},

	reverse: (op) =>
		op.ifNotExists
			? mayHaveBeenThere('ifNotExists', op.table)
			: undoneBy({
					kind: 'dropColumn',
					table: op.table,
					column: op.column.name,
					ifExists: false,
					...(op.online && { online: true }),
					was: bare(op),
				}),
	types: ({ column, ifNotExists }) => ({ uses: [column.type], ifNotExists }),
	named: (op, naming) => ({
		...op,
		column: namedColumn(op.column, op.table, naming),
		...namedElements(op, op.table, naming),
	}),
};
