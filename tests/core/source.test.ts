import * as assert from 'uvu/assert';
import { isRegisteredScript, locate, registerScript } from '../../src/core/source.ts';
import { suite } from '../support/suite.ts';

suite('core/source', (test) => {
	test('leads a call in transformed text back to its source', () => {
		assert.not.ok(isRegisteredScript('/a/revision.ts'));
		registerScript('/a/revision.ts', (line, column) => ({ line: line + 10, column: column + 1 }));
		assert.ok(isRegisteredScript('/a/revision.ts'));
		assert.equal(locate({ script: '/a/revision.ts', line: 2, column: 3 }), {
			file: '/a/revision.ts',
			line: 12,
			column: 4,
		});
	});

	test('keeps the position of a script nobody translated', () => {
		assert.equal(locate({ script: '/a/other.ts', line: 2, column: 3 }), { file: '/a/other.ts', line: 2, column: 3 });
	});

	test('keeps a position that is one in the source already', () => {
		const at = { file: '/a/revision.ts', line: 2, column: 3 };
		assert.is(locate(at), at);
	});
});
