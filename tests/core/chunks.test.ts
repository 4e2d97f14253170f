import * as assert from 'uvu/assert';
import { inChunks } from '../../src/core/chunks.ts';
import { suite } from '../support/suite.ts';

suite('core/chunks', (test) => {
	test('joins short texts and loses none', () => {
		const texts = Array.from({ length: 30_000 }, (_, index) => `line ${index}\n`);
		const chunks = [...inChunks(texts)];
		assert.is(chunks.join(''), texts.join(''));
		assert.ok(chunks.length > 1 && chunks.length < 10, `${chunks.length} chunks`);
	});

	test('has no empty chunk', () => {
		assert.equal([...inChunks([])], []);
		assert.equal([...inChunks(['', 'a', ''])], ['a']);
	});
});
