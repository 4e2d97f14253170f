import * as assert from 'uvu/assert';
import { listed } from '../../src/review/spelled.ts';
import { suite } from '../support/suite.ts';

suite('review/spelled', (test) => {
	test('lists names in quotes, and counts those of a long list', () => {
		assert.is(listed(['a']), '"a"');
		assert.is(listed(['a', 'b', 'c', 'd']), '"a", "b", "c", "d"');
		assert.is(listed(['a', 'b', 'c', 'd', 'e']), '"a", "b", "c" and 2 others');
		assert.is(listed([]), '');
	});
});
