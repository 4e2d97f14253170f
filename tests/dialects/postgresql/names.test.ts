import * as assert from 'uvu/assert';
import { name, qualified } from '../../../src/dialects/postgresql/names.ts';
import { textOf } from '../../../src/sql/split.ts';
import { suite } from '../../support/suite.ts';
import { throwsCode } from '../../support/throws.ts';

const spelled = (text: string): string => textOf(name(text));

suite('dialects/postgresql/names', (test) => {
	test('quotes what quote_ident quotes', () => {
		const expected: Readonly<Record<string, string>> = {
			user_2: 'user_2',
			_a: '_a',
			User: '"User"',
			'2fast': '"2fast"',
			'a b': '"a b"',
			'a.b': '"a.b"',
			a$b: '"a$b"',
			größe: '"größe"',
			'a"b': '"a""b"',
			'""': '""""""',
			"a'b": `"a'b"`,
			'a\\b': '"a\\b"',
			'😀': '"😀"',
			' ': '" "',
		};
		for (const [text, quoted] of Object.entries(expected)) assert.is(spelled(text), quoted);
	});

	test('quotes key words unless they are unreserved', () => {
		// One of each category of the manual: reserved, type or function, column name; newest last.
		for (const word of ['user', 'select', 'left', 'ilike', 'int', 'values', 'normalize', 'system_user', 'json_table']) {
			assert.is(spelled(word), `"${word}"`);
		}
		for (const word of ['name', 'type', 'index', 'key', 'value', 'schema', 'data', 'text', 'date', 'uuid', 'id']) {
			assert.is(spelled(word), word);
		}
	});

	test('takes 63 bytes, not one more', () => {
		assert.is(spelled('a'.repeat(63)), 'a'.repeat(63));
		assert.is(spelled('ü'.repeat(31)), `"${'ü'.repeat(31)}"`);
		const { message, hint } = throwsCode(() => name('ü'.repeat(32)), 'IDENTIFIER_INVALID');
		assert.is(message, `the name "${'ü'.repeat(32)}" is 64 bytes long; PostgreSQL keeps 63`);
		assert.match(hint ?? '', 'choose a shorter name');
		throwsCode(() => name('a'.repeat(64)), 'IDENTIFIER_INVALID');
	});

	test('counts the bytes of the name, not those of its quotes', () => {
		assert.is(spelled('"'.repeat(63)).length, 2 * 63 + 2);
	});

	test('joins schema and name with a dot', () => {
		assert.is(textOf(qualified({ schema: 'My.App', name: 'user' })), '"My.App"."user"');
		assert.is(textOf(qualified({ name: 'a.b' })), '"a.b"');
	});
});
