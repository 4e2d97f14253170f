/** Where tools for migrations write down what has run. */
export const VERSION_TABLES: ReadonlySet<string> = new Set([
	'alembic_version',
	'schema_migrations',
	'flyway_schema_history',
	'databasechangelog',
	'knex_migrations',
	'_prisma_migrations',
	'goose_db_version',
]);

/**
 * Whether a lock is on the table of such a tool, or of gen-sql: it keeps other migrations out, as it is meant to, and
 * nobody else.
 *
 * @param name - `public.alembic_version`.
 */
export function isVersionTable(name: string): boolean {
	const own = name.slice(name.lastIndexOf('.') + 1);
	return own === 'gen_sql_version' || VERSION_TABLES.has(own);
}
