import type { Database } from './postgres.ts';

/** The schemas of users, and what an extension owns left out. */
const OURS = "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

const QUERIES: Readonly<Record<string, string>> = {
	schemas: `SELECT nspname AS text FROM pg_namespace n WHERE ${OURS} AND nspname <> 'public'`,
	relations: `
		SELECT format('%s %I.%I %s %s %s', c.relkind, n.nspname, c.relname, c.relpersistence, c.reloptions, obj_description(c.oid, 'pg_class')) AS text
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND c.relkind <> 'i'`,
	columns: `
		SELECT format('%I.%I.%I %s %s %s default=%s identity=%s generated=%s comment=%s', n.nspname, c.relname, a.attname,
			row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), format_type(a.atttypid, a.atttypmod), a.attnotnull,
			pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated, col_description(c.oid, a.attnum)) AS text
		FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
		WHERE ${OURS} AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm')`,
	constraints: `
		SELECT format('%I.%I %I %s valid=%s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid), k.convalidated) AS text
		FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE ${OURS} AND k.contype <> 'n'`,
	indexes: `
		SELECT format('%s valid=%s comment=%s', pg_get_indexdef(i.indexrelid), i.indisvalid, obj_description(i.indexrelid, 'pg_class')) AS text
		FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}`,
	functions: `
		SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
		WHERE ${OURS} AND p.prokind IN ('f', 'p')`,
	triggers: `
		SELECT pg_get_triggerdef(t.oid) AS text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
		JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND NOT t.tgisinternal`,
	types: `
		SELECT format('%s %I.%I', t.typtype, n.nspname, t.typname) AS text
		FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE ${OURS} AND t.typtype IN ('e', 'd', 'r')`,
};

/** A catalog as text: a line an object, sorted, under the name of its kind. */
export type Catalog = Readonly<Record<string, readonly string[]>>;

/**
 * Everything users can see of a database's schema, so that two can be compared.
 *
 * @param without - Objects whose line holds this text are left out: the version table.
 */
export async function catalog(database: Pick<Database, 'query'>, without = 'gen_sql_version'): Promise<Catalog> {
	const found: Record<string, readonly string[]> = {};
	for (const [kind, query] of Object.entries(QUERIES)) {
		const rows = await database.query(query);
		found[kind] = rows
			.map(({ text }) => String(text))
			.filter((text) => !text.includes(without))
			.sort();
	}
	return found;
}

/** Whether nothing of the user is there. */
export const isEmpty = (found: Catalog): boolean => Object.values(found).every((lines) => lines.length === 0);

/** The same, whatever the order of columns: one that was dropped and added again stands last. */
export const withoutPositions = (found: Catalog): Catalog => ({
	...found,
	columns: (found['columns'] ?? []).map((line) => line.replace(/ \d+ /, ' ')).sort(),
});
