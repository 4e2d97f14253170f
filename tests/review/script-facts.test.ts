import * as assert from 'uvu/assert';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { factsOf, type ScriptStatement } from '../../src/review/facts/script-facts.ts';
import { FIXTURE, ROWS, statementsOf } from '../locks/measured.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';

const make = await postgresql.loadFacts?.();

/** The facts of a script on a server of version 14. */
function read(text: string, baseline = ''): readonly ScriptStatement[] {
	const reader = make?.({ version: 14 });
	if (!reader) throw new Error('PostgreSQL has facts');
	factsOf(baseline, postgresql.reading, reader);
	return factsOf(text, postgresql.reading, reader.next());
}

const lockIn = (statements: readonly ScriptStatement[], sql: string): readonly string[] =>
	statements
		.filter((statement) => statement.sql === sql)
		.flatMap(({ facts }) => facts?.relations.map(({ name, lock }) => `${name} ${lock}`) ?? []);

suite('review/facts/script-facts', (test) => {
	test('places each statement, behind comments, commands of psql and data', () => {
		const text = '\\set x 1\n-- note\nSELECT 1;\n\ncopy t from stdin;\n1\ta;\n\\.\n  DROP TABLE t;';
		const found = read(text).map(({ line, column, sql }) => `${line}:${column} ${sql}`);
		assert.equal(found, ['3:1 SELECT 1', '5:1 copy t from stdin', '8:3 DROP TABLE t']);
	});

	test('tells where a statement cannot be parsed, and looks at those behind it', () => {
		const [wrong, right] = read('CREATE TABEL t ();\nDROP TABLE t;');
		assert.equal(wrong?.problem, { line: 1, column: 8, message: 'syntax error at or near "TABEL"' });
		assert.is(wrong?.facts, undefined);
		assert.equal(right?.facts?.drops, [{ kind: 'table', name: 'public.t' }]);
	});

	test('goes on behind a parenthesis that is not closed', () => {
		const [wrong, right] = read('CREATE TABLE a (id int;\nDROP TABLE t;');
		assert.ok(wrong?.problem);
		assert.is(right?.line, 2);
		assert.ok(right?.facts);
	});

	test('counts transactions, and knows what each holds', () => {
		const found = read('BEGIN; LOCK TABLE a; SELECT 1; COMMIT; SELECT 2; BEGIN; SELECT 3; COMMIT;');
		assert.equal(
			found.map(({ facts }) => facts?.transaction),
			[1, 1, 1, 1, undefined, 2, 2, 2],
		);
		assert.equal([...(found[2]?.facts?.held ?? [])], [['public.a', 'ACCESS EXCLUSIVE']]);
		assert.equal([...(found[6]?.facts?.held ?? [])], []);
	});

	test('looks for names as a session does, whatever pg_dump set for the baseline', () => {
		const dump = "SELECT pg_catalog.set_config('search_path', '', false);\nCREATE TABLE public.t (a varchar(9));";
		const [found, gone] = read('DROP TABLE t; CREATE TABLE t (a integer)', dump);
		assert.equal(found?.facts?.drops, [{ kind: 'table', name: 'public.t' }]);
		assert.equal(gone?.facts?.creates, [{ kind: 'table', name: 'public.t' }]);
		const [widened] = read('ALTER TABLE t ALTER a TYPE text', dump);
		assert.is(widened?.facts?.typeChanges[0]?.rewrite, false);
	});

	test('ends SET LOCAL with the transaction, and takes SET back with ROLLBACK', () => {
		const found = read(
			`SET lock_timeout = '1s'; BEGIN; SET LOCAL lock_timeout = '2s'; SET statement_timeout = 5; SELECT 1; ROLLBACK; SELECT 2`,
		);
		assert.equal([...(found[4]?.facts?.settings ?? [])].sort(), [
			['lock_timeout', '2s'],
			['statement_timeout', '5'],
		]);
		assert.equal([...(found[6]?.facts?.settings ?? [])], [['lock_timeout', '1s']]);
	});

	test('forgets with ROLLBACK what was created, and keeps what a savepoint goes back to', () => {
		const script =
			'BEGIN; CREATE TABLE a (); SAVEPOINT s; CREATE TABLE b (); ROLLBACK TO s; SELECT 1; DROP TABLE a; DROP TABLE b';
		const isNew = (text: string, sql: string): readonly (boolean | undefined)[] =>
			read(text)
				.filter((statement) => statement.sql === sql)
				.map(({ facts }) => facts?.relations[0]?.isNew);
		assert.equal(isNew(script, 'DROP TABLE a'), [true]);
		assert.equal(isNew(script, 'DROP TABLE b'), [false]);
		assert.equal(isNew('BEGIN; CREATE TABLE a (); ROLLBACK; DROP TABLE a', 'DROP TABLE a'), [false]);
	});

	test('frees with ROLLBACK TO what was locked since the savepoint', () => {
		const found = read('BEGIN; DROP TABLE a; SAVEPOINT s; DROP TABLE b; SELECT 1; ROLLBACK TO s; SELECT 2');
		assert.equal([...(found[4]?.facts?.held.keys() ?? [])], ['public.a', 'public.b']);
		assert.equal([...(found[6]?.facts?.held.keys() ?? [])], ['public.a']);
	});

	test('takes the tables of the baseline for there before, and those of the script for new', () => {
		const [created, dropped, other] = read('CREATE TABLE a (); DROP TABLE a; DROP TABLE b', 'CREATE TABLE b ()');
		assert.equal(created?.facts?.creates, [{ kind: 'table', name: 'public.a' }]);
		assert.is(dropped?.facts?.relations[0]?.isNew, true);
		assert.is(other?.facts?.relations[0]?.isNew, false);
	});

	test('knows the locks that are held before each statement, also behind ROLLBACK TO', () => {
		const found = read(
			`BEGIN; SELECT 1 FROM a; SAVEPOINT s; LOCK TABLE a; LOCK TABLE b; INSERT INTO a DEFAULT VALUES; ROLLBACK TO s;
			LOCK TABLE c IN SHARE MODE; SELECT 1 FROM b; COMMIT; SELECT 1`,
		);
		const held = found.map(({ facts }) => [...(facts?.held ?? [])].map((each) => each.join(' ')));
		const [read1, all] = [['public.a ACCESS SHARE'], ['public.a ACCESS EXCLUSIVE', 'public.b ACCESS EXCLUSIVE']];
		const behind = [...read1, 'public.c SHARE'];
		assert.equal(held, [
			[],
			[],
			read1,
			read1,
			all.slice(0, 1),
			all,
			all,
			read1,
			behind,
			[...behind, 'public.b ACCESS SHARE'],
			[],
		]);
		assert.equal(
			found.map(({ facts }) => facts?.held.size),
			held.map(({ length }) => length),
		);
	});

	test('follows search_path, also as pg_dump sets it', () => {
		const path = `SELECT pg_catalog.set_config('search_path', 'app', false)`;
		assert.equal(lockIn(read(`${path}; DROP TABLE t`), 'DROP TABLE t'), ['app.t ACCESS EXCLUSIVE']);
	});

	test('keeps the path of the baseline, but not the empty one that pg_dump sets for itself', () => {
		const table = 'CREATE TABLE app.t (id int)';
		const drop = 'DROP TABLE t';
		const locked = (path: string): readonly string[] => lockIn(read(drop, `${path}; ${table}`), drop);
		assert.equal(locked('SET search_path = app, public'), ['app.t ACCESS EXCLUSIVE']);
		assert.equal(locked(`SELECT pg_catalog.set_config('search_path', '', false)`), ['public.t ACCESS EXCLUSIVE']);
		const dump = `SELECT pg_catalog.set_config('search_path', '', false); CREATE TABLE public.t (id int)`;
		const both = 'ALTER TABLE t RENAME TO u; DROP TABLE u';
		assert.equal(lockIn(read(both, dump), 'DROP TABLE u'), ['public.u ACCESS EXCLUSIVE']);
	});

	test('counts the units of a string up to where the grammar stops', () => {
		const sql = "SELECT '😀😀' FROM FROM";
		assert.is(read(sql)[0]?.problem?.column, sql.lastIndexOf('FROM') + 1);
	});

	test('reads a statement with placeholders', () => {
		const sql = 'DELETE FROM t WHERE tenant = :tenant';
		assert.equal(lockIn(read(sql), sql), ['public.t ROW EXCLUSIVE']);
	});

	test('reads the statements of a DO block, whose locks are held behind it', () => {
		const block = 'DO $$ BEGIN CREATE TABLE n (a int); ALTER TABLE n ADD b int; ALTER TABLE t ADD c int; END $$';
		const [, ofBlock, behind] = read(`BEGIN; ${block}; SELECT 1; COMMIT`).flatMap(({ facts }) => facts ?? []);
		assert.equal(
			ofBlock?.relations.map(({ name, lock }) => `${name} ${lock}`),
			['public.t ACCESS EXCLUSIVE'],
		);
		assert.equal([...(behind?.held ?? [])], [['public.t', 'ACCESS EXCLUSIVE']]);
	});

	test('reads what CREATE EXTENSION fills in', () => {
		for (const schema of ['@extschema@', '@extschema:cube@']) {
			const sql = `DELETE FROM ${schema}.t WHERE owner = '@extowner@' AND tags @> note AND @id=@ext`;
			assert.equal(lockIn(read(sql), sql), [`${schema}.t ROW EXCLUSIVE`]);
		}
	});

	test('reads what a migration tool fills in before it sends the script', () => {
		const [env, schema, own] = ['env', 'schema', 'flyway:defaultSchema'].map((name) => `\${${name}}`);
		for (const table of [`${schema}.t`, `t_${env}`, `${schema}${env}_t`, `"${schema}".t`, `${own}.t`]) {
			const sql = `DELETE FROM ${table} WHERE n > ${env} AND note <> '${env}'`;
			const [{ relations } = { relations: [] }] = read(sql).flatMap(({ facts }) => facts ?? []);
			assert.equal(
				relations.map(({ name, lock }) => `${name} ${lock}`),
				[`${table.includes('.') ? '' : 'public.'}${table.replaceAll('"', '')} ROW EXCLUSIVE`],
			);
		}
	});

	test('says what a change of type does to its column', () => {
		const change = (type: string, definition: string): unknown =>
			read(`ALTER TABLE t ALTER c TYPE ${type}`, `CREATE TABLE t (c ${definition})`)[0]?.facts?.typeChanges;
		const column = 'public.t.c';
		const nothing = { column, rewrite: false, narrows: false, indexes: [], checks: [] };
		assert.equal(change('varchar(5)', 'varchar(9)'), [{ ...nothing, rewrite: true, narrows: true }]);
		assert.equal(change('varchar(9)', 'varchar(5) UNIQUE'), [nothing]);
		assert.equal(change('oid', 'int PRIMARY KEY'), [{ ...nothing, indexes: ['t_pkey'] }]);
		assert.equal(change('regclass', 'oid PRIMARY KEY'), [nothing]);
		assert.equal(change('text', "varchar(9) CONSTRAINT given CHECK (c <> '')"), [{ ...nothing, checks: ['given'] }]);
		assert.equal(read('ALTER TABLE t ALTER c TYPE text')[0]?.facts?.typeChanges, [{ ...nothing, rewrite: true }]);
	});

	test('knows a default by the function that a script declares', () => {
		const add = 'ALTER TABLE t ADD c int DEFAULT f()';
		const declared = (words: string): boolean | undefined =>
			read(`CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql ${words} AS 'begin return 1; end'; ${add}`).at(-1)?.facts
				?.relations[0]?.rewrite;
		assert.is(declared('STABLE'), false);
		assert.is(declared(''), true);
		assert.is(read(add)[0]?.facts?.relations[0]?.rewrite, true);
	});

	const pieces = [FIXTURE, ...ROWS.flatMap((row) => statementsOf(row))];
	test('takes any text: scripts that are cut, joined and changed', () => {
		const changed = fc.tuple(
			fc.array(fc.constantFrom(...pieces), { maxLength: 6 }),
			fc.nat(),
			fc.nat(20),
			fc.string({ maxLength: 8 }),
		);
		fc.assert(
			fc.property(changed, ([texts, from, length, inserted]) => {
				const text = texts.join(';\n');
				const at = text.length === 0 ? 0 : from % text.length;
				read(text.slice(0, at) + inserted + text.slice(at + length));
				read(text.slice(at), text.slice(0, at));
			}),
		);
	});
});
