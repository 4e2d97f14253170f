import * as assert from 'uvu/assert';
import { sqlInBody } from '../../../src/dialects/postgresql/catalog/plpgsql.ts';
import { postgresql } from '../../../src/dialects/postgresql/index.ts';
import { factsOf } from '../../../src/review/facts/script-facts.ts';
import { loadPostgresqlParser } from '../../../src/sql/parse-postgresql.ts';
import { suite } from '../../support/suite.ts';

const parser = await loadPostgresqlParser();
const make = await postgresql.loadFacts?.();

const queriesOf = (body: string): readonly string[] => sqlInBody('DO', body, parser);

/** What the last statement of a script locks, and why. */
function lastOf(script: string): readonly string[] {
	const reader = make?.({ version: 16 });
	if (!reader) throw new Error('PostgreSQL has facts');
	const relations = factsOf(script, postgresql.reading, reader).at(-1)?.facts?.relations ?? [];
	const there = relations.filter(({ isNew }) => !isNew);
	return there.map(({ name, lock, reasons }) => [`${name} ${lock}`, ...reasons].join('; '));
}

const routine = (name: string, body: string): string =>
	`CREATE FUNCTION ${name}() RETURNS int LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN 1; END $$;`;

suite('dialects/postgresql/facts/bodies', (test) => {
	test('finds the queries of PL/pgSQL wherever they stand', () => {
		const body = `DECLARE r record; n int; c CURSOR FOR SELECT * FROM a; BEGIN
			FOR r IN SELECT * FROM b LOOP n := (SELECT 1 FROM c); n = n + 1; END LOOP;
			IF EXISTS (SELECT FROM d) THEN PERFORM f() FROM e; ELSE UPDATE g SET x = 1 RETURNING y INTO n; END IF;
			EXECUTE 'DROP TABLE ' || 'h'; EXECUTE E'DROP TABLE i\\n' USING (SELECT 1 FROM j); OPEN r FOR SELECT * FROM k;
			WHILE n < 3 LOOP EXIT WHEN n > (SELECT 1 FROM l); END LOOP;
			EXCEPTION WHEN OTHERS THEN LOCK TABLE m; END`.replace('OPEN r', 'OPEN n');
		// A cursor that is opened needs a variable of its type.
		const found = queriesOf(body.replace('n int;', 'n refcursor;'));
		for (const name of 'abcdegijklm') {
			assert.ok(
				found.some((text) => new RegExp(`\\b(?:from|update|table)\\s+${name}\\b`, 'i').test(text)),
				name,
			);
		}
		assert.not.ok(found.some((text) => /^(?:SELECT n \+ 1|DROP TABLE h)/.test(text)));
		assert.ok(found.some((text) => /^DECLARE c CURSOR FOR SELECT \* FROM a$/.test(text)));
	});

	test('says which routine or trigger uses a relation', () => {
		const made = routine('backfill', 'UPDATE account SET plan = 1;');
		assert.equal(lastOf(`${made} SELECT backfill()`), [
			'public.account ROW EXCLUSIVE; backfill() uses it; there is no WHERE',
		]);
		const log = routine('log', 'INSERT INTO audit VALUES (1);').replace('RETURNS int', 'RETURNS trigger');
		const trigger = 'CREATE TRIGGER noted AFTER UPDATE ON account FOR EACH ROW EXECUTE FUNCTION log();';
		const table = 'CREATE TABLE account (id int);';
		const update = 'UPDATE account SET id = 2 WHERE id = 1';
		assert.equal(lastOf(`${table} ${log.replace('RETURN 1', 'RETURN new')} ${trigger} ${update}`), [
			'public.audit ROW EXCLUSIVE; the trigger "noted" uses it',
		]);
	});

	test('reads each routine once, however often and deep it is called', () => {
		const calls = Array.from({ length: 40 }, (_, at) => routine(`f${at + 1}`, `PERFORM f${at}(); PERFORM f${at}();`));
		const script = [routine('f0', 'LOCK TABLE account; PERFORM f40();'), ...calls, 'SELECT f40()'].join('\n');
		assert.equal(lastOf(script), ['public.account ACCESS EXCLUSIVE; f40() uses it']);
		const chain = Array.from({ length: 3000 }, (_, at) => routine(`f${at + 1}`, `PERFORM f${at}();`));
		assert.equal(lastOf([...chain, 'SELECT f3000()'].join('\n')), []);
	});

	test('follows the function of several that takes as many values', () => {
		const both = `${routine('f', 'LOCK TABLE account;')} ${routine('f', 'LOCK TABLE plan;').replace('f()', 'f(n int)')}`;
		assert.equal(lastOf(`${both} SELECT f()`), ['public.account ACCESS EXCLUSIVE; f() uses it']);
		assert.equal(lastOf(`${both} SELECT f(1)`), ['public.plan ACCESS EXCLUSIVE; f() uses it']);
	});

	test('takes what a routine creates for its own, and the rows of a trigger for no relation', () => {
		const made = routine('f', 'CREATE TEMP TABLE found (id int); INSERT INTO found SELECT id FROM account;');
		assert.equal(lastOf(`${made} SELECT f()`), ['public.account ACCESS SHARE; f() uses it; the query reads all rows']);
		const log = routine('log', 'INSERT INTO audit SELECT id FROM changed;').replace('RETURNS int', 'RETURNS trigger');
		const trigger =
			'CREATE TRIGGER noted AFTER UPDATE ON t REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION log();';
		const script = `CREATE TABLE t (id int); ${log.replace('RETURN 1', 'RETURN NULL')} ${trigger} UPDATE t SET id = 2`;
		assert.equal(lastOf(script), ['public.audit ROW EXCLUSIVE; the trigger "noted" uses it']);
	});

	test('looks at what is kept, and at what is only planned, without running it', () => {
		const made = routine('f', 'LOCK TABLE account;');
		for (const sql of [
			'CREATE VIEW v AS SELECT f()',
			'EXPLAIN SELECT f()',
			'CREATE TABLE n AS SELECT f() WITH NO DATA',
		])
			assert.equal(lastOf(`${made} ${sql}`), [], sql);
		assert.is(lastOf(`${made} EXPLAIN ANALYZE SELECT f()`).length, 1);
	});

	test('takes the statements alone of a block that the grammar refuses', () => {
		const block = `DO $$ BEGIN not_declared := (SELECT 1 FROM plan); LOCK TABLE account; END $$`;
		assert.equal(lastOf(block), ['public.account ACCESS EXCLUSIVE']);
	});

	test('reads the statements alone of a block that is nested too deeply', () => {
		for (const depth of [100, 3000]) {
			const nested = `${'IF true THEN '.repeat(depth)} LOCK TABLE account; ${'END IF;'.repeat(depth)}`;
			assert.equal(lastOf(`DO $$ BEGIN ${nested} END $$`), ['public.account ACCESS EXCLUSIVE']);
			assert.is(lastOf(`${routine('f', nested)} SELECT f()`).length, 1);
		}
	});

	test('reads no routine of another language, and none that is a program', () => {
		assert.equal(lastOf(`CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ LOCK TABLE t $$; SELECT f()`), []);
		assert.equal(lastOf(`CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'library', 'symbol'; SELECT f()`), []);
	});

	test('throws for no body that is cut off', () => {
		const whole = `${routine('f', "IF EXISTS (SELECT FROM t) THEN EXECUTE 'LOCK TABLE u'; END IF;")} SELECT f()`;
		for (let end = 0; end < whole.length; end += 1) lastOf(`${whole.slice(0, end)}$$; SELECT f()`);
	});
});
