import * as assert from 'uvu/assert';
import type { RuleOptions } from '../../src/review/rule.ts';
import { checkRuleOptions } from '../../src/review/rule-options.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const DEFAULTS = { assumed: false, columns: 3, table: '' };

const refused = (given: RuleOptions): string =>
	throwsCode(() => checkRuleOptions('a-rule', DEFAULTS, given), 'OPTION_INVALID').message;

suite('review/rule-options', (test) => {
	test('takes values of the kind that the default has', () => {
		for (const given of [{}, { assumed: true, columns: 0 }, { table: '^[a-zß]+$' }])
			assert.not.throws(() => checkRuleOptions('a-rule', DEFAULTS, given));
	});

	test('refuses an option that there is not, and one of a rule without any', () => {
		assert.is(refused({ column: 4 }), 'there is no option "column" of the rule "a-rule"');
		throwsCode(() => checkRuleOptions('a-rule', undefined, { columns: 4 }), 'OPTION_INVALID');
		throwsCode(() => checkRuleOptions('a-rule', {}, { toString: 'x' }), 'OPTION_INVALID');
	});

	test('refuses a value of another kind, and text that is no regular expression', () => {
		assert.is(refused({ columns: 'four' }), 'the option "columns" of the rule "a-rule" cannot be "four"');
		for (const given of [{ assumed: 1 }, { columns: true }, { columns: Number.NaN }, { table: 3 }, { table: '[' }])
			refused(given);
	});
});
