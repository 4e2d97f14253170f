import * as assert from 'uvu/assert';
import { byCodePoint, byNumbers, keysOf } from '../../src/core/keys.ts';
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

	test('orders numbers in names by their value, and all else by code point', () => {
		const sorted = [
			'1',
			'1.2',
			'1.10',
			'01a',
			'1a',
			'2',
			'10',
			'99999999999999999998',
			'99999999999999999999',
			'V2',
			'V10',
		];
		assert.equal(sorted.toReversed().sort(byNumbers), sorted);
		assert.is(byNumbers('a1', 'a1'), 0);
	});

	test('keeps the order of a registry', () => {
		assert.equal(keysOf({ b: 1, a: 2 }), ['b', 'a']);
	});
});
