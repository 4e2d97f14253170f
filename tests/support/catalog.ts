import type { Database } from './postgres.ts';

/** Objects that a user made: not the server's own, and no members of extensions. */
const isOurs = (catalog: string, oid: string): string =>
	`${oid} >= 16384 AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;

/** `schema.name`, whatever the search_path. */
const qualified = (oid: string, catalog = 'pg_class'): string =>
	`(SELECT identity FROM pg_identify_object('${catalog}'::regclass, ${oid}, 0))`;

/** The schemas of temporary objects come with the first of them, and stay. */
const isLasting = (schema: string): string => `${schema} !~ '^pg_(toast_)?temp_'`;

/** Catalogs of objects that are rare in revisions: they are told apart by name alone. */
const OTHERS = [
	...['cast', 'collation', 'conversion', 'event_trigger', 'foreign_data_wrapper', 'foreign_server', 'language'],
	...['opclass', 'operator', 'opfamily', 'publication', 'subscription', 'transform', 'user_mapping'],
	...['ts_config', 'ts_dict', 'ts_parser', 'ts_template'],
].map((name) => `pg_${name}`);

/** What has grants of its own: its letter in acldefault(), the columns of its catalog, and which of its rows. */
const GRANTABLE: readonly (readonly [letter: string, catalog: string, acl: string, owner: string, more?: string])[] = [
	['n', 'pg_namespace', 'nspacl', 'nspowner', `AND ${isLasting('o.nspname')} `],
	['f', 'pg_proc', 'proacl', 'proowner'],
	['T', 'pg_type', 'typacl', 'typowner', "AND o.typtype IN ('d', 'e', 'r') "],
];

/** Who may do what; MAINTAIN, which PostgreSQL 17 brought, is left out where it only comes with owning a table. */
const granted = (object: string, acl: string, owner: string, from: string): string => `
	SELECT format('%s to %s: %s', object, CASE grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(grantee)::text END,
		string_agg(privilege_type || CASE WHEN is_grantable THEN '*' ELSE '' END, ' ' ORDER BY privilege_type))
	FROM (SELECT ${object} AS object, g.* FROM ${from}, aclexplode(${acl}) g WHERE g.privilege_type <> 'MAINTAIN' OR g.grantee <> ${owner}) g
	GROUP BY object, grantee`;

/** A line an object; each query gives them as its one column. */
const QUERIES: Readonly<Record<string, string>> = {
	schemas: `SELECT quote_ident(nspname) FROM pg_namespace n WHERE ${isOurs('pg_namespace', 'n.oid')} AND ${isLasting('n.nspname')}`,
	relations: `
		SELECT format('%s %s %s method=%s options=%s toast=%s tablespace=%s partition by %s, %s, of %s, security=%s %s identity=%s populated=%s',
			c.relkind, ${qualified('c.oid')}, c.relpersistence, m.amname, ARRAY(SELECT unnest(c.reloptions) ORDER BY 1),
			ARRAY(SELECT unnest(x.reloptions) ORDER BY 1), s.spcname, pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid),
			nullif(c.reloftype, 0)::regtype, c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.relispopulated)
		FROM pg_class c LEFT JOIN pg_am m ON m.oid = c.relam LEFT JOIN pg_class x ON x.oid = c.reltoastrelid
		LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
		WHERE ${isOurs('pg_class', 'c.oid')} AND c.relkind NOT IN ('i', 'I', 't')`,
	inheritance: `
		SELECT format('%s %s of %s%s', ${qualified('i.inhrelid')}, i.inhseqno, ${qualified('i.inhparent')},
			CASE WHEN i.inhdetachpending THEN ' detaching' END)
		FROM pg_inherits i WHERE ${isOurs('pg_class', 'i.inhrelid')}`,
	// The target of statistics is NULL from 17 on where it was -1 before.
	columns: `
		SELECT format('%s.%I position=%s %s%s null=%s default=%s identity=%s generated=%s local=%s storage=%s compression=%s statistics=%s options=%s',
			${qualified('c.oid')}, a.attname, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum),
			format_type(a.atttypid, a.atttypmod),
			CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation END, NOT a.attnotnull,
			pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated, a.attislocal, nullif(a.attstorage, t.typstorage),
			a.attcompression, nullif(a.attstattarget, -1), a.attoptions)
		FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
		LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
		WHERE ${isOurs('pg_class', 'c.oid')} AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind NOT IN ('i', 'I', 't', 'S')`,
	// From 18 on NOT NULL is a constraint with a name, too; it is listed where it says more than its column does.
	constraints: `
		SELECT format('%s %I %s valid=%s local=%s', coalesce(${qualified('nullif(k.conrelid, 0)')}, k.contypid::regtype::text), k.conname,
			pg_get_constraintdef(k.oid), k.convalidated, k.conislocal)
		FROM pg_constraint k WHERE ${isOurs('pg_constraint', 'k.oid')} AND (k.conrelid = 0 OR ${isOurs('pg_class', 'k.conrelid')})
			AND (k.contype <> 'n' OR NOT k.convalidated OR k.connoinherit)`,
	indexes: `
		SELECT format('%s valid=%s ready=%s clustered=%s identity=%s tablespace=%s', pg_get_indexdef(i.indexrelid), i.indisvalid,
			i.indisready, i.indisclustered, i.indisreplident, s.spcname)
		FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
		JOIN pg_class r ON r.oid = i.indrelid WHERE ${isOurs('pg_class', 'i.indrelid')} AND r.relkind <> 't'`,
	sequences: `
		SELECT format('%s %s start=%s increment=%s from %s to %s cache=%s cycle=%s owner=%s', ${qualified('q.seqrelid')}, q.seqtypid::regtype,
			q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle, (SELECT pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid)
			FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = q.seqrelid AND d.deptype IN ('a', 'i')))
		FROM pg_sequence q WHERE ${isOurs('pg_class', 'q.seqrelid')}`,
	types: `
		SELECT format('%s %s %s', t.typtype, ${qualified('t.oid', 'pg_type')}, CASE t.typtype
			WHEN 'd' THEN format('%s null=%s default=%s collation=%s', format_type(t.typbasetype, t.typtypmod), NOT t.typnotnull,
				pg_get_expr(t.typdefaultbin, 0), nullif(t.typcollation, 0)::regcollation)
			WHEN 'e' THEN ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)::text
			WHEN 'r' THEN (SELECT format('%s %s %s', r.rngsubtype::regtype, r.rngcanonical, r.rngsubdiff) FROM pg_range r WHERE r.rngtypid = t.oid) END)
		FROM pg_type t WHERE ${isOurs('pg_type', 't.oid')} AND t.typtype IN ('b', 'd', 'e', 'r') AND t.typelem = 0`,
	functions: `
		SELECT CASE p.prokind WHEN 'a' THEN format('aggregate %s returns %s %s %s', ${qualified('p.oid', 'pg_proc')},
			p.prorettype::regtype, g.aggtransfn, g.agginitval) ELSE pg_get_functiondef(p.oid) END
		FROM pg_proc p LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid WHERE ${isOurs('pg_proc', 'p.oid')}`,
	// From 16 on the server qualifies the columns of a view only where it must: these lines differ between 15 and 18.
	views: `
		SELECT format('%s %s', ${qualified('r.ev_class')}, pg_get_ruledef(r.oid))
		FROM pg_rewrite r WHERE ${isOurs('pg_rewrite', 'r.oid')} AND ${isOurs('pg_class', 'r.ev_class')}`,
	triggers: `
		SELECT format('%s enabled=%s', pg_get_triggerdef(t.oid), t.tgenabled)
		FROM pg_trigger t WHERE ${isOurs('pg_trigger', 't.oid')} AND NOT t.tgisinternal`,
	policies: `
		SELECT format('%s %I %s permissive=%s to %s using %s check %s', ${qualified('p.polrelid')}, p.polname, p.polcmd, p.polpermissive,
			ARRAY(SELECT CASE role WHEN 0 THEN 'public' ELSE pg_get_userbyid(role)::text END FROM unnest(p.polroles) role ORDER BY 1),
			pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
		FROM pg_policy p WHERE ${isOurs('pg_policy', 'p.oid')}`,
	statistics: `
		SELECT format('%s target=%s', pg_get_statisticsobjdef(s.oid), nullif(s.stxstattarget, -1))
		FROM pg_statistic_ext s WHERE ${isOurs('pg_statistic_ext', 's.oid')}`,
	// The version is named where it is not the one that comes with the server.
	extensions: `
		SELECT format('%I in %I version=%s', x.extname, n.nspname, nullif(x.extversion, a.default_version))
		FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace LEFT JOIN pg_available_extensions a ON a.name = x.extname
		WHERE x.oid >= 16384`,
	others: OTHERS.map(
		(catalog) => `
		SELECT format('%s %s', type, identity) FROM ${catalog} o, pg_identify_object('${catalog}'::regclass, o.oid, 0)
		WHERE ${isOurs(catalog, 'o.oid')}`,
	).join(' UNION ALL '),
	comments: `
		SELECT format('%s %s: %s', i.type, i.identity, d.description)
		FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
		WHERE d.objoid >= 16384 AND d.classoid <> 'pg_extension'::regclass
			AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')`,
	// Columns that PostgreSQL 16 brought are read as JSON, which older servers leave empty.
	memberships: `
		SELECT format('%s in %s admin=%s inherit=%s set=%s', m.member::regrole, m.roleid::regrole, m.admin_option,
			to_jsonb(m) ->> 'inherit_option', to_jsonb(m) ->> 'set_option')
		FROM pg_auth_members m WHERE m.roleid >= 16384 OR m.member >= 16384`,
	// Of the user who starts the server, who owns all else, there is no record.
	owners: `
		SELECT format('%s of %s', pg_describe_object(s.classid, s.objid, s.objsubid), pg_get_userbyid(s.refobjid))
		FROM pg_shdepend s WHERE s.deptype = 'o' AND s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())`,
	grants: [
		...GRANTABLE.map(([letter, catalog, acl, owner, more = '']) =>
			granted(
				qualified('o.oid', catalog),
				`coalesce(o.${acl}, acldefault('${letter}', o.${owner}))`,
				`o.${owner}`,
				`(SELECT * FROM ${catalog} o WHERE ${isOurs(catalog, 'o.oid')} ${more}) o`,
			),
		),
		granted(
			qualified('c.oid'),
			`coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))`,
			'c.relowner',
			`(SELECT * FROM pg_class c WHERE ${isOurs('pg_class', 'c.oid')} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')) c`,
		),
		granted(
			`${qualified('a.attrelid')} || '.' || quote_ident(a.attname)`,
			'a.attacl',
			'0',
			`(SELECT * FROM pg_attribute a WHERE ${isOurs('pg_class', 'a.attrelid')}) a`,
		),
		granted(
			`format('default of %s in %s for %s', d.defaclrole::regrole, nullif(d.defaclnamespace, 0)::regnamespace, d.defaclobjtype)`,
			'd.defaclacl',
			'0',
			'pg_default_acl d',
		),
		granted(
			`format('database %I', o.datname)`,
			'o.datacl',
			'0',
			`(SELECT * FROM pg_database d WHERE NOT d.datistemplate AND d.datacl <> acldefault('d', d.datdba)) o`,
		),
		granted(
			`'schema public'`,
			'n.nspacl',
			'0',
			`(SELECT n.* FROM pg_namespace n JOIN pg_init_privs i ON i.objoid = n.oid AND i.classoid = 'pg_namespace'::regclass
				WHERE n.nspname = 'public' AND n.nspacl <> i.initprivs) n`,
		),
	].join(' UNION ALL '),
};

/** All of it in one query: a row an object. */
const QUERY = Object.entries(QUERIES)
	.map(([kind, query]) => `SELECT '${kind}' AS kind, line FROM (${query}) AS found(line)`)
	.join(' UNION ALL ');

/** A catalog as text: a line an object, sorted, under the name of its kind. */
export type Catalog = Readonly<Record<string, readonly string[]>>;

/**
 * Everything users can see of a database's schema, so that two can be compared, also of PostgreSQL 15 and 18.
 *
 * Of some rare objects only the name is compared, see OTHERS; of data, and of roles but memberships, nothing.
 *
 * @param without - Objects whose line holds this text are left out: the version table. Null for none.
 */
export async function catalog(
	database: Pick<Database, 'query'>,
	without: string | null = 'gen_sql_version',
): Promise<Catalog> {
	const found: Record<string, string[]> = Object.fromEntries(Object.keys(QUERIES).map((kind) => [kind, []]));
	for (const { kind, line } of await database.query(QUERY)) {
		if (without === null || !String(line).includes(without)) found[String(kind)]?.push(String(line));
	}
	for (const lines of Object.values(found)) lines.sort();
	return found;
}

/** Whether nothing of the user is there. */
export const isEmpty = (found: Catalog): boolean => Object.values(found).every((lines) => lines.length === 0);

/** The same, whatever the order of columns: one that was dropped and added again stands last. */
export const withoutPositions = (found: Catalog): Catalog => ({
	...found,
	columns: (found['columns'] ?? []).map((line) => line.replace(/ position=\d+ /, ' ')).sort(),
});
