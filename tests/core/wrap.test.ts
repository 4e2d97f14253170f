import * as assert from 'uvu/assert';
import { wrap } from '../../src/core/wrap.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';

suite('core/wrap', (test) => {
	for (const [line, columns, expected] of [
		['one two', 7, ['one two']],
		['one two', 6, ['one', '    two']],
		['  one two three', 13, ['  one two', '      three']],
		['revisions/a_very_long_path.ts is here', 10, ['revisions/a_very_long_path.ts', '    is', '    here']],
		['one two', 0, ['one', '    two']],
		['é\u{1f980} two', 6, ['é\u{1f980} two']],
		['\u001b[33mone\u001b[39m two', 7, ['\u001b[33mone\u001b[39m two']],
	] as const) {
		test(`breaks ${JSON.stringify(line)} at ${columns}`, () => {
			assert.equal(wrap(line, columns), expected);
		});
	}

	test('goes on as it is told to', () => {
		assert.equal(wrap('    one two', 9, '    '), ['    one', '    two']);
	});

	test('keeps every word, and every line within its width', () => {
		const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 });
		fc.assert(
			fc.property(words, fc.integer({ min: 1, max: 40 }), fc.nat(8), (text, columns, indent) => {
				const lines = wrap(`${' '.repeat(indent)}${text.join(' ')}`, columns);
				assert.equal(
					lines.flatMap((line) => line.trim().split(' ')),
					text,
				);
				for (const line of lines) assert.ok(line.length <= columns || !line.trim().includes(' '), line);
				for (const line of lines.slice(1)) assert.match(line, new RegExp(`^ {${indent + 4}}[a-z]`));
			}),
		);
	});
});
