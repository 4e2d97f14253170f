import * as assert from 'uvu/assert';
import { suite } from '../../support/suite.ts';
import { reviewed } from '../reviewing.ts';

const BASELINE = `
CREATE TABLE account (id bigint PRIMARY KEY, tenant bigint, code bigint NOT NULL, plan text);
CREATE UNIQUE INDEX account_code ON account (code);
CREATE UNIQUE INDEX account_tenant ON account (tenant) TABLESPACE fast;
CREATE TABLE invoice (
	id bigint PRIMARY KEY,
	note varchar(20),
	payer bigint CONSTRAINT payer REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE VIEW notes AS SELECT id, note FROM invoice;
CREATE DOMAIN email AS text;
CREATE DOMAIN unused AS text;
CREATE TABLE contact (id bigint PRIMARY KEY, email email);
CREATE TABLE event (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE event_2020 PARTITION OF event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE bare (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE log (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE log_rest PARTITION OF log DEFAULT;
`;

const PATIENCE = "SET lock_timeout = '2s';\nSET statement_timeout = '1min';\n";

const about = (rule: string, text: string, version = 14) =>
	reviewed(`${PATIENCE}${text}`, { version }, BASELINE).found.filter((each) => each.rule === rule);

/** How often a rule has something to say. */
const told = (rule: string, text: string, version?: number): readonly string[] =>
	about(rule, text, version).map(({ severity, object }) => `${severity} ${object}`);

suite('review/rules that look at locks', (test) => {
	test('know the columns of an index that becomes a primary key', () => {
		const add = (index: string): string => `ALTER TABLE account ADD CONSTRAINT k PRIMARY KEY USING INDEX ${index};`;
		assert.equal(told('add-primary-key-nullable', add('account_code')), []);
		assert.equal(told('add-primary-key-nullable', add('account_tenant')), ['warning account.k']);
		assert.equal(
			about('add-primary-key-nullable', add('account_tenant'), 18).map(({ instead }) => instead),
			[
				`ALTER TABLE account ADD CONSTRAINT tenant_not_null NOT NULL tenant NOT VALID;
ALTER TABLE account VALIDATE CONSTRAINT tenant_not_null;
${add('account_tenant')}`,
			],
		);
	});

	test('know the partitions of a table', () => {
		assert.equal(told('create-index-partitioned', 'CREATE INDEX i ON event (at)'), ['error i']);
		assert.equal(told('create-index-partitioned', 'CREATE INDEX i ON bare (id)'), []);
		assert.equal(told('create-index-partitioned', 'CREATE INDEX CONCURRENTLY i ON bare (id)'), ['error i']);
		assert.equal(told('create-index-blocking', 'CREATE INDEX i ON event (at)'), []);
		const detach = 'ALTER TABLE event DETACH PARTITION event_2020';
		assert.equal(told('detach-partition-blocking', detach), ['error event_2020']);
		assert.equal(told('detach-partition-blocking', detach, 13), []);
		assert.equal(told('detach-partition-blocking', 'ALTER TABLE log DETACH PARTITION log_rest'), []);
		assert.equal(told('drop-partition-locks-parent', 'DROP TABLE event_2020'), ['warning event_2020']);
		assert.equal(told('drop-partition-locks-parent', 'DROP TABLE event'), []);
	});

	test('tell how the rows of a default partition need not be read', () => {
		const attach = 'ALTER TABLE log ATTACH PARTITION log_1 FOR VALUES FROM (1) TO (9);';
		const [found, ...more] = about('attach-partition-scan', `CREATE TABLE log_1 (id bigint NOT NULL); ${attach}`);
		assert.equal(more, []);
		assert.is(
			found?.instead,
			`ALTER TABLE public.log_rest ADD CONSTRAINT log_rest_excludes CHECK (id < 1 OR id >= 9) NOT VALID;
ALTER TABLE public.log_rest VALIDATE CONSTRAINT log_rest_excludes;
${attach}
ALTER TABLE public.log_rest DROP CONSTRAINT log_rest_excludes;`,
		);
		assert.equal(told('attach-partition-scan', `CREATE TABLE log_1 (id bigint NOT NULL); ${found?.instead}`), []);
	});

	test('know which tables use a domain', () => {
		assert.equal(told('alter-domain-scan', 'ALTER DOMAIN email SET NOT NULL'), ['error email']);
		assert.equal(told('alter-domain-scan', 'ALTER DOMAIN unused SET NOT NULL'), []);
		assert.equal(told('alter-domain-scan', 'ALTER DOMAIN unknown SET NOT NULL'), ['warning unknown']);
	});

	test('know where an index is', () => {
		assert.equal(told('set-tablespace-rewrite', 'ALTER INDEX account_tenant SET TABLESPACE fast'), []);
		assert.equal(told('set-tablespace-rewrite', 'ALTER INDEX account_tenant SET TABLESPACE slow'), [
			'error account_tenant',
		]);
		const [found] = about('set-tablespace-rewrite', 'ALTER INDEX account_tenant SET TABLESPACE slow', 13);
		assert.is(found?.instead, undefined);
	});

	test('know the views, and the keys that wait', () => {
		assert.equal(told('view-depends-on-column', 'ALTER TABLE invoice ALTER note TYPE text'), ['error invoice.note']);
		assert.equal(told('view-depends-on-column', 'DROP VIEW notes; ALTER TABLE invoice ALTER note TYPE text'), []);
		const change = 'ALTER TABLE invoice ADD COLUMN more text; COMMIT';
		assert.equal(told('pending-trigger-events', `BEGIN; INSERT INTO invoice (id) VALUES (1); ${change}`), [
			'error public.invoice',
		]);
		const named = `BEGIN; INSERT INTO invoice (id) VALUES (1); SET CONSTRAINTS payer IMMEDIATE; ${change}`;
		assert.equal(told('pending-trigger-events', named), []);
		const back = `BEGIN; SAVEPOINT s; INSERT INTO invoice (id) VALUES (1); ROLLBACK TO s; ${change}`;
		assert.equal(told('pending-trigger-events', back), []);
	});

	test('take a row that is named by any key for one row', () => {
		const write = (where: string): string =>
			`BEGIN; ALTER TABLE account ADD COLUMN z text; UPDATE account SET z = 'x' WHERE ${where}; COMMIT`;
		assert.equal(told('dml-while-holding-lock', write("code = 7 AND plan = 'free'")), []);
		assert.equal(told('dml-while-holding-lock', write("plan = 'free'")), ['error public.account']);
		assert.equal(told('dml-while-holding-lock', write('code = tenant')), ['error public.account']);
	});

	test('take no key of another table for one of the table that is written', () => {
		const within = (write: string): string => `BEGIN;\nALTER TABLE account ADD COLUMN note text;\n${write};\nCOMMIT;`;
		const from = (key: string): string => `UPDATE account AS a SET plan = t.plan FROM tariff t WHERE ${key} = 7`;
		assert.equal(told('dml-while-holding-lock', within(from('t.id'))), ['error public.account']);
		assert.equal(told('dml-while-holding-lock', within(from('a.id'))), []);
		const using = (key: string): string => `DELETE FROM unheard USING account WHERE ${key} = 7`;
		assert.equal(told('dml-while-holding-lock', within(using('account.id'))), ['error public.account']);
		assert.equal(told('dml-while-holding-lock', within(using('unheard.id'))), []);
	});

	test('take an index that is dropped for a part of its table', () => {
		const text = 'BEGIN; DROP INDEX account_code; CREATE UNIQUE INDEX account_code ON account (code); COMMIT';
		assert.equal(told('rewrite-while-holding-lock', text), []);
		assert.equal(told('dml-while-holding-lock', text), ['error public.account']);
	});

	test('know a table that is locked by its new name', () => {
		const check = (table: string): string => `ALTER TABLE ${table} ADD CONSTRAINT c CHECK (id > 0); COMMIT`;
		const script = 'BEGIN; ALTER TABLE account RENAME TO customer;';
		assert.equal(told('statement-while-holding-lock', `${script} ${check('customer')}`), []);
		assert.equal(told('statement-while-holding-lock', `${script} ${check('invoice')}`), ['warning public.invoice']);
		const moved = 'BEGIN; ALTER TABLE other SET SCHEMA app;';
		assert.equal(told('statement-while-holding-lock', `${moved} ${check('app.other')}`), []);
	});

	test('listen to their options', () => {
		const script = (rule: string, options: Readonly<Record<string, boolean | number>>, text: string): number =>
			reviewed(text, { rules: { [rule]: { options } } }, BASELINE).found.filter((each) => each.rule === rule).length;
		const build = `${PATIENCE}CREATE INDEX CONCURRENTLY i ON account (plan);`;
		assert.is(script('implicit-transaction', {}, build), 0);
		assert.is(script('implicit-transaction', { oneString: true }, build), 1);
		assert.is(script('timeout-scope', {}, PATIENCE), 0);
		assert.is(script('timeout-scope', { pooled: true }, PATIENCE), 2);
		assert.is(script('timeout-too-long', { seconds: 1 }, PATIENCE), 1);
		const check = "SET lock_timeout = '2s'; ALTER TABLE account ADD CHECK (tenant > 0)";
		assert.is(script('missing-statement-timeout', {}, check), 1);
		assert.is(script('missing-statement-timeout', { assumed: true }, check), 0);
	});
});
