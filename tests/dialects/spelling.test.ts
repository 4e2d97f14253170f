import * as assert from 'uvu/assert';
import { isGenSqlError } from '../../src/core/error.ts';
import type { Spelling } from '../../src/dialects/dialect.ts';
import { dialects } from '../../src/dialects/index.ts';
import { splitStatements } from '../../src/sql/scan.ts';
import { textOf } from '../../src/sql/split.ts';
import { ident, param, sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { names, texts } from '../support/texts.ts';
import { throwsCode } from '../support/throws.ts';

/** What a name cannot be on one server only is tested beside the dialect. */
function isName(text: string, { name }: Spelling): boolean {
	try {
		name(text);
		return true;
	} catch (error) {
		if (isGenSqlError(error)) return false;
		throw error;
	}
}

suite('dialects/spelling', (test) => {
	for (const { name: dialect, spelling } of Object.values(dialects)) {
		const quote = textOf(spelling.name('A'))[0] ?? '';
		test(`${dialect}: a name reads back as itself`, () => {
			fc.assert(
				fc.property(names(), (original) => {
					fc.pre(isName(original, spelling));
					const spelled = textOf(spelling.name(original));
					if (!spelled.startsWith(quote)) return assert.is(spelled, original);
					assert.is(spelled.slice(1, -1).replaceAll(quote + quote, quote), original);
					assert.not.ok(
						spelled
							.slice(1, -1)
							.replaceAll(quote + quote, '')
							.includes(quote),
					);
				}),
			);
		});

		test(`${dialect}: a name and a value end no statement`, () => {
			fc.assert(
				fc.property(names(), texts(), (name, value) => {
					fc.pre(isName(name, spelling));
					const spelled = textOf(spelling.text(sql`update ${ident(name)} set a = ${value}`));
					const [first, ...more] = splitStatements(spelled, spelling.lexis);
					assert.is(first?.text, spelled);
					assert.is(more.length, 0);
				}),
			);
		});

		test(`${dialect}: text is kept to the last blank`, () => {
			fc.assert(
				fc.property(fc.string(), (verbatim) => {
					assert.is(textOf(spelling.text({ kind: 'sql', chunks: [{ kind: 'text', text: verbatim }] })), verbatim);
				}),
			);
		});
	}
});

const { spelling } = dialects.postgresql;

suite('dialects/spelling of fragments', (test) => {
	test('names, values and fragments are spelled where they stand', () => {
		const inner = sql`plan = ${"it's"}`;
		const fragment = sql`update ${ident('My App', 'user')} set ${inner} where id = ${1} and b is ${null}`;
		assert.is(textOf(spelling.text(fragment)), `update "My App"."user" set plan = 'it''s' where id = 1 and b is NULL`);
	});

	test('values and parameters stay parts of their own', () => {
		assert.equal(
			[...spelling.text(sql`a = ${'x'} and b = ${param('b', t.text())}`)],
			[
				'a = ',
				{ kind: 'literal', text: "'x'", bound: true },
				' and b = ',
				{ kind: 'parameter', name: 'b', type: t.text() },
			],
		);
	});

	test('a negative number gets parentheses, so that a minus before it begins no comment', () => {
		assert.is(
			textOf(spelling.text(sql`a -${-1}, -${-1n}, -${-0.5}, -${Number.NEGATIVE_INFINITY}`)),
			"a -(-1), -(-1), -(-0.5), -('-Infinity'::double precision)",
		);
		assert.is(textOf(spelling.text(sql`a -${-0}`)), 'a -(-0)');
	});

	test('a name that is too long is refused', () => {
		throwsCode(() => spelling.text(sql`select ${ident('a'.repeat(64))}`), 'IDENTIFIER_INVALID');
	});

	test('an expression ends before what follows it', () => {
		assert.is(textOf(spelling.expression(sql`a > 0 -- positive`)), 'a > 0 -- positive\n');
		assert.is(textOf(spelling.expression(sql`a > '--'`)), "a > '--'");
	});

	test('what is not one expression is refused', () => {
		for (const wrong of ['a)', '(a', 'a; b', 'a;', ')(', '-- nothing', '/* nothing */']) {
			const fragment = { kind: 'sql', chunks: [{ kind: 'text', text: wrong }] } as const;
			const { message } = throwsCode(() => spelling.expression(fragment), 'SQL_INVALID');
			assert.is(message, `${JSON.stringify(wrong)} is not one expression`);
		}
		for (const wrong of ["'a", '"a', '/* a', '$$a']) {
			const fragment = { kind: 'sql', chunks: [{ kind: 'text', text: wrong }] } as const;
			assert.match(throwsCode(() => spelling.expression(fragment), 'SQL_INVALID').message, 'is not closed');
		}
	});

	test('quotes hide parentheses and semicolons', () => {
		for (const good of ["a ~ '(;'", 'a = $$);$$', '"(;" > 0', 'a /* ( */ > 0']) {
			const fragment = { kind: 'sql', chunks: [{ kind: 'text', text: good }] } as const;
			assert.is(textOf(spelling.expression(fragment)), good);
		}
	});
});
