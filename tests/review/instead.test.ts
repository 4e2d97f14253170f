import * as assert from 'uvu/assert';
import type { Rule } from '../../src/review/rule.ts';
import { rules } from '../../src/review/rules/index.ts';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

/** What says that a statement does not belong where it stands. */
const MISPLACED = ['not-in-transaction', 'syntax-error', 'timeout-scope', 'validate-in-same-transaction'];

const WITH_DEFAULT = `ALTER TABLE a$$b ADD COLUMN c text;
ALTER TABLE "a$$b" ALTER COLUMN c SET DEFAULT '{table} ' || random();`;

const ON_PARTITION = `CREATE INDEX i ON ONLY e (id);
CREATE INDEX CONCURRENTLY "e$$1_i" ON "e$$1" (id);
ALTER INDEX i ATTACH PARTITION "e$$1_i";`;

const foundIn = (script: string) => reviewed(script, { preset: 'strict' }).found;

/** A script with what it is told to do by one rule, instead of the statement that this is said of. */
function followed(script: string, rule: string): string {
	const told = foundIn(script).find((each) => each.rule === rule && each.instead);
	assert.ok(told?.instead, `${rule} says nothing to do`);
	const { line = 1, column = 1 } = told?.begin ?? told ?? {};
	const lines = script.split('\n').slice(0, line - 1);
	const start = [...lines, ''].join('\n').length + column - 1;
	const end = start + (told?.text.length ?? 0);
	assert.is(script.slice(start, end), told?.text);
	return `${script.slice(0, start)}${told?.instead?.replace(/;$/, '')}${script.slice(end)}`;
}

suite('review/instead', (test) => {
	for (const [id, rule] of Object.entries<Rule>(rules)) {
		for (const example of rule.examples.bad.filter((each) => !/\b(?:begin|commit|start)\b/i.test(each))) {
			const script = `BEGIN;\n${example}\nCOMMIT;`;
			if (!foundIn(script).some((each) => each.rule === id && each.instead)) continue;

			test(`what ${id} says to do can be done in a transaction: ${example.replaceAll('\n', ' ').slice(0, 60)}`, () => {
				const before = new Set(foundIn(script).map((each) => each.rule));
				const after = foundIn(followed(script, id)).map((each) => each.rule);
				assert.equal(
					after.filter((each) => MISPLACED.includes(each) && !before.has(each)),
					[],
				);
			});
		}
	}

	test('leaves out the comment at the end of a statement', () => {
		const script = 'ALTER TABLE account ADD CONSTRAINT seats_given CHECK (seats > 0) -- at least one\n;\nSELECT 1;';
		const next = followed(script, 'add-check-scan');
		assert.equal(
			foundIn(next).filter(({ rule }) => rule === 'syntax-error' || rule === 'add-check-scan'),
			[],
			next,
		);
	});

	test('leaves out the comments between the clauses of a column', () => {
		const script = 'ALTER TABLE account\n\tADD COLUMN seats bigint -- how many\n\tNOT NULL;';
		assert.is(
			foundIn(script).find(({ rule }) => rule === 'add-column-required')?.instead,
			'ALTER TABLE account\n\tADD COLUMN seats bigint;',
		);
	});

	test('writes names and defaults as they are, whatever signs are in them', () => {
		const script =
			"ALTER TABLE a$$b ADD COLUMN c text DEFAULT '{table} ' || random();\n" +
			'CREATE TABLE IF NOT EXISTS e (id bigint) PARTITION BY RANGE (id);\n' +
			'CREATE TABLE IF NOT EXISTS e$$1 PARTITION OF e FOR VALUES FROM (1) TO (9);\n' +
			'CREATE INDEX i ON e (id);';
		const told = foundIn(script).flatMap(({ instead = '' }) => instead);
		assert.ok(told.includes(WITH_DEFAULT), told.join('\n'));
		assert.ok(told.includes(ON_PARTITION), told.join('\n'));
	});

	test('writes the names of tables as SQL has them', () => {
		const [told] = foundIn('VACUUM FULL "Account", app.invoice;').filter(({ rule }) => rule === 'vacuum-full-rewrite');
		assert.is(told?.instead, 'VACUUM "Account", app.invoice;');
	});

	test('puts each step into its place in a transaction', () => {
		const { found } = reviewed('BEGIN;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;\nCOMMIT;');
		assert.is(
			found.find(({ rule }) => rule === 'set-not-null-scan')?.instead,
			[
				'ALTER TABLE account ADD CONSTRAINT plan_not_null CHECK (plan IS NOT NULL) NOT VALID;',
				'COMMIT;',
				'BEGIN;',
				'ALTER TABLE account VALIDATE CONSTRAINT plan_not_null;',
				'ALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
				'ALTER TABLE account DROP CONSTRAINT plan_not_null;',
			].join('\n'),
		);
	});
});
