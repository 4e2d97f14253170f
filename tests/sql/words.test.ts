import * as assert from 'uvu/assert';
import { block, concat, joined, list, part, raw, words } from '../../src/sql/words.ts';
import { suite } from '../support/suite.ts';

const literal = part({ kind: 'literal', text: "'x'" });

suite('sql/words', (test) => {
	test('joins the words that are there with single spaces', () => {
		assert.equal([...words('DROP', false, 'TABLE', undefined, raw('a'))], ['DROP TABLE a']);
		assert.equal([...words()], []);
	});

	test('keeps literals apart from the text around them', () => {
		assert.equal(
			[...words('SET', literal, 'WHERE', literal)],
			['SET ', { kind: 'literal', text: "'x'" }, ' WHERE ', { kind: 'literal', text: "'x'" }],
		);
		assert.equal([...concat(raw('('), literal, raw(')'))], ['(', { kind: 'literal', text: "'x'" }, ')']);
	});

	test('joins items with a separator', () => {
		assert.equal([...joined([raw('a'), raw('b')])], ['a, b']);
		assert.equal([...joined([raw('a'), raw('b')], ' AND ')], ['a AND b']);
		assert.equal([...joined([])], []);
		assert.equal([...list([raw('a'), raw('b')])], ['(a, b)']);
	});

	test('puts the items of a block on lines of their own', () => {
		assert.equal([...block([raw('a'), raw('b')])], ['(\n    a,\n    b\n)']);
		assert.equal([...block([])], ['()']);
	});
});
