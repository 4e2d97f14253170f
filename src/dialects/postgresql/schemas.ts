import { GenSqlError } from '../../core/error.ts';
import type { Role } from '../../schema/role.ts';
import { statement } from '../../sql/statement.ts';
import { type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';

/** The name of a role, or what stands for one. */
export const roleName = (role: Role, q: Spelling): Sql =>
	typeof role === 'string' ? q.name(role) : q.expression(role);

/** @see https://www.postgresql.org/docs/current/sql-createschema.html — the prefix is reserved for system purposes. */
function newSchema(name: string, q: Spelling): Sql {
	if (!name.startsWith('pg_')) return q.name(name);
	throw new GenSqlError('IDENTIFIER_INVALID', `the schema "${name}" cannot be made: PostgreSQL keeps pg_ for itself`, {
		hint: 'choose another name',
	});
}

export const createSchema: Compile<'createSchema'> = ({ schema, authorization, ifNotExists }, q) => [
	statement(
		words(
			'CREATE SCHEMA',
			ifNotExists && 'IF NOT EXISTS',
			newSchema(schema, q),
			authorization !== undefined && words('AUTHORIZATION', roleName(authorization, q)),
		),
	),
];

export const dropSchema: Compile<'dropSchema'> = ({ schema, ifExists, cascade }, q) => [
	statement(words('DROP SCHEMA', ifExists && 'IF EXISTS', q.name(schema), cascade && 'CASCADE')),
];

export const renameSchema: Compile<'renameSchema'> = ({ schema, newName }, q) => [
	statement(words('ALTER SCHEMA', q.name(schema), 'RENAME TO', newSchema(newName, q))),
];
