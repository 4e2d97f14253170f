import * as assert from 'uvu/assert';
import { mutated, numbers } from '../../bench/mutations.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { statementMeaning } from '../../src/review/fingerprint.ts';
import type { Rule } from '../../src/review/rule.ts';
import { rules } from '../../src/review/rules/index.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

const examples = Object.values<Rule>(rules).flatMap(({ examples: { bad, good } }) => [...bad, ...good]);
const grammar = await postgresql.reading.loadGrammar?.();

suite('review/mutations', (test) => {
	test('a script with something wrong in it is reviewed like any other', () => {
		const scripts = fc.tuple(fc.array(fc.constantFrom(...examples), { minLength: 1, maxLength: 4 }), fc.nat());
		fc.assert(
			fc.property(scripts, ([texts, seed]) => {
				for (const { text } of reviewed(mutated(texts.join('\n'), numbers(seed))).found) {
					assert.type(statementMeaning(text, postgresql.reading, grammar), 'string');
				}
			}),
		);
	});

	test('NUL is told, and ends nothing', () => {
		const { found } = reviewed('ALTER TABLE a ADD COLUMN b te\0xt;\nDROP TABLE c;');
		assert.equal(
			found.filter(({ rule }) => rule !== 'missing-lock-timeout').map(({ rule, line }) => [rule, line]),
			[
				['syntax-error', 1],
				['drop-table', 2],
			],
		);
	});

	test('what cannot be read has a meaning of its own', () => {
		assert.is(statementMeaning('SELECT /* 1', postgresql.reading, grammar), 'SELECT /* 1');
	});
});
