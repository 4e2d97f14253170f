import * as assert from 'uvu/assert';
import { suite } from '../../support/suite.ts';
import { reviewed } from '../reviewing.ts';

const BASELINE = `
CREATE TABLE account (id bigint PRIMARY KEY, email text, tenant bigint, plan text, price numeric);
ALTER TABLE account ADD CONSTRAINT price_positive CHECK (price > 0) NOT VALID;
ALTER TABLE account ADD CONSTRAINT plan_given CHECK (plan IS NOT NULL);
CREATE UNIQUE INDEX account_email ON account (email);
`;

const ROWS = new Set(['constraint-may-fail', 'not-null-may-fail', 'unique-may-fail']);

/** What is said of rows that may not fit. */
const told = (text: string, rules = {}): readonly string[] =>
	reviewed(text, { rules }, BASELINE)
		.found.filter(({ rule }) => ROWS.has(rule))
		.map(({ rule, severity }) => `${severity} ${rule}`);

suite('review/rules that look at rows', (test) => {
	test('know the schema of a baseline', () => {
		assert.equal(told('ALTER TABLE account VALIDATE CONSTRAINT price_positive'), ['info constraint-may-fail']);
		assert.equal(told('ALTER TABLE account VALIDATE CONSTRAINT plan_given'), []);
		assert.equal(told('ALTER TABLE account ALTER plan SET NOT NULL'), []);
		const off = { 'set-not-null-scan': { severity: 'off' } };
		assert.equal(told('ALTER TABLE account ALTER tenant SET NOT NULL', off), ['warning not-null-may-fail']);
		assert.equal(told('CREATE UNIQUE INDEX CONCURRENTLY a ON account (tenant)'), ['warning unique-may-fail']);
		assert.equal(told('CREATE UNIQUE INDEX CONCURRENTLY a ON account (tenant, email)'), []);
		assert.equal(told('DROP INDEX account_email; CREATE UNIQUE INDEX CONCURRENTLY a ON account (email, tenant)'), []);
		assert.equal(told('DROP INDEX account_email; CREATE UNIQUE INDEX CONCURRENTLY a ON account (tenant)'), [
			'warning unique-may-fail',
		]);
	});

	test('say nothing of a constraint that another rule finds, and speak where that one is off', () => {
		const check = 'ALTER TABLE account ADD CONSTRAINT c CHECK (price < 9)';
		const key = 'ALTER TABLE account ADD CONSTRAINT c FOREIGN KEY (tenant) REFERENCES tenant (id)';
		const required = 'ALTER TABLE account ALTER tenant SET NOT NULL';
		for (const text of [check, key, required, 'CREATE UNIQUE INDEX ON account (tenant)']) assert.equal(told(text), []);
		assert.equal(told(check, { 'add-check-scan': { severity: 'off' } }), ['info constraint-may-fail']);
		assert.equal(told(key, { 'add-foreign-key-scan': { severity: 'off' } }), ['info constraint-may-fail']);
		assert.equal(told(`${check} NOT VALID`, { 'add-check-scan': { severity: 'off' } }), []);
	});

	test('take a block that asks for the rows for care', () => {
		const block = `DO $$ BEGIN IF EXISTS (SELECT FROM account WHERE tenant IS NULL) THEN RAISE 'no'; END IF; END $$;`;
		const off = { 'set-not-null-scan': { severity: 'off' } };
		assert.equal(told(`${block} ALTER TABLE account ALTER tenant SET NOT NULL`, off), []);
		assert.equal(told(`${block} CREATE UNIQUE INDEX CONCURRENTLY a ON account (price)`), ['warning unique-may-fail']);
	});
});
