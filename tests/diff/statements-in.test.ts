import * as assert from 'uvu/assert';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { piecesOf } from '../../src/diff/statements-in.ts';
import { suite } from '../support/suite.ts';

suite('diff/statements-in', (test) => {
	test('reads more statements than a call has room for arguments', () => {
		const count = 200_000;
		assert.is(piecesOf('A;\n'.repeat(count), postgresql.reading).length, count);
	});
});
