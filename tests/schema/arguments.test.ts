import * as assert from 'uvu/assert';
import * as check from '../../src/schema/arguments.ts';
import { sql } from '../../src/sql/sql.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('schema/arguments', (test) => {
	test('an expression is a string of SQL or a fragment', () => {
		const fragment = sql`now()`;
		assert.is(check.expression(fragment, 'x'), fragment);
		assert.equal(check.expression('a > 0', 'x'), sql`a > 0`);
		for (const wrong of ['', '  ', 5, null, {}]) throwsCode(() => check.expression(wrong, 'x'), 'ARGUMENT_INVALID');
	});

	test('a value may be anything a column holds', () => {
		for (const value of ['a', 1, 1n, true, null, new Date(0), new Uint8Array(), sql`x`, [1], { a: 1 }]) {
			assert.equal(check.value(value, 'x'), value);
		}
		for (const wrong of [undefined, () => 1, Symbol('x')]) {
			throwsCode(() => check.value(wrong, 'x'), 'ARGUMENT_INVALID');
		}
	});

	test('a whole number is one that JavaScript keeps, or a bigint', () => {
		assert.is(check.wholeNumber(-1, 'x'), -1);
		assert.is(check.wholeNumber(2n ** 60n, 'x'), 2n ** 60n);
		for (const wrong of [1.5, Number.NaN, 2 ** 53, '1', null]) {
			throwsCode(() => check.wholeNumber(wrong, 'x'), 'ARGUMENT_INVALID');
		}
	});

	test('a choice is taken in capitals and in small letters', () => {
		const choice = check.oneOf('SET NULL', 'CASCADE');
		assert.is(choice('set null', 'x'), 'SET NULL');
		assert.is(
			throwsCode(() => choice('none', 'x'), 'ARGUMENT_INVALID').message,
			'x must be one of SET NULL, CASCADE, got "none"',
		);
	});

	test('a list names the item that is wrong', () => {
		const names = check.listOf(check.name, 'names');
		assert.is(
			throwsCode(() => names(['a', 5], 'x'), 'ARGUMENT_INVALID').message,
			'x[1] must be a name (a string), got 5',
		);
	});

	test('storage parameters have plain values', () => {
		const given = { fillfactor: 70, 'toast.autovacuum_enabled': false, buffering: 'auto' };
		assert.equal(check.parameters(given, 'x'), given);
		throwsCode(() => check.parameters({ '': 1 }, 'x'), 'IDENTIFIER_INVALID');
		for (const wrong of [null, {}, []]) {
			assert.match(
				throwsCode(() => check.parameters({ a: wrong }, 'x'), 'ARGUMENT_INVALID').message,
				'x.a must be a string, a finite number, true or false',
			);
		}
	});

	test('storage parameters are at least one: WITH () is no SQL', () => {
		throwsCode(() => check.parameters({}, 'x'), 'ARGUMENT_INVALID');
	});

	test('a number among storage parameters is finite', () => {
		for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
			throwsCode(() => check.parameters({ fillfactor: wrong }, 'x'), 'ARGUMENT_INVALID');
		}
	});

	test('options are frozen, without those that are undefined', () => {
		const options = check.readOptions('call', { a: 'x', b: undefined }, { a: check.name, b: check.name });
		assert.equal(options, { a: 'x' });
		assert.not.ok('b' in options);
		assert.ok(Object.isFrozen(options));
		assert.equal(check.readOptions('call', undefined, { a: check.name }), {});
	});

	test('an option is not looked for in the prototype', () => {
		for (const key of ['constructor', 'toString', 'hasOwnProperty']) {
			throwsCode(() => check.readOptions('call', { [key]: 1 }, { a: check.name }), 'ARGUMENT_INVALID');
		}
	});
});
