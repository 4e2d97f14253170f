import * as check from '../schema/arguments.ts';
import { type Role, role } from '../schema/role.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, mayHaveBeenThere, undoneBy } from './reversal.ts';

export interface CreateSchema extends OperationBase<'createSchema'> {
	readonly schema: string;
	readonly authorization?: Role;
	readonly ifNotExists: boolean;
}

export interface CreateSchemaOptions {
	/**
	 * The role that owns it: a name, sql`CURRENT_USER`, or param('owner', 'identifier'). Default: the role that runs the
	 * script.
	 */
	readonly authorization?: Role;
	/** Succeed when there is a schema of this name, whoever owns it. Default `false`. */
	readonly ifNotExists?: boolean;
}

export interface CreateSchemaMethod {
	/**
	 * Create a schema.
	 *
	 * @throws {GenSqlError} IDENTIFIER_INVALID when the name begins with `pg_`, which PostgreSQL keeps for itself.
	 * @see https://www.postgresql.org/docs/current/sql-createschema.html
	 *
	 * @example
	 * op.createSchema('billing', { authorization: 'accounting' });
	 */
	createSchema(name: string, options?: CreateSchemaOptions): void;
}

const options = { authorization: role, ifNotExists: check.flag };

export const createSchema: OperationDefinition<CreateSchema, CreateSchemaMethod['createSchema']> = {
	kind: 'createSchema',
	summary: 'Create a schema.',
	options,

	create(name, given, ...rest) {
		check.noMore('createSchema', rest);
		const schema = check.name(name, 'createSchema: name');
		return { kind: 'createSchema', schema, ifNotExists: false, ...check.readOptions('createSchema', given, options) };
	},

	reverse: (op) =>
		op.ifNotExists
			? mayHaveBeenThere('ifNotExists')
			: undoneBy({ kind: 'dropSchema', schema: op.schema, ifExists: false, cascade: false, was: bare(op) }),
};
