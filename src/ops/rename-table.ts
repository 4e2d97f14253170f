import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

export interface RenameTable extends OperationBase<'renameTable'> {
	readonly table: QualifiedName;
	readonly newName: string;
}

export interface RenameTableMethod {
	/**
	 * Rename a table; it stays in its schema.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.renameTable('chat', 'conversation');
	 */
	renameTable(oldName: string, newName: string, options?: { readonly schema?: string }): void;
}

const options = { schema: check.name };

export const renameTable: OperationDefinition<RenameTable, RenameTableMethod['renameTable']> = {
	kind: 'renameTable',
	summary: 'Rename a table.',
	options,

	create(oldName, newName, given, ...rest) {
		check.noMore('renameTable', rest);
		const own = check.name(oldName, 'renameTable: oldName');
		const next = check.name(newName, 'renameTable: newName');
		const { schema } = check.readOptions('renameTable', given, options);
		return { kind: 'renameTable', table: qualified(own, schema), newName: next };
	},

	reverse({ table, newName }) {
		const renamed = { ...table, name: newName };
		return {
			operations: [{ kind: 'renameTable', table: renamed, newName: table.name }],
			moves: { from: table, to: renamed },
		};
	},
};
