import type { Op } from '../../../src/index.ts';

/** Roles that are there while a change is: they belong to the server, and other databases must not see them. */
export const createRoles = (op: Op, ...names: readonly string[]): void =>
	op.reversible(
		() => op.execute(names.map((name) => `CREATE ROLE "${name}";`).join('\n')),
		() => dropRoles(op, ...names),
	);

export const dropRoles = (op: Op, ...names: readonly string[]): void =>
	op.execute(names.map((name) => `DROP ROLE "${name}";`).join('\n'));

/** A query that tells which privileges on a table a role has, in the order of their letters. */
export const privilegesOn = (table: string, role: string): string =>
	`SELECT string_agg(privilege_type || CASE WHEN is_grantable THEN '*' ELSE '' END, ' ' ORDER BY privilege_type) AS value
	FROM pg_class c, aclexplode(c.relacl) WHERE c.oid = to_regclass('${table}') AND grantee = '"${role}"'::regrole`;
