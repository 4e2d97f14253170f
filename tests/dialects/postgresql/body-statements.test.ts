import * as assert from 'uvu/assert';
import { endsTransaction, statementsInBody } from '../../../src/dialects/postgresql/body-statements.ts';
import { suite } from '../../support/suite.ts';

const statementsOf = (body: string): readonly string[] => statementsInBody(body).statements;

suite('dialects/postgresql/body-statements', (test) => {
	test('finds statements at the beginning and behind conditions and loops', () => {
		const body = `DECLARE n int := 1; BEGIN CREATE TABLE a (); IF n > 0 THEN ALTER TABLE a ADD b int; ELSE DROP TABLE a;
			END IF; LOOP TRUNCATE a; EXIT; END LOOP; UPDATE a SET b = 1; END`;
		assert.equal(statementsOf(body), [
			'CREATE TABLE a ()',
			'ALTER TABLE a ADD b int',
			'DROP TABLE a',
			'TRUNCATE a',
			'UPDATE a SET b = 1',
		]);
	});

	test('takes no word of another statement for one', () => {
		assert.equal(statementsOf("BEGIN PERFORM f('DROP TABLE a'); x := update; SELECT 1 FOR UPDATE; END"), []);
		assert.equal(statementsOf("BEGIN RAISE NOTICE 'CREATE TABLE a; DROP TABLE b'; -- DROP TABLE c;\nEND"), []);
	});

	test('knows what ends the transaction, and takes no other use of its words for that', () => {
		const ends = (body: string, language = 'plpgsql'): boolean => endsTransaction(`BEGIN ${body} END`, language);
		assert.ok(ends('COMMIT;'));
		assert.ok(ends('UPDATE a SET b = 1; Rollback;'));
		assert.ok(ends('IF FOUND THEN COMMIT AND CHAIN; END IF;'));
		assert.ok(ends('plpy.commit()', 'plpython3u'));
		assert.ok(ends("COMMIT; RAISE 'no end"));
		assert.not(ends('CREATE TEMP TABLE a (id bigint) ON COMMIT DROP;'));
		assert.not(ends("RAISE NOTICE 'rollback'; -- no commit here\n"));
	});

	test('reads the string of EXECUTE, and tells one that is put together', () => {
		assert.equal(statementsInBody("BEGIN EXECUTE 'ALTER TABLE \"it''s\" ADD b int'; END"), {
			statements: ['ALTER TABLE "it\'s" ADD b int'],
			dynamic: [],
		});
		assert.equal(statementsOf('BEGIN EXECUTE $x$DROP TABLE a$x$; END'), ['DROP TABLE a']);
		assert.equal(statementsOf("BEGIN FOR r IN EXECUTE 'SELECT 1' LOOP NULL; END LOOP; END"), ['SELECT 1']);
		assert.equal(statementsInBody("BEGIN EXECUTE format('DROP TABLE %I', t); EXECUTE command; END"), {
			statements: [],
			dynamic: ['DROP TABLE %I', ''],
		});
		assert.equal(statementsInBody("BEGIN EXECUTE E'DROP TABLE a\\n'; END").statements, []);
	});

	test('gives a body that cannot be read as one that is not known', () => {
		assert.equal(statementsInBody("BEGIN 'not closed"), { statements: [], dynamic: [''] });
	});
});
