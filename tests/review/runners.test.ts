import * as assert from 'uvu/assert';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { runScript, undoneBy } from '../../src/review/runners.ts';
import { suite } from '../support/suite.ts';
import { reviewed, rulesFoundIn } from './reviewing.ts';

const FILES = {
	dbmate: (up: string, down: string, option = '') => `-- migrate:up${option}\n${up}\n-- migrate:down\n${down}\n`,
	goose: (up: string, down: string) => `-- +goose Up\n${up}\n-- +goose Down\n${down}\n`,
	'sql-migrate': (up: string, down: string, option = '') =>
		`-- +migrate Up${option}\n${up}\n-- +migrate Down\n${down}\n`,
	liquibase: (up: string, down: string, option = '') =>
		`--liquibase formatted sql\n\n--changeset ann:1${option}\n${up}\n--rollback ${down}\n`,
};

const CREATE = 'CREATE TABLE plan (id bigint PRIMARY KEY)';
const ONLINE = 'CREATE INDEX CONCURRENTLY account_plan ON account (plan);';

const found = (text: string): readonly string[] =>
	reviewed(text)
		.found.filter(({ rule }) => rule !== 'missing-lock-timeout')
		.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

suite('review/runners', (test) => {
	for (const [name, file] of Object.entries(FILES)) {
		test(`takes what undoes a file of ${name} for a script of its own`, () => {
			const text = file(`${CREATE};`, 'DROP TABLE plan;');
			const line = text.split('\n').findIndex((each) => each.includes('DROP')) + 1;
			assert.equal(found(text), [`drop-table ${line}:${name === 'liquibase' ? 12 : 1}`]);
		});

		test(`ends the last statement of a part of ${name} without a semicolon`, () => {
			assert.equal(rulesFoundIn(file(CREATE, 'DROP TABLE plan')), rulesFoundIn(file(`${CREATE};`, 'DROP TABLE plan;')));
		});

		test(`knows the transaction of ${name}`, () => {
			assert.ok(rulesFoundIn(file(ONLINE, 'SELECT 1;')).includes('not-in-transaction'));
		});
	}

	for (const text of [
		FILES.dbmate(ONLINE, 'SELECT 1;', ' transaction:false'),
		`-- +goose NO TRANSACTION\n${FILES.goose(ONLINE, ONLINE)}`,
		FILES['sql-migrate'](ONLINE, 'SELECT 1;', ' notransaction'),
		FILES.liquibase(ONLINE, ONLINE, ' runInTransaction:false'),
	]) {
		test(`knows that there is none: ${text.slice(0, 60).replaceAll('\n', ' ')}`, () => {
			assert.not.ok(rulesFoundIn(text).includes('not-in-transaction'));
		});
	}

	test('gives each changeset a transaction', () => {
		const text = `--liquibase formatted sql\n--changeset ann:1\n${CREATE};\n--changeset ann:2 runInTransaction:false\n${ONLINE}\n--changeset ann:3\nALTER TABLE plan ADD COLUMN name text;`;
		assert.equal(
			reviewed(text).statements.map(({ transaction }) => transaction),
			[1, undefined, 2],
		);
		assert.equal(found(text), []);
	});

	test('joins the lines of a rollback, and passes over those without SQL', () => {
		const { statements } = reviewed(
			'--liquibase formatted sql\n--changeset ann:1\nSELECT 1\n--rollback DROP TABLE a,\n--rollback   b;\n--rollback SELECT 2\n--changeset ann:2\nSELECT 3\n--rollback not required\n--changeset ann:3\nSELECT 4\n--rollback empty',
		);
		assert.equal(
			statements.map(({ sql, line, isDown }) => [sql.replaceAll(/\s+/g, ' '), line, isDown]),
			[
				['SELECT 1', 3, false],
				['DROP TABLE a, b', 4, true],
				['SELECT 2', 6, true],
				['SELECT 3', 8, false],
				['SELECT 4', 11, false],
			],
		);
	});

	test('takes the words that end statements from the changeset', () => {
		const { statements } = reviewed(
			'--liquibase formatted sql\n--changeset ann:1 endDelimiter:/\nSELECT 8\n  / 2\n/\nSELECT 2\n/\n--changeset ann:2 endDelimiter:"@@"\nSELECT 3@@\nSELECT 4;',
		);
		assert.equal(
			statements.map(({ sql, line }) => [sql, line]),
			[
				['SELECT 8\n  / 2', 3],
				['SELECT 2', 6],
				['SELECT 3', 9],
				['SELECT 4', 10],
			],
		);
	});

	test('ends a batch at GO, outside of strings alone', () => {
		const { statements, found: problems } = reviewed("SELECT 1\nGO\nSELECT '\ngo\n';\n  go;\nSELECT 3\nGO");
		assert.equal(problems, []);
		assert.equal(
			statements.map(({ sql, line }) => [sql, line]),
			[
				['SELECT 1', 1],
				["SELECT '\ngo\n'", 3],
				['SELECT 3', 7],
			],
		);
	});

	test('has what goose sends as one string read statement by statement', () => {
		const body =
			'-- +goose StatementBegin\nCREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;\n-- +goose StatementEnd';
		assert.equal(reviewed(FILES.goose(body, 'DROP FUNCTION f();')).statements.length, 2);
	});

	test('leaves each offset where it was', () => {
		const text = `-- +goose Up\nSELECT 1\nGO\n-- +goose Down\nSELECT 2;\n`;
		const run = runScript(text, postgresql.reading);
		assert.is(run.text.length, text.length);
		assert.equal(
			run.parts.map(({ start }) => start),
			[0, text.indexOf('-- +goose Down')],
		);
	});

	test('takes any other script for one part', () => {
		const text = '--changeset ann:1\nSELECT 1;\n--rollback SELECT 2;';
		assert.equal(runScript(text, postgresql.reading), {
			text,
			parts: [{ start: 0, isDown: false, isWrapped: undefined }],
		});
	});

	test('holds a comment at the head for what undoes the file, too', () => {
		const text = `-- gen-sql: allow drop-table because nobody has it yet\n\n${FILES.dbmate(`${CREATE};`, 'DROP TABLE plan;')}`;
		assert.equal(found(text), []);
	});

	test('only advises against dropping what the file itself created', () => {
		const severities = (text: string): readonly string[] =>
			reviewed(text, {
				rules: { 'missing-lock-timeout': { severity: 'off' }, 'multi-table-lock-order': { severity: 'off' } },
			}).found.map(({ rule, severity }) => `${rule} ${severity}`);
		const up =
			"SET LOCAL lock_timeout = '2s';\nCREATE SCHEMA app;\nCREATE TABLE app.plan (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN plan bigint;";
		const down = 'ALTER TABLE account DROP COLUMN plan;\nDROP TABLE app.plan;\nDROP SCHEMA app;';
		assert.equal(severities(FILES.goose(up, down)), ['drop-column info', 'drop-table info', 'drop-schema info']);
		assert.equal(severities(FILES.goose(up, 'ALTER TABLE account DROP COLUMN name;\nDROP TABLE plan_old;')), [
			'drop-column error',
			'drop-table error',
		]);
	});

	test('goes on behind what undoes a changeset as if it had not been there', () => {
		const text = `--liquibase formatted sql\n--changeset ann:1\n${CREATE};\n--rollback DROP TABLE plan;\n--changeset ann:2\nCREATE INDEX plan_id ON plan (id);`;
		assert.not.ok(rulesFoundIn(text).includes('create-index-blocking'));
	});

	test('knows files that undo others by their names', () => {
		assert.is(undoneBy('db/U2.1__plans.sql'), 'db/V2.1__plans.sql');
		assert.is(undoneBy('/m/0002_plans.down.sql'), '/m/0002_plans.up.sql');
		assert.is(undoneBy('db/V2.1__plans.sql'), undefined);
		assert.is(undoneBy('db/USER__plans.txt'), undefined);
	});
});
