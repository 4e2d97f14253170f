import * as assert from 'uvu/assert';
import type { Rule } from '../../src/review/rule.ts';
import { rules } from '../../src/review/rules/index.ts';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

/** Long enough that not all trees are kept. */
const LONG = 600_000;

const found = (text: string, padding: number) =>
	reviewed(`${text}\nSELECT '${'x'.repeat(padding)}';\n${text}`)
		.found.filter((each) => !each.text.includes("'x"))
		.map(({ rule, object, message, line }) => ({ rule, object, message, line }));

/** How many rules have their examples in one script. */
const EACH = 16;

suite('review/long-scripts', (test) => {
	const all = Object.entries<Rule>(rules);
	for (let from = 0; from < all.length; from += EACH) {
		const some = all.slice(from, from + EACH);
		test(`finds the same in a long script, of ${some[0]?.[0]} and those behind it`, () => {
			const text = some.flatMap(([, { examples }]) => [...examples.bad, ...examples.good]).join('\n');
			const expected = found(text, 1);
			assert.ok(expected.length > EACH);
			assert.equal(found(text, LONG), expected);
		});
	}

	const nested: Readonly<Record<string, string>> = {
		'a chain of operators': `SELECT ${"'a' || ".repeat(5000)}'b' FROM account`,
		'a chain of UNION': `SELECT 1${' UNION ALL SELECT 1'.repeat(5000)}`,
		joins: `SELECT * FROM account${Array.from({ length: 5000 }, (_, at) => ` JOIN a${at} USING (id)`).join('')}`,
		'queries in queries': `SELECT * FROM ${'(SELECT * FROM '.repeat(1600)}account${') a'.repeat(1600)}`,
		'calls in calls': `SELECT ${'f('.repeat(5000)}1${')'.repeat(5000)}`,
	};
	for (const [what, statement] of Object.entries(nested)) {
		test(`goes on behind ${what} too deep to be looked at`, () => {
			const { found: told } = reviewed(`${statement};\nDROP TABLE account;`);
			assert.is(told[0]?.rule, 'syntax-error');
			assert.ok(told.some(({ rule, line }) => rule === 'drop-table' && line === 2));
		});
	}

	test('looks at a statement of many parts beside each other', () => {
		const rows = `INSERT INTO account VALUES (0)${', (1)'.repeat(5000)}`;
		const condition = `DELETE FROM account WHERE a = 1${' OR a = 2'.repeat(5000)}`;
		assert.equal(
			reviewed(`${rows};\n${condition};`).found.filter(({ rule }) => rule === 'syntax-error'),
			[],
		);
	});
});
