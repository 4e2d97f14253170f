import * as assert from 'uvu/assert';
import { Catalog } from '../../../../src/dialects/postgresql/catalog/catalog.ts';
import { loadPostgresqlParser } from '../../../../src/sql/parse-postgresql.ts';
import { suite } from '../../../support/suite.ts';

const { parse } = await loadPostgresqlParser();

function apply(catalog: Catalog, sql: string): readonly boolean[] {
	return (parse(sql) ?? []).map((tree) => catalog.apply(tree));
}

const catalogOf = (sql: string): Catalog => {
	const catalog = new Catalog(parse);
	apply(catalog, sql);
	return catalog;
};

const columnsOf = (catalog: Catalog, name: string): readonly string[] | undefined =>
	catalog.relation({ name })?.columns.map((column) => column.name);

suite('dialects/postgresql/catalog', (test) => {
	test('knows a column with its type, and the constraints with the names that the server chooses', () => {
		const catalog = catalogOf('CREATE TABLE t (a varchar(255) NOT NULL CHECK (a <> $$$$), b int[] UNIQUE)');
		const table = catalog.relation({ name: 't' });
		assert.equal(
			table?.columns.map(({ name, type, notNull }) => [name, type, notNull]),
			[
				['a', { schema: 'pg_catalog', name: 'varchar', modifiers: [255], arrayDimensions: 0 }, true],
				['b', { schema: 'pg_catalog', name: 'int4', modifiers: [], arrayDimensions: 1 }, false],
			],
		);
		assert.equal(
			table?.constraints.map(({ kind, name }) => [kind, name]),
			[
				['check', 't_a_check'],
				['not null', 't_a_not_null'],
				['unique', 't_b_key'],
			],
		);
	});

	test('makes one index where a new column is unique and the primary key', () => {
		const catalog = catalogOf('CREATE TABLE t (); ALTER TABLE t ADD COLUMN a int UNIQUE PRIMARY KEY');
		const kinds = catalog.relation({ name: 't' })?.constraints.map(({ kind }) => kind);
		assert.equal(kinds, ['not null', 'primary key']);
	});

	test('invents nothing about a table that no statement made', () => {
		const catalog = catalogOf(`ALTER TABLE old ADD COLUMN x integer; CREATE INDEX ON old (x);
			CREATE VIEW v AS SELECT * FROM old; CREATE TABLE k (LIKE old, own integer); DROP TABLE old`);
		assert.is(catalog.relation({ name: 'old' }), undefined);
		assert.is(catalog.relation({ name: 'v' })?.areColumnsKnown, false);
		assert.equal([catalog.relation({ name: 'k' })?.areColumnsKnown, columnsOf(catalog, 'k')], [false, ['own']]);
	});

	test('keeps the name of a table that a foreign key refers to and that is not known', () => {
		const [key] = catalogOf('CREATE TABLE t (a integer REFERENCES app.old)').relation({ name: 't' })?.constraints ?? [];
		assert.equal(
			[key?.name, key?.references?.table, key?.references?.given],
			['t_a_fkey', undefined, { name: 'old', schema: 'app' }],
		);
	});

	test('takes back all of a statement that the server would refuse', () => {
		const catalog = catalogOf('CREATE TABLE t (a integer, b integer)');
		assert.equal(apply(catalog, 'ALTER TABLE t DROP COLUMN a, ALTER COLUMN nothing SET NOT NULL'), [false]);
		assert.equal(apply(catalog, 'CREATE TABLE t (c integer)'), [false]);
		assert.equal(columnsOf(catalog, 't'), ['a', 'b']);
	});

	test('lets what is not DDL, and trees that it cannot make sense of, change nothing', () => {
		const catalog = catalogOf('CREATE TABLE t (a integer)');
		assert.equal(apply(catalog, "SELECT 1; UPDATE t SET a = 1; COMMENT ON TABLE t IS 'x'; VACUUM t"), [
			true,
			true,
			true,
			true,
		]);
		for (const tree of [
			{ CreateStmt: {} },
			{ AlterTableStmt: { relation: { relname: 't' }, cmds: [{}] } },
			{ DropStmt: {} },
		]) {
			catalog.apply(tree as Parameters<Catalog['apply']>[0]);
		}
		assert.equal([...catalog.relations()].length, 1);
	});

	test('goes its own way as a copy', () => {
		const before = catalogOf('CREATE TABLE t (a integer)');
		const after = before.copy();
		apply(after, 'ALTER TABLE t ADD COLUMN b integer; CREATE TABLE u (); SET search_path = app');
		assert.equal(
			[columnsOf(before, 't'), before.relation({ name: 'u' }), before.searchPath],
			[['a'], undefined, ['public']],
		);
		assert.equal(after.relation({ schema: 'public', name: 't' })?.columns.length, 2);
	});

	test('looks names up along the search path, temporary ones first', () => {
		const catalog = catalogOf(`CREATE SCHEMA app; CREATE TABLE app.t (a integer); CREATE TABLE t (b integer);
			SET search_path = app, public`);
		assert.equal(columnsOf(catalog, 't'), ['a']);
		apply(catalog, 'CREATE TEMP TABLE t (c integer)');
		assert.equal(columnsOf(catalog, 't'), ['c']);
		apply(catalog, "SELECT pg_catalog.set_config('search_path', '', false)");
		assert.equal(catalog.searchPath, []);
		apply(catalog, 'DISCARD TEMP');
		assert.is(catalog.relation({ name: 't' }), undefined);
	});

	test('ends SET LOCAL, and tables ON COMMIT DROP, with the transaction', () => {
		const catalog = catalogOf('BEGIN; SET LOCAL search_path = app; CREATE TEMP TABLE x (a integer) ON COMMIT DROP');
		assert.equal([catalog.searchPath, columnsOf(catalog, 'x')], [['app'], ['a']]);
		apply(catalog, 'COMMIT');
		assert.equal([catalog.searchPath, columnsOf(catalog, 'x')], [['public'], undefined]);
	});

	test('creates what a DO block creates when it is missing', () => {
		const catalog =
			catalogOf(`DO $$ BEGIN CREATE TYPE mood AS ENUM ('ok'); EXCEPTION WHEN duplicate_object THEN null; END $$;
			DO $$ BEGIN IF true THEN CREATE TABLE t (m mood); END IF; DROP TABLE t; END $$`);
		assert.equal(catalog.type({ name: 'mood' })?.kind, 'enum');
		assert.equal(columnsOf(catalog, 't'), ['m']);
	});

	test('renames a column in everything that names it', () => {
		const catalog =
			catalogOf(`CREATE TABLE t (a integer PRIMARY KEY CHECK (a > 0), g integer GENERATED ALWAYS AS (a + 1) STORED);
			CREATE INDEX ix ON t ((a * 2)) WHERE a > 5; CREATE TABLE u (t_id integer REFERENCES t); CREATE VIEW v AS SELECT a FROM t;
			ALTER TABLE t RENAME COLUMN a TO z`);
		const text = JSON.stringify([...catalog.relations()].filter(({ name }) => name !== 'v'));
		assert.not.match(text, '"a"');
		assert.equal(catalog.relation({ name: 'v' })?.view?.dependsOn[0]?.columns, ['z']);
	});

	test('tells a function with its volatility and its body', () => {
		const catalog = catalogOf("CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql STABLE STRICT AS 'SELECT a'");
		const [found] = catalog.functions({ name: 'f' });
		assert.equal(
			[found?.volatility, found?.isStrict, found?.body, found?.arguments[0]?.name],
			['stable', true, 'SELECT a', 'int4'],
		);
	});

	test('follows ten thousand tables without a copy for each statement', () => {
		const trees = Array.from({ length: 10_000 }, (_, at) =>
			parse(
				`CREATE TABLE t${at} (id bigint PRIMARY KEY, a text); CREATE INDEX ON t${at} (a); ALTER TABLE t${at} ADD b integer`,
			),
		).flatMap((each) => each ?? []);
		const catalog = new Catalog();
		const start = process.cpuUsage();
		for (const tree of trees) catalog.apply(tree);
		const { user } = process.cpuUsage(start);
		assert.is([...catalog.relations()].length, 30_000);
		// Many times what it takes; a copy for each statement would take minutes.
		assert.ok(user < 6_000_000, `${user / 1000} ms`);
	});
});
