import * as assert from 'uvu/assert';
import { count, hasLoneSurrogate, oneLine } from '../../src/core/text.ts';
import { suite } from '../support/suite.ts';

suite('core/text', (test) => {
	test('keeps a title on one line', () => {
		assert.is(oneLine('drop\n\\! rm -rf /\r\n\u2028now\u202e'), 'drop \\! rm -rf / now');
	});

	test('knows half a surrogate pair', () => {
		assert.ok(hasLoneSurrogate('a\ud800b'));
		assert.not.ok(hasLoneSurrogate('a😀b'));
	});

	test('counts', () => {
		assert.equal([count(1, 'row'), count(2, 'row')], ['1 row', '2 rows']);
	});
});
