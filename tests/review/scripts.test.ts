import * as assert from 'uvu/assert';
import type { Rule } from '../../src/review/rule.ts';
import { rules } from '../../src/review/rules/index.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

const examples = Object.values<Rule>(rules).flatMap(({ examples: { bad, good } }) => [...bad, ...good]);

/** A change of a table in the ways that block nobody. */
const SAFE = `
SET lock_timeout = '2s';
BEGIN;
CREATE TABLE tariff (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
CREATE INDEX tariff_name ON tariff (name);
COMMENT ON TABLE tariff IS 'Prices';
ALTER TABLE tariff ADD COLUMN price numeric NOT NULL DEFAULT 0;
ALTER TABLE tariff ADD CONSTRAINT price_positive CHECK (price >= 0);
INSERT INTO tariff (name) VALUES ('free'), ('pro');
COMMIT;
BEGIN;
ALTER TABLE account ADD COLUMN tariff_id bigint;
COMMIT;
BEGIN;
ALTER TABLE account ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
COMMIT;
BEGIN;
ALTER TABLE account ADD CONSTRAINT account_tariff FOREIGN KEY (tariff_id) REFERENCES tariff (id) NOT VALID;
COMMIT;
BEGIN;
ALTER TABLE account VALIDATE CONSTRAINT account_tariff;
COMMIT;
CREATE INDEX CONCURRENTLY account_tariff_id ON account (tariff_id);
SELECT slug FROM account GROUP BY slug HAVING count(*) > 1;
CREATE UNIQUE INDEX CONCURRENTLY account_slug ON account (slug);
BEGIN;
ALTER TABLE account ADD CONSTRAINT account_slug UNIQUE USING INDEX account_slug;
COMMIT;
BEGIN;
ALTER TABLE account ADD CONSTRAINT name_given CHECK (name IS NOT NULL) NOT VALID;
COMMIT;
BEGIN;
ALTER TABLE account VALIDATE CONSTRAINT name_given;
COMMIT;
BEGIN;
ALTER TABLE account ALTER COLUMN name SET NOT NULL;
ALTER TABLE account DROP CONSTRAINT name_given;
COMMIT;
UPDATE account SET tariff_id = 1 WHERE tariff_id IS NULL AND id BETWEEN 1 AND 10000;
UPDATE account SET tariff_id = 1 WHERE tariff_id IS NULL AND id BETWEEN 10001 AND 20000;
GRANT SELECT ON tariff TO report;
REINDEX INDEX CONCURRENTLY account_tariff_id;
CREATE OR REPLACE VIEW tariffs AS SELECT id, name FROM tariff;
ANALYZE account;
RESET lock_timeout;
`;

suite('review/scripts', (test) => {
	test('looks at 3,000 indexes of one table without comparing each with all others', () => {
		const script = Array.from({ length: 3000 }, (_, at) => `CREATE INDEX ON account (c${at}, id);`).join('\n');
		const begin = performance.now();
		const { statements } = reviewed(script);
		const tookMs = performance.now() - begin;
		assert.is(statements.length, 3000);
		assert.ok(tookMs < 10_000, `${tookMs} ms`);
	});

	test('looks at 6,000 locks and 6,000 constraints without comparing each with all others', () => {
		const each = (statement: (at: number) => string): string =>
			Array.from({ length: 6000 }, (_, at) => statement(at)).join('\n');
		const locks = `BEGIN;\nSET LOCAL lock_timeout = '2s';\n${each((at) => `LOCK TABLE t${at} IN SHARE MODE;`)}\nCOMMIT;`;
		const constraints = each(
			(at) => `ALTER TABLE t DROP CONSTRAINT c${at};\nALTER TABLE t ADD CONSTRAINT c${at} CHECK (a > ${at}) NOT VALID;`,
		);
		const begin = performance.now();
		reviewed(locks);
		reviewed(constraints);
		const tookMs = performance.now() - begin;
		assert.ok(tookMs < 20_000, `${tookMs} ms`);
	});

	test('tells of each lock that long work follows, and of none behind it', () => {
		const script =
			"BEGIN;\nSET LOCAL lock_timeout = '2s';\nLOCK TABLE a IN SHARE MODE;\nLOCK TABLE b IN SHARE MODE;\nCREATE INDEX ON c (d);\nLOCK TABLE e IN SHARE MODE;\nCOMMIT;\nBEGIN;\nSET LOCAL lock_timeout = '2s';\nLOCK TABLE f IN SHARE MODE;\nCOPY f FROM '/f';\nCOMMIT;";
		const told = reviewed(script).found.filter(({ rule }) => rule === 'lock-table');
		assert.equal(
			told.map(({ line }) => line),
			[3, 4, 10],
		);
	});

	test('finds nothing in a script of 40 statements that blocks nobody', () => {
		const { found, statements } = reviewed(SAFE);
		assert.ok(statements.length >= 40, String(statements.length));
		assert.equal(found, []);
	});

	test('reads on behind a statement that cannot be parsed, and tells its place', () => {
		const { found } = reviewed('SELECT 1;\n\nSELEC 2;\nDROP TABLE account;', { preset: 'online' });
		const places = found.map(({ rule, line, column }) => [rule, line, column]);
		assert.equal(places.slice(0, 2), [
			['syntax-error', 3, 1],
			['drop-table', 4, 1],
		]);
	});

	test('tells one cause once', () => {
		const { found } = reviewed('TRUNCATE account CASCADE;', { preset: 'strict' });
		assert.equal(
			found.map(({ rule }) => rule).filter((rule) => rule.startsWith('truncate')),
			['truncate-cascade'],
		);
	});

	test('tells once that rows are read, and that what they hold may make it fail', () => {
		const table = 'CREATE TABLE account (id bigint PRIMARY KEY, plan text, slug text);';
		for (const [statement, rule] of [
			['ALTER TABLE account ALTER COLUMN plan SET NOT NULL;', 'set-not-null-scan'],
			['CREATE UNIQUE INDEX slugs ON account (slug);', 'create-index-blocking'],
			['CREATE UNIQUE INDEX ON account (slug);', 'create-index-blocking'],
			['CREATE UNIQUE INDEX CONCURRENTLY slugs ON account (slug);', 'unique-may-fail'],
			['ALTER TABLE account ADD CONSTRAINT slugs UNIQUE (slug);', 'add-unique-builds-index'],
		] as const) {
			const { found } = reviewed(`SET lock_timeout = '2s';\nSET statement_timeout = '1min';\n${statement}`, {}, table);
			assert.equal(
				found.map((each) => each.rule),
				[rule],
			);
		}
	});

	test('lets what is set win over what a statement is by itself', () => {
		const text =
			"SET lock_timeout = '2s';\nSET statement_timeout = '9s';\nBEGIN;\nALTER TABLE a ADD COLUMN b bigint DEFAULT 1 REFERENCES c (id);\nCOMMIT;\nCREATE INDEX CONCURRENTLY a_b ON a (b);";
		const severities = (rules: Parameters<typeof reviewed>[1] = {}): readonly string[] =>
			reviewed(text, rules)
				.found.filter(({ rule }) => rule === 'add-column-inline-foreign-key')
				.map(({ severity }) => severity);
		assert.equal(severities(), ['warning']);
		assert.equal(severities({ preset: 'online' }), ['error']);
		assert.equal(severities({ rules: { 'add-column-inline-foreign-key': { severity: 'info' } } }), ['info']);
		assert.equal(severities({ rules: { 'add-column-inline-foreign-key': { severity: 'off' } } }), []);
	});

	test('takes any text', () => {
		const text = fc
			.tuple(fc.constantFrom(...examples), fc.constantFrom(...examples), fc.nat(200), fc.nat(200), fc.string())
			.map(([one, other, from, to, noise]) => `${one.slice(0, from)}${noise}${other.slice(to)}`);
		fc.assert(
			fc.property(text, (script) => {
				assert.instance(reviewed(script, { preset: 'strict' }).statements, Array);
			}),
		);
	});
});
