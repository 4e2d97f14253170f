import type { Database } from './postgres.ts';

/** Objects that a user made, and no members of extensions. */
const isOurs = (catalog: string, oid: string): string =>
	`${oid} >= 16384 AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;

/** `schema.name`, not quoted; what is temporary is in `pg_temp`. */
const named = (
	oid: string,
): string => `coalesce((SELECT regexp_replace(n.nspname, '^pg_temp_\\d+$', 'pg_temp') || '.' || nr.relname
	FROM pg_class nr JOIN pg_namespace n ON n.oid = nr.relnamespace WHERE nr.oid = ${oid}), '-')`;

const attributes = (relation: string, numbers: string): string =>
	`(SELECT string_agg(a.attname, ',' ORDER BY z.at) FROM unnest(${numbers}) WITH ORDINALITY z(num, at) JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = z.num)`;
const sortedAttributes = (relation: string, numbers: string): string =>
	`(SELECT string_agg(a.attname, ',' ORDER BY a.attname COLLATE "C") FROM pg_attribute a WHERE a.attrelid = ${relation} AND a.attnum = ANY (${numbers}))`;

/** `varchar(255)[]`, from the names and the numbers that the server stores. */
const type = (oid: string, modifier: string): string => `(SELECT
	CASE WHEN n.nspname = 'pg_catalog' OR EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = b.oid AND e.deptype = 'e')
		THEN '' ELSE n.nspname || '.' END || b.typname ||
	CASE WHEN ${modifier} < 0 THEN '' ELSE '(' || CASE
		WHEN b.typname IN ('varchar', 'bpchar') THEN (${modifier} - 4)::text
		WHEN b.typname = 'numeric' THEN ((${modifier} - 4) >> 16 & 65535) || ',' || (((${modifier} - 4) & 2047 # 1024) - 1024)
		WHEN b.typname = 'interval' THEN (${modifier} >> 16 & 32767) || CASE WHEN ${modifier} & 65535 = 65535 THEN '' ELSE ',' || (${modifier} & 65535) END
		ELSE ${modifier}::text END || ')' END ||
	CASE WHEN y.oid = b.oid THEN '' ELSE '[]' END
	FROM pg_type y JOIN pg_type b ON b.oid = CASE WHEN y.typsubscript = 'array_subscript_handler'::regproc THEN y.typelem ELSE y.oid END
	JOIN pg_namespace n ON n.oid = b.typnamespace WHERE y.oid = ${oid})`;

const PERSISTENCE = `CASE c.relpersistence WHEN 'p' THEN 'permanent' WHEN 'u' THEN 'unlogged' ELSE 'temporary' END`;
const flag = (value: string): string => `CASE WHEN ${value} THEN 'true' ELSE 'false' END`;

/** Rows of keys that the server itself adds for the partitions of a table that is referred to. */
const isKeyOfPartition = `EXISTS (SELECT FROM pg_constraint up WHERE up.oid = k.conparentid AND up.conrelid = k.conrelid)`;

const QUERIES: readonly string[] = [
	`SELECT 'schema ' || nspname FROM pg_namespace WHERE ${isOurs('pg_namespace', 'oid')} AND nspname !~ '^pg_'`,
	`SELECT format('relation %s %s %s parents=%s sequence=%s by=%s bound=%s security=%s %s identity=%s type=%s', c.relkind, ${named('c.oid')}, ${PERSISTENCE},
		(SELECT string_agg(${named('i.inhparent')}, ',' ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = c.oid),
		coalesce((SELECT ${type('q.seqtypid', '(-1)')} || ' of ' || coalesce((SELECT ${named('d.refobjid')} || '.' || a.attname || ' ' || d.deptype::text FROM pg_depend d
			JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid WHERE d.classid = 'pg_class'::regclass AND d.objid = q.seqrelid AND d.deptype IN ('a', 'i')), '-')
			FROM pg_sequence q WHERE q.seqrelid = c.oid), '-'),
		coalesce((SELECT p.partstrat::text || '(' || (SELECT string_agg(coalesce(a.attname, '?'), ',' ORDER BY k.at) FROM unnest(p.partattrs::int2[]) WITH ORDINALITY k(num, at)
			LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num AND k.num > 0) || ')' FROM pg_partitioned_table p WHERE p.partrelid = c.oid), '-'),
		CASE WHEN c.relpartbound IS NULL THEN '-' WHEN pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT' THEN 'default' ELSE 'rows' END,
		${flag('c.relrowsecurity')}, ${flag('c.relforcerowsecurity')}, CASE WHEN c.relkind IN ('r', 'p', 'm') THEN c.relreplident::text ELSE 'd' END,
		coalesce((SELECT n.nspname || '.' || t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.oid = nullif(c.reloftype, 0)), '-'))
		FROM pg_class c WHERE ${isOurs('pg_class', 'c.oid')} AND c.relkind NOT IN ('i', 'I', 't')`,
	`SELECT format('column %s.%s %s notnull=%s default=%s sequences=%s generated=%s identity=%s collation=%s local=%s %s storage=%s compression=%s', ${named('c.oid')}, a.attname,
		${type('a.atttypid', 'a.atttypmod')}, ${flag('a.attnotnull')}, ${flag('d.oid IS NOT NULL')},
		(SELECT string_agg(DISTINCT ${named('x.refobjid')}, ',') FROM pg_depend x JOIN pg_class s ON s.oid = x.refobjid AND s.relkind = 'S'
			WHERE x.classid = 'pg_attrdef'::regclass AND x.objid = d.oid AND x.refclassid = 'pg_class'::regclass),
		CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' ELSE '-' END, CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' ELSE '-' END,
		CASE WHEN a.attcollation <> t.typcollation THEN (SELECT l.collname FROM pg_collation l WHERE l.oid = a.attcollation) ELSE '-' END, ${flag('a.attislocal')}, a.attinhcount,
		CASE WHEN a.attstorage = t.typstorage THEN '-' ELSE CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END,
		CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' ELSE '-' END)
		FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
		WHERE ${isOurs('pg_class', 'c.oid')} AND c.relkind NOT IN ('i', 'I', 't', 'S') AND a.attnum > 0 AND NOT a.attisdropped`,
	`SELECT format('constraint %s %s %s (%s) valid=%s enforced=%s deferrable=%s %s local=%s %s index=%s references=%s', ${named('k.conrelid')}, k.conname, k.contype,
		CASE WHEN k.contype = 'c' THEN ${sortedAttributes('k.conrelid', 'k.conkey')} WHEN k.contype = 'x' THEN '' ELSE ${attributes('k.conrelid', 'k.conkey')} END,
		${flag('k.convalidated')}, coalesce(to_jsonb(k) ->> 'conenforced', 'true'), ${flag('k.condeferrable')}, ${flag('k.condeferred')}, ${flag('k.conislocal')}, k.coninhcount,
		CASE WHEN k.contype IN ('p', 'u', 'x') THEN ${named('k.conindid')} ELSE '-' END,
		CASE WHEN k.contype = 'f' THEN format('%s(%s) by %s %s/%s/%s', ${named('k.confrelid')}, ${attributes('k.confrelid', 'k.confkey')}, ${named('k.conindid')}, u.word, x.word,
			CASE k.confmatchtype WHEN 'f' THEN 'full' WHEN 'p' THEN 'partial' ELSE 'simple' END) ELSE '-' END)
		FROM pg_constraint k
		LEFT JOIN (VALUES ('a', 'no action'), ('r', 'restrict'), ('c', 'cascade'), ('n', 'set null'), ('d', 'set default')) u(letter, word) ON u.letter = k.confupdtype::text
		LEFT JOIN (VALUES ('a', 'no action'), ('r', 'restrict'), ('c', 'cascade'), ('n', 'set null'), ('d', 'set default')) x(letter, word) ON x.letter = k.confdeltype::text
		WHERE k.conrelid <> 0 AND ${isOurs('pg_class', 'k.conrelid')} AND k.contype <> 't' AND NOT ${isKeyOfPartition}`,
	`SELECT format('index %s %s %s on %s %s (%s) include (%s) unique=%s primary=%s exclusion=%s nulls=%s immediate=%s valid=%s clustered=%s where=%s constraint=%s parents=%s',
		c.relkind, ${named('c.oid')}, ${PERSISTENCE}, ${named('i.indrelid')}, m.amname,
		(SELECT string_agg(coalesce(a.attname, '?') || CASE WHEN i.indoption[k.at - 1] & 1 = 1 THEN ' desc' ELSE '' END || CASE WHEN i.indoption[k.at - 1] & 2 = 2 THEN ' first' ELSE '' END, ',' ORDER BY k.at)
			FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(num, at) LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num AND k.num <> 0 WHERE k.at <= i.indnkeyatts),
		(SELECT string_agg(a.attname, ',' ORDER BY k.at) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(num, at) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num WHERE k.at > i.indnkeyatts),
		${flag('i.indisunique')}, ${flag('i.indisprimary')}, ${flag('i.indisexclusion')}, ${flag("NOT coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)")}, ${flag('i.indimmediate')},
		${flag('i.indisvalid')}, ${flag('i.indisclustered')}, ${flag('i.indpred IS NOT NULL')},
		coalesce((SELECT k.conname FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')), '-'),
		(SELECT string_agg(${named('h.inhparent')}, ',') FROM pg_inherits h WHERE h.inhrelid = c.oid))
		FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam JOIN pg_class r ON r.oid = i.indrelid
		WHERE ${isOurs('pg_class', 'c.oid')} AND r.relkind <> 't'`,
	`SELECT format('trigger %s %s %s %s inherited=%s columns=%s %s row=%s', ${named('t.tgrelid')}, t.tgname, p.proname, t.tgenabled, ${flag('t.tgparentid <> 0')},
		${sortedAttributes('t.tgrelid', 't.tgattr::int2[]')}, CASE WHEN t.tgtype & 2 = 2 THEN 'before' WHEN t.tgtype & 64 = 64 THEN 'instead of' ELSE 'after' END, ${flag('t.tgtype & 1 = 1')})
		FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal`,
	`SELECT format('rule %s %s %s instead=%s', ${named('r.ev_class')}, r.rulename, r.ev_enabled, ${flag('r.is_instead')})
		FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE ${isOurs('pg_class', 'c.oid')} AND r.rulename <> '_RETURN'`,
	`SELECT format('policy %s %s %s %s %s %s', ${named('polrelid')}, polname, CASE polcmd WHEN '*' THEN 'all' WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' ELSE 'delete' END,
		${flag('polpermissive')}, ${flag('polqual IS NOT NULL')}, ${flag('polwithcheck IS NOT NULL')}) FROM pg_policy`,
	`SELECT format('statistics %s.%s on %s (%s) %s', n.nspname, s.stxname, ${named('s.stxrelid')}, ${sortedAttributes('s.stxrelid', 's.stxkeys::int2[]')},
		CASE WHEN s.stxexprs IS NULL THEN 0 ELSE array_length(pg_get_statisticsobjdef_expressions(s.oid), 1) END)
		FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace`,
	`SELECT format('reads %s %s (%s)', ${named('r.ev_class')}, ${named('d.refobjid')},
		string_agg(DISTINCT a.attname::text, ',' ORDER BY a.attname::text) FILTER (WHERE d.refobjsubid > 0))
		FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class AND c.relkind IN ('v', 'm') JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
		LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
		WHERE r.rulename = '_RETURN' AND d.refobjid <> r.ev_class AND ${isOurs('pg_class', 'c.oid')} AND d.refobjid >= 16384 GROUP BY r.ev_class, d.refobjid`,
	`SELECT format('type %s %s.%s%s', t.typtype, n.nspname, t.typname, CASE t.typtype
		WHEN 'e' THEN ' ' || (SELECT replace(json_agg(e.enumlabel ORDER BY e.enumsortorder)::text, ', ', ',') FROM pg_enum e WHERE e.enumtypid = t.oid)
		WHEN 'd' THEN format(' %s notnull=%s default=%s', ${type('t.typbasetype', 't.typtypmod')}, ${flag('t.typnotnull')}, ${flag('t.typdefault IS NOT NULL')}) ELSE '' END)
		FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE ${isOurs('pg_type', 't.oid')} AND t.typtype IN ('e', 'd', 'r')`,
	`SELECT format('domain constraint %s.%s %s %s valid=%s', n.nspname, t.typname, k.conname, k.contype, ${flag('k.convalidated')})
		FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace WHERE k.contypid <> 0 AND ${isOurs('pg_type', 't.oid')}`,
	`SELECT format('function %s.%s(%s) %s', n.nspname, p.proname, (SELECT string_agg(${type('g.type', '(-1)')}, ', ' ORDER BY g.at) FROM unnest(p.proargtypes) WITH ORDINALITY g(type, at)),
		CASE WHEN p.prokind = 'a' THEN '' ELSE format('%s %s strict=%s', l.lanname, CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END, ${flag('p.proisstrict')}) END)
		FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
		WHERE ${isOurs('pg_proc', 'p.oid')} AND NOT EXISTS (SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i')`,
];

const QUERY = QUERIES.map((query) => `SELECT line FROM (${query}) AS found(line)`).join(' UNION ALL ');

/** What a database holds, in the lines that `catalogLines` gives of a catalog. */
export async function serverLines(database: Pick<Database, 'query'>): Promise<readonly string[]> {
	return (await database.query(QUERY)).map(({ line }) => String(line)).sort();
}
