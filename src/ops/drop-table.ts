import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

export interface DropTable extends OperationBase<'dropTable'> {
	readonly table: QualifiedName;
	readonly ifExists: boolean;
}

export interface DropTableOptions {
	readonly schema?: string;
	/** Succeed when there is no such table. Default `false`. */
	readonly ifExists?: boolean;
}

export interface DropTableMethod {
	/**
	 * Drop a table, its rows, its indexes and its own constraints.
	 *
	 * Fails when another table or a view depends on it.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-droptable.html
	 *
	 * @example
	 * op.dropTable('user');
	 */
	dropTable(name: string, options?: DropTableOptions): void;
}

const options = { schema: check.name, ifExists: check.flag };

export const dropTable: OperationDefinition<DropTable, DropTableMethod['dropTable']> = {
	kind: 'dropTable',
	summary: 'Drop a table and its rows.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropTable', rest);
		const own = check.name(name, 'dropTable: name');
		const { schema, ifExists = false } = check.readOptions('dropTable', given, options);
		return { kind: 'dropTable', table: qualified(own, schema), ifExists };
	},
};
