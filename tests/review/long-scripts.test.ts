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
});
