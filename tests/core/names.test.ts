import * as assert from 'uvu/assert';
import { describe, identifier, qualified } from '../../src/core/names.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('core/names', (test) => {
	test('takes any text that a server stores, as it is', () => {
		for (const name of ['a', 'A.b', ' ', '"', 'é', '😀', '\n', 'a'.repeat(200)]) assert.is(identifier(name), name);
	});

	test('refuses what no server stores, and says what it was for', () => {
		const refused: readonly (readonly [string, string])[] = [
			['', 'dropTable: name is empty'],
			['a\0', 'dropTable: name "a\\u0000" holds NUL'],
			['\ud83d', 'dropTable: name "\\ud83d" holds half a surrogate pair'],
		];
		for (const [name, message] of refused) {
			assert.is(throwsCode(() => identifier(name, 'dropTable: name'), 'IDENTIFIER_INVALID').message, message);
		}
	});

	test('refuses what is no string as an argument', () => {
		for (const [value, shown] of [
			[undefined, 'nothing'],
			[null, 'null'],
			[['a'], 'an array'],
			[{}, 'an object'],
			[() => 'a', 'a function'],
			[5, '5'],
			[5n, '5'],
			[true, 'true'],
			[Symbol('a'), 'Symbol(a)'],
		] as const) {
			const { message } = throwsCode(() => identifier(value), 'ARGUMENT_INVALID');
			assert.is(message, `a name must be a name (a string), got ${shown}`);
		}
	});

	test('shows a value only when it is short', () => {
		assert.is(describe('a"b'), '"a\\"b"');
		assert.is(describe('a'.repeat(100)), 'a string');
	});

	test('leaves a schema out that is none', () => {
		assert.equal(Object.keys(qualified('a', undefined)), ['name']);
		assert.equal(qualified('a', 's'), { schema: 's', name: 'a' });
	});
});
