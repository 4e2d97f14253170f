import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface RenameColumn extends OperationBase<'renameColumn'> {
	readonly table: QualifiedName;
	readonly column: string;
	readonly newName: string;
	readonly ifExists: boolean;
}

export interface RenameColumnOptions {
	readonly schema?: string;
	/** Succeed when there is no such table. Default `false`. */
	readonly ifExists?: boolean;
}

export interface RenameColumnMethod {
	/**
	 * Rename a column of a table or a view.
	 *
	 * Views, indexes, constraints and triggers go on with it. Text that names the column stays as it is: the bodies of
	 * functions, and the programs that use the database.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.renameColumn('message', 'text', 'body');
	 */
	renameColumn(table: string, column: string, newName: string, options?: RenameColumnOptions): void;
}

const options = { schema: check.name, ifExists: check.flag };

export const renameColumn: OperationDefinition<RenameColumn, RenameColumnMethod['renameColumn']> = {
	kind: 'renameColumn',
	summary: 'Rename a column.',
	options,

	create(table, column, newName, given, ...rest) {
		check.noMore('renameColumn', rest);
		const on = check.name(table, 'renameColumn: table');
		const own = check.name(column, 'renameColumn: column');
		const next = check.name(newName, 'renameColumn: newName');
		const { schema, ifExists = false } = check.readOptions('renameColumn', given, options);
		return { kind: 'renameColumn', table: qualified(on, schema), column: own, newName: next, ifExists };
	},

	reverse: (op) => undoneBy({ ...bare(op), column: op.newName, newName: op.column }),
};
