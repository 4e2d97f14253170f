import * as assert from 'uvu/assert';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

const PATIENCE = "SET lock_timeout = '2s';\n";

/** The rules that find something in a block, behind other statements. */
const foundIn = (body: string, before = ''): readonly string[] =>
	reviewed(`${PATIENCE}${before}DO $$ BEGIN ${body} END $$;`)
		.found.filter(({ line }) => line > 1)
		.map(({ rule }) => rule);

suite('review inside of DO blocks', (test) => {
	test('finds what stands in a block, where it stands', () => {
		const { found } = reviewed(
			`${PATIENCE}\nDO $$\nBEGIN\n  IF true THEN\n    DROP TABLE account;\n  END IF;\nEND $$;`,
		);
		assert.equal(
			found.map(({ rule, line, instead }) => [rule, line, instead]),
			[['drop-table', 6, undefined]],
		);
		assert.equal([found[0]?.column, found[0]?.begin], [5, { line: 3, column: 1 }]);
	});

	test('finds what is run from a string at its place in the block, where it is written as it is', () => {
		const places = (body: string): readonly number[] =>
			reviewed(`${PATIENCE}DO $$ BEGIN\n${body}\nEND $$;`)
				.found.filter(({ rule }) => rule === 'drop-table' || rule === 'change-default')
				.map(({ line }) => line);
		assert.equal(places("EXECUTE 'DROP TABLE a';\nEXECUTE 'DROP TABLE b';"), [3, 4]);
		assert.equal(places("SELECT 1;\nEXECUTE 'ALTER TABLE a ALTER c SET DEFAULT ''x''';"), [2]);
	});

	test('reads what EXECUTE is given as one string', () => {
		assert.equal(foundIn("EXECUTE 'DROP TABLE account';"), ['drop-table']);
		assert.equal(foundIn("EXECUTE 'DELETE FROM account WHERE id = $1' USING 1;"), []);
		assert.equal(foundIn("EXECUTE 'DROP TABLE ' || 'account';"), ['opaque-sql']);
		assert.equal(foundIn("FOR t IN EXECUTE 'SELECT 1' LOOP EXECUTE format('DROP TABLE %I', t); END LOOP;"), [
			'opaque-sql',
		]);
	});

	test('knows what the script and the block made', () => {
		const before = 'CREATE TABLE account (id bigint PRIMARY KEY, plan text);\n';
		const alter = 'ALTER TABLE account ALTER plan SET NOT NULL;';
		assert.equal(foundIn(alter, before), []);
		assert.equal(foundIn(`${before} ${alter} DROP TABLE account;`), []);
		assert.ok(foundIn(alter).includes('set-not-null-scan'));
	});

	test('takes a block for a transaction', () => {
		assert.ok(foundIn('DROP INDEX CONCURRENTLY account_plan;').includes('not-in-transaction'));
		assert.ok(
			foundIn('ALTER TABLE account ADD note text; UPDATE account SET note = 1 WHERE id < 9000;').includes(
				'dml-while-holding-lock',
			),
		);
	});

	test('changes nothing behind the block', () => {
		const script = `${PATIENCE}DO $$ BEGIN DROP TABLE account; END $$;\nALTER TABLE account ADD COLUMN note text;`;
		assert.equal(
			reviewed(script, {}, 'CREATE TABLE account (id bigint PRIMARY KEY);').found.map(({ rule }) => rule),
			['drop-table'],
		);
	});

	test('says what cannot be looked into', () => {
		assert.equal(foundIn("RAISE 'not closed; "), ['opaque-sql']);
		const { found } = reviewed("DO LANGUAGE plperl $$ spi_exec_query('DROP TABLE account'); $$;");
		assert.equal(
			found.map(({ rule }) => rule),
			['opaque-sql'],
		);
	});
});
