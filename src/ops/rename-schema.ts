import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { undoneBy } from './reversal.ts';

export interface RenameSchema extends OperationBase<'renameSchema'> {
	readonly schema: string;
	readonly newName: string;
}

export interface RenameSchemaMethod {
	/**
	 * Rename a schema; all that it holds stays in it.
	 *
	 * Text that names the schema stays as it is: the bodies of functions, `search_path` in the settings of roles.
	 *
	 * @throws {GenSqlError} IDENTIFIER_INVALID when the name begins with `pg_`, which PostgreSQL keeps for itself.
	 * @see https://www.postgresql.org/docs/current/sql-alterschema.html
	 *
	 * @example
	 * op.renameSchema('billing', 'accounting');
	 */
	renameSchema(oldName: string, newName: string): void;
}

export const renameSchema: OperationDefinition<RenameSchema, RenameSchemaMethod['renameSchema']> = {
	kind: 'renameSchema',
	summary: 'Rename a schema.',

	create(oldName, newName, ...rest) {
		check.noMore('renameSchema', rest);
		const schema = check.name(oldName, 'renameSchema: oldName');
		return { kind: 'renameSchema', schema, newName: check.name(newName, 'renameSchema: newName') };
	},

	reverse: ({ kind, schema, newName }) => undoneBy({ kind, schema: newName, newName: schema }),
	types: ({ schema, newName }) => ({ renamesSchema: [schema, newName] }),
};
