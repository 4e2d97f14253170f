import * as assert from 'uvu/assert';
import { dialects } from '../../src/dialects/index.ts';
import { splitStatements, tokens } from '../../src/sql/scan.ts';
import { textOf } from '../../src/sql/split.ts';
import { ident, param, type SqlFragment, sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { texts } from '../support/texts.ts';
import { throwsCode } from '../support/throws.ts';

const { spelling } = dialects.postgresql;

/** Each kind of thing that can be put into SQL text. */
const MADE = {
	'a value': '; drop table a; --' as unknown,
	'a name': ident('a"; drop table a; --'),
	'a parameter': param('p', t.text()),
	'a name as parameter': param('p', 'identifier'),
};

const PLACES: Readonly<Record<string, (made: unknown) => SqlFragment>> = {
	'in a string': (made) => sql`select '${made}'`,
	'in an escaped string': (made) => sql`select E'a ${made} b'`,
	'behind the E of an escaped string': (made) => sql`select E${made}`,
	'behind U&': (made) => sql`select U&${made}`,
	'in a quoted name': (made) => sql`select "${made}"`,
	'in a line comment': (made) => sql`select 1 -- ${made}`,
	'in a comment': (made) => sql`select 1 /* ${made} */`,
	'in a nested comment': (made) => sql`select 1 /* /* */ ${made} */`,
	'in front of a word': (made) => sql`select * from ${made}_archive`,
	'behind a word': (made) => sql`select * from archive_${made}`,
	'behind a number': (made) => sql`select 1${made}`,
	'beside a string': (made) => sql`select 'a'${made}`,
	'in front of a string': (made) => sql`select ${made}'a'`,
	'behind a colon': (made) => sql`select a[1:${made}]`,
	'behind a dollar': (made) => sql`select $${made}`,
	'in a string of a dollar quote': (made) => sql`do $$ begin perform '${made}'; end $$`,
};

suite('sql/places', (test) => {
	for (const [where, make] of Object.entries(PLACES)) {
		for (const [what, made] of Object.entries(MADE)) {
			test(`refuses ${what} ${where}`, () => {
				throwsCode(() => spelling.text(make(made)), 'SQL_INVALID');
			});
		}
	}

	test('takes a value in a dollar quote, but for its end', () => {
		assert.is(
			textOf(spelling.text(sql`do $x$ begin perform ${"it's"}; end $x$`)),
			`do $x$ begin perform 'it''s'; end $x$`,
		);
		throwsCode(() => spelling.text(sql`do $x$ begin perform ${'$x$; drop table a'}; end $x$`), 'SQL_INVALID');
		const { hint } = throwsCode(
			() => spelling.text(sql`do $$ begin perform ${param('p', t.text())}; end $$`),
			'SQL_INVALID',
		);
		assert.match(hint ?? '', 'format()');
	});

	test('takes values where they are whole words', () => {
		const fragment = sql`select ${'a'}||${'b'}, f(${1},${-2}), a->>${'k'}, ${'2024-01-01'}::date, array[${1},${2}], ${ident('t')}.*`;
		assert.is(
			textOf(spelling.text(fragment)),
			`select 'a'||'b', f(1,(-2)), a->>'k', '2024-01-01'::date, array[1,2], t.*`,
		);
	});

	test('any text stays one word of the statement, whatever stands around it', () => {
		fc.assert(
			fc.property(texts(), texts(), (value, name) => {
				fc.pre(name !== '' && Buffer.byteLength(name) < 64);
				const text = textOf(spelling.text(sql`select ${value}, ${ident(name)} from b`));
				const words = [...tokens(text, spelling.lexis)]
					.filter(({ kind }) => kind !== 'space')
					.map((token) => token.text);
				assert.is(splitStatements(text, spelling.lexis).length, 1);
				assert.equal([words[0], words.slice(-2), words.includes(',')], ['select', ['from', 'b'], true]);
			}),
		);
	});

	test('a value in a dollar quote stays a literal whatever the settings say', () => {
		const parts = spelling.text(sql`do $$ begin perform ${'x'}; end $$; select ${'y'}`);
		const literals = parts.flatMap((part) => (typeof part === 'object' && part.kind === 'literal' ? [part] : []));
		assert.equal(
			literals.map(({ text, bound = false }) => [text, bound]),
			[
				["'x'", false],
				["'y'", true],
			],
		);
	});
});
