import * as assert from 'uvu/assert';
import { didYouMean, nearest } from '../../src/core/suggest.ts';
import { suite } from '../support/suite.ts';

suite('core/suggest', (test) => {
	test('finds the word with a slip in it', () => {
		assert.is(nearest('createTabel', ['createTable', 'createIndex']), 'createTable');
		assert.is(nearest('schem', ['schema', 'comment']), 'schema');
	});

	test('takes one word spelled in two ways for the same', () => {
		assert.is(nearest('down_revision', ['downRevision', 'revision']), 'downRevision');
		assert.is(nearest('IF-NOT-EXISTS', ['ifExists', 'ifNotExists']), 'ifNotExists');
	});

	test('takes the nearest of several', () => {
		assert.is(nearest('dropTabl', ['dropTables', 'dropTable']), 'dropTable');
	});

	test('finds nothing in words that are far', () => {
		assert.is(nearest('zzz', ['schema', 'comment']), undefined);
		assert.is(nearest('ab', ['cd']), undefined);
		assert.is(nearest('x', []), undefined);
	});

	test('asks, or lists what there is', () => {
		assert.is(didYouMean('schem', ['schema']), 'did you mean "schema"?');
		assert.is(didYouMean('zzz', ['schema', 'comment'], 'options'), 'options: schema, comment');
		assert.is(didYouMean('zzz', ['schema']), 'known: schema');
	});
});
