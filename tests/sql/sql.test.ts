import * as assert from 'uvu/assert';
import { ident, isSqlFragment, param, sql, verbatim } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

/** What a fragment of text alone holds. */
const textOf = (fragment: ReturnType<typeof sql>): unknown => {
	const [first, ...more] = fragment.chunks;
	assert.is(more.length, 0);
	return first?.kind === 'text' ? first.text : undefined;
};

suite('sql/sql', (test) => {
	test('keeps the text between the values to the last blank', () => {
		assert.equal(sql`	a = ${1}  :x %s\n`.chunks, [
			{ kind: 'text', text: '\ta = ' },
			{ kind: 'value', value: 1 },
			{ kind: 'text', text: '  :x %s\n' },
		]);
		assert.equal(sql``.chunks, []);
	});

	test('takes the values that have a literal without a type', () => {
		for (const value of ['a', '', 0, Number.NaN, 1n, true, false, null, new Date(0), new Uint8Array([1])]) {
			assert.equal(sql`${value}`.chunks, [{ kind: 'value', value }]);
		}
	});

	test('refuses what has none', () => {
		const refused: readonly (readonly [unknown, string])[] = [
			[undefined, 'undefined'],
			[['a'], 'an array'],
			[{ a: 1 }, 'a value of type object'],
			[() => 'a', 'a value of type function'],
			[Symbol('a'), 'a value of type symbol'],
		];
		for (const [value, shown] of refused) {
			const { message, hint } = throwsCode(() => sql`a = ${value}`, 'LITERAL_INVALID');
			assert.is(message, `sql\`…\` was given ${shown}`);
			assert.match(hint ?? '', 'ident(), param() or another sql`…`');
		}
	});

	test('puts another fragment in as it is', () => {
		const inner = sql`b = ${2}`;
		assert.equal(sql`${inner} and ${sql`c`}`.chunks, [
			{ kind: 'text', text: 'b = ' },
			{ kind: 'value', value: 2 },
			{ kind: 'text', text: ' and ' },
			{ kind: 'text', text: 'c' },
		]);
	});

	test('names the parts of a qualified name', () => {
		assert.equal(sql`select ${ident('my.app', 'user')}`.chunks[1], { kind: 'name', names: ['my.app', 'user'] });
		for (const wrong of [[], [''], ['a', ''], ['a\0'], ['\ud800']]) {
			throwsCode(() => ident(...wrong), 'IDENTIFIER_INVALID');
		}
		throwsCode(() => ident(5 as never), 'ARGUMENT_INVALID');
	});

	test('a parameter has a name and a type', () => {
		assert.equal(param('tenant_1', t.text()).chunks, [{ kind: 'parameter', name: 'tenant_1', type: t.text() }]);
		for (const wrong of ['', '1a', 'a-b', 'a.b', 'é', ':a', 5]) {
			const { hint } = throwsCode(() => param(wrong as never, t.text()), 'ARGUMENT_INVALID');
			assert.is(hint, 'use letters, digits and _');
		}
		for (const wrong of [undefined, 'text', t.text]) {
			const { message, hint } = throwsCode(() => param('tenant', wrong as never), 'ARGUMENT_INVALID');
			assert.is(message, 'param: the type of "tenant" is missing');
			assert.is(hint, "write param('tenant', t.string())");
		}
	});

	test('is frozen, and known again', () => {
		const fragment = sql`a`;
		assert.ok(Object.isFrozen(fragment));
		assert.ok(Object.isFrozen(fragment.chunks));
		for (const made of [fragment, ident('a'), param('a', t.text()), verbatim('a')]) assert.ok(isSqlFragment(made));
		for (const other of [null, 'a', { kind: 'sql' }, t.text()]) assert.not.ok(isSqlFragment(other));
	});
});

suite('sql/sql backslashes', (test) => {
	test('escapes that JavaScript understands mean what they mean there', () => {
		assert.is(textOf(sql`a\nb\tc`), 'a\nb\tc');
		assert.is(textOf(sql`\u00e9\u{1f600}\x41`), 'é😀A');
		assert.is(textOf(sql`\`a\` \${b} $\{c}`), ['`a` $', '{b} $', '{c}'].join(''));
		assert.is(
			textOf(sql`a \
b`),
			'a b',
		);
	});

	test('a backslash written twice is one', () => {
		assert.is(textOf(sql`a ~ '\\d+\\.\\\\'`), "a ~ '\\d+\\.\\\\'");
		assert.is(textOf(sql`'\\'`), "'\\'");
	});

	test('a backslash that JavaScript would drop is refused', () => {
		const lost: readonly (readonly [() => unknown, string])[] = [
			[() => sql`a ~ '\d'`, '\\d'],
			[() => sql`a ~ '\\\d'`, '\\d'],
			[() => sql`\w`, '\\w'],
			[() => sql`a ~ '1\.5'`, '\\.'],
			[() => sql`a ${1} b ~ '\('`, '\\('],
			[() => sql`a like '\%' escape '\\'`, '\\%'],
		];
		for (const [make, shown] of lost) {
			const { message, hint } = throwsCode(make, 'SQL_INVALID');
			assert.is(message, `JavaScript would drop the backslash of ${shown} in sql\`…\``);
			assert.is(hint, 'write the backslash twice');
		}
	});

	test('a backslash before a quote or a dollar sign is as lost', () => {
		for (const make of [() => sql`select E'it\'s'`, () => sql`select "a\"b"`, () => sql`a ~ '^\$[0-9]+'`]) {
			throwsCode(make, 'SQL_INVALID');
		}
	});

	test('an escape that is none is refused', () => {
		throwsCode(() => sql`\u12`, 'SQL_INVALID');
		throwsCode(() => sql`\xg1`, 'SQL_INVALID');
	});
});
