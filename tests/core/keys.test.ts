import * as assert from 'uvu/assert';
import { byCodePoint, keysOf } from '../../src/core/keys.ts';
import { suite } from '../support/suite.ts';

suite('core/keys', (test) => {
	test('orders by code point, not by code unit and not by locale', () => {
		// As UTF-16, the emoji (d83d…) would stand before the private use character (e000).
		assert.equal(['😀', '\ue000', 'b', 'ä', 'B', 'a', '10', '9', ''].sort(byCodePoint), [
			'',
			'10',
			'9',
			'B',
			'a',
			'b',
			'ä',
			'\ue000',
			'😀',
		]);
	});

	test('orders in both directions alike', () => {
		assert.ok(byCodePoint('\ue000', '😀') < 0);
		assert.ok(byCodePoint('😀', '\ue000') > 0);
	});

	test('a beginning stands before the whole, equal texts are equal', () => {
		assert.ok(byCodePoint('ab', 'abc') < 0);
		assert.ok(byCodePoint('abc', 'ab') > 0);
		assert.is(byCodePoint('a', 'a'), 0);
	});

	test('keeps the order of a registry', () => {
		assert.equal(keysOf({ b: 1, a: 2 }), ['b', 'a']);
	});
});
