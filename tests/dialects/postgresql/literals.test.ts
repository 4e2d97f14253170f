import * as assert from 'uvu/assert';
import { quoteString } from '../../../src/dialects/postgresql/literals.ts';
import { spelling } from '../../../src/dialects/postgresql/spelling.ts';
import type { Value } from '../../../src/schema/arguments.ts';
import { textOf } from '../../../src/sql/split.ts';
import { sql } from '../../../src/sql/sql.ts';
import { type ColumnType, t } from '../../../src/sql/types.ts';
import { fc } from '../../support/property.ts';
import { suite } from '../../support/suite.ts';
import { texts } from '../../support/texts.ts';
import { throwsCode } from '../../support/throws.ts';

const spelled = (value: Value | null, type?: ColumnType): string => textOf(spelling.value(value, type));

/** Read a string constant as the manual says, with standard_conforming_strings on. */
function read(constant: string): string {
	const [, escapes, body = ''] =
		/^(E?)'((?:[^'\\]|''|\\.)*)'$/su.exec(constant) ?? /^(E?)'((?:[^']|'')*)'$/su.exec(constant) ?? [];
	const undoubled = body.replaceAll("''", "'");
	if (!escapes) return undoubled;
	return undoubled.replaceAll(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gsu, (_all, x, u, wide, char) => {
		const hex = x ?? u ?? wide;
		return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : char === 'r' ? '\r' : char;
	});
}

suite('dialects/postgresql/literals strings', (test) => {
	test('a quote is doubled, a backslash stays', () => {
		assert.is(quoteString("it's"), "'it''s'");
		assert.is(quoteString('C:\\new'), "'C:\\new'");
		assert.is(quoteString(''), "''");
	});

	test('a line feed and a tab stay as they are', () => {
		assert.is(quoteString('a\n\tb'), "'a\n\tb'");
	});

	test('what a review does not show is written as an escape', () => {
		const expected: Readonly<Record<string, string>> = {
			'\r\n': "E'\\r\n'",
			'\b': "E'\\x08'",
			'\u001b[2K': "E'\\x1b[2K'",
			'\u007f': "E'\\x7f'",
			'\u0085': "E'\\u0085'",
			'\u00ad': "E'\\u00ad'",
			'\u200b': "E'\\u200b'",
			'\u202e': "E'\\u202e'",
			'\u2066': "E'\\u2066'",
			'\u2028': "E'\\u2028'",
			'\ufeff': "E'\\ufeff'",
			'\u{e0041}': "E'\\U000e0041'",
		};
		for (const [text, constant] of Object.entries(expected)) assert.is(quoteString(text), constant);
	});

	test('a backslash and a quote beside an escape are kept', () => {
		assert.is(quoteString("\\'\r"), "E'\\\\''\\r'");
	});

	test('the same text gives the same constant, time after time', () => {
		assert.equal(['\r', '\r', 'a', '\r'].map(quoteString), ["E'\\r'", "E'\\r'", "'a'", "E'\\r'"]);
	});

	test('text that no server stores is refused', () => {
		for (const text of ['a\0b', 'a\ud83d', '\ude00b']) throwsCode(() => quoteString(text), 'LITERAL_INVALID');
	});

	test('any other text reads back as itself', () => {
		fc.assert(fc.property(texts(), (text) => assert.is(read(quoteString(text)), text)));
	});
});

suite('dialects/postgresql/literals numbers', (test) => {
	test('numbers are written as they are', () => {
		assert.equal(
			[0, -1, 1.5, -0.25, 1e-7, 12345678901n, -9223372036854775808n].map((value) => spelled(value)),
			['0', '-1', '1.5', '-0.25', '1e-7', '12345678901', '-9223372036854775808'],
		);
	});

	test('what is no number is a constant in quotes, with a type where nothing else gives one', () => {
		assert.is(spelled(Number.NaN), "'NaN'::double precision");
		assert.is(spelled(Number.NEGATIVE_INFINITY), "'-Infinity'::double precision");
		assert.is(spelled(Number.NaN, t.double()), "'NaN'");
		assert.is(spelled(Number.POSITIVE_INFINITY, t.numeric()), "'Infinity'");
	});

	test('an integer that JavaScript does not keep is refused', () => {
		for (const value of [2 ** 53, -(2 ** 53), 1e21]) {
			const { hint } = throwsCode(() => spelled(value, t.bigInteger()), 'LITERAL_INVALID');
			assert.is(hint, 'write it as a bigint, such as 9007199254740993n');
			throwsCode(() => spelled(value), 'LITERAL_INVALID');
		}
		assert.is(spelled(2 ** 53 - 1), '9007199254740991');
	});

	test('a column of inexact numbers takes it', () => {
		for (const type of [t.float(), t.double(), t.real()]) assert.is(spelled(2 ** 60, type), '1152921504606847000');
		assert.is(spelled(1e300, t.double()), '1e+300');
	});

	test('what is no number has no place in a column of integers', () => {
		for (const type of [t.integer(), t.bigInteger(), t.smallInteger()]) {
			throwsCode(() => spelled(Number.NaN, type), 'LITERAL_INVALID');
		}
	});
});

suite('dialects/postgresql/literals dates', (test) => {
	const date = new Date('2024-02-29T12:34:56.700Z');

	test('the type of the column decides how a date is written', () => {
		assert.is(spelled(date, t.date()), "'2024-02-29'");
		assert.is(spelled(date, t.dateTime()), "'2024-02-29 12:34:56.700'");
		assert.is(spelled(date, t.dateTime({ timezone: true })), "'2024-02-29 12:34:56.700+00'");
		assert.is(spelled(date), "'2024-02-29 12:34:56.700+00'");
	});

	test('whole seconds are written without a fraction', () => {
		assert.is(spelled(new Date(0), t.dateTime()), "'1970-01-01 00:00:00'");
	});

	test('the time zone of the machine does not show', () => {
		const zone = process.env['TZ'];
		try {
			process.env['TZ'] = 'Pacific/Kiritimati';
			assert.is.not(new Date(0).getTimezoneOffset(), 0);
			assert.is(spelled(new Date(0), t.date()), "'1970-01-01'");
			assert.is(spelled(new Date(0), t.dateTime()), "'1970-01-01 00:00:00'");
		} finally {
			if (zone === undefined) delete process.env['TZ'];
			else process.env['TZ'] = zone;
		}
	});

	test('a date that is none is refused', () => {
		throwsCode(() => spelled(new Date('x'), t.date()), 'LITERAL_INVALID');
		throwsCode(() => spelled(new Date('x')), 'LITERAL_INVALID');
	});

	test('a year that PostgreSQL writes in another way is refused', () => {
		for (const text of ['-000001-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '+010000-01-01T00:00:00Z']) {
			throwsCode(() => spelled(new Date(text)), 'LITERAL_INVALID');
		}
		assert.is(spelled(new Date('0001-01-01T00:00:00Z'), t.date()), "'0001-01-01'");
	});
});

suite('dialects/postgresql/literals others', (test) => {
	test('NULL, booleans and bytes', () => {
		assert.equal(
			[null, true, false, new Uint8Array([0, 255]), Buffer.from("'")].map((value) => spelled(value)),
			['NULL', 'true', 'false', "'\\x00ff'", "'\\x27'"],
		);
	});

	test('a fragment stands as it is', () => {
		assert.is(spelled(sql`now()`, t.jsonb()), 'now()');
	});

	test('objects and arrays are for columns that hold them', () => {
		for (const type of [undefined, t.text(), t.integer()]) {
			assert.is(
				throwsCode(() => spelled({ a: 1 }, type), 'LITERAL_INVALID').hint,
				'only json, jsonb and array columns take one',
			);
			throwsCode(() => spelled([1], type), 'LITERAL_INVALID');
		}
	});
});

suite('dialects/postgresql/literals JSON', (test) => {
	test('any value of JSON', () => {
		assert.is(spelled({ a: [1, "it's", null, true, '\\'] }, t.jsonb()), `'{"a":[1,"it''s",null,true,"\\\\"]}'`);
		assert.is(spelled([], t.json()), "'[]'");
		assert.is(spelled(0, t.json()), "'0'");
		assert.is(spelled(null, t.json()), 'NULL');
	});

	test('a row with a string holds a JSON string', () => {
		assert.is(spelled('a', t.jsonb()), `'"a"'`);
	});

	test('a date is its ISO form', () => {
		assert.is(spelled({ at: new Date(0) }, t.jsonb()), `'{"at":"1970-01-01T00:00:00.000Z"}'`);
	});

	test('what a review does not show is an escape of the constant, not of the JSON', () => {
		assert.is(spelled({ a: '\u202e\\' }, t.jsonb()), `E'{"a":"\\u202e\\\\\\\\"}'`);
	});

	test('a backslash before u0000 is text', () => {
		assert.is(spelled('\\u0000', t.jsonb()), `'"\\\\u0000"'`);
	});

	test('NUL and half a surrogate pair are refused, in keys too', () => {
		for (const value of ['\0', { '\0': 1 }, ['a\\\0'], '\ud800', { a: '\udc00b' }]) {
			throwsCode(() => spelled(value, t.jsonb()), 'LITERAL_INVALID');
		}
	});

	test('what JSON has no form for is refused', () => {
		for (const value of [1n, { a: 1n }]) {
			assert.match(
				throwsCode(() => spelled(value, t.json()), 'LITERAL_INVALID').message,
				'the bigint 1 has no JSON form',
			);
		}
		throwsCode(() => spelled({ toJSON: () => undefined }, t.json()), 'LITERAL_INVALID');
	});

	test('a number that JSON would turn into null is refused', () => {
		for (const value of [Number.NaN, { a: Number.POSITIVE_INFINITY }, [new Date('x')]]) {
			throwsCode(() => spelled(value, t.jsonb()), 'LITERAL_INVALID');
		}
	});

	test('an integer that JavaScript does not keep is refused', () => {
		throwsCode(() => spelled({ id: 2 ** 53 }, t.jsonb()), 'LITERAL_INVALID');
	});
});

suite('dialects/postgresql/literals of enums', (test) => {
	const state = t.enum('state', ['new', "it's", 'sent ']);

	test('a label is written as it is, alone and in an array', () => {
		assert.is(spelled("it's", state), "'it''s'");
		assert.is(spelled('sent ', state), "'sent '");
		assert.is(spelled(null, state), 'NULL');
		assert.is(spelled(sql`lower(x)::state`, state), 'lower(x)::state');
		assert.is(spelled(['new', null, "it's"], t.array(state)), `ARRAY['new', NULL, 'it''s']::state[]`);
	});

	test('what is no label is refused, with the one that was meant', () => {
		const { message, hint } = throwsCode(() => spelled('neu', state), 'LITERAL_INVALID');
		assert.is(message, '"neu" is no label of the enum "state"');
		assert.is(hint, 'did you mean "new"?');
		for (const wrong of ['sent', 'New', 'new ', '']) throwsCode(() => spelled(wrong, state), 'LITERAL_INVALID');
	});

	test('what is no text is no label, and neither is it in an array', () => {
		const labels = t.enum('digit', ['1', 'true']);
		for (const wrong of [1, true, ['1'], { a: 1 }, new Date(0)]) {
			const { hint } = throwsCode(() => spelled(wrong as Value, labels), 'LITERAL_INVALID');
			assert.is(hint, 'labels: 1, true');
		}
		throwsCode(() => spelled(['1', 'false'], t.array(labels)), 'LITERAL_INVALID');
	});
});

suite('dialects/postgresql/literals of variants', (test) => {
	test('a value is written as the type asks that PostgreSQL means', () => {
		const document = t.variant(t.text(), { postgresql: t.jsonb(), mysql: t.json() });
		assert.is(spelled({ a: 1 }, document), `'{"a":1}'`);
		assert.is(spelled([{ a: 1 }], t.array(document)), `ARRAY['{"a":1}']::jsonb[]`);
		const state = t.variant(t.string(20), { postgresql: t.enum('state', ['new']) });
		throwsCode(() => spelled('lost', state), 'LITERAL_INVALID');
		assert.is(spelled(['new'], t.array(state)), `ARRAY['new']::state[]`);
	});
});

suite('dialects/postgresql/literals arrays', (test) => {
	test('elements are written as the type of the items asks', () => {
		assert.is(spelled(["a'b", null], t.array(t.text())), "ARRAY['a''b', NULL]::text[]");
		assert.is(spelled([new Date(0)], t.array(t.date())), "ARRAY['1970-01-01']::date[]");
		assert.is(spelled([{ a: 1 }, 'b'], t.array(t.jsonb())), `ARRAY['{"a":1}', '"b"']::jsonb[]`);
		assert.is(spelled([sql`now()`, 1], t.array(t.text())), 'ARRAY[now(), 1]::text[]');
	});

	test('an array of JSON holds arrays as values, and dimensions beside them', () => {
		assert.is(spelled([[1], [2, 3]], t.array(t.jsonb())), "ARRAY['[1]', '[2,3]']::jsonb[]");
		assert.is(spelled([[[1]]], t.array(t.jsonb(), { dimensions: 2 })), "ARRAY[ARRAY['[1]']]::jsonb[][]");
	});

	test('dimensions nest, and an empty array has its type', () => {
		assert.is(spelled([[1], [-2]], t.array(t.integer(), { dimensions: 2 })), 'ARRAY[ARRAY[1], ARRAY[-2]]::integer[][]');
		assert.is(spelled([], t.array(t.integer())), 'ARRAY[]::integer[]');
	});

	test('a string is the text form of an array', () => {
		assert.is(spelled('{1,2}', t.array(t.integer())), "'{1,2}'");
	});

	test('the cast does not cut elements: only the column says how long they may be', () => {
		for (const [type, cast] of [
			[t.array(t.string(3)), '::varchar[]'],
			[t.array(t.bitVarying(3)), '::bit varying[]'],
		] as const) {
			const text = spelled(['abcdef'], type);
			assert.ok(text.endsWith(cast), text);
		}
	});

	test('what is no array is refused', () => {
		for (const value of [1, true, { a: 1 }, new Date(0)]) {
			throwsCode(() => spelled(value, t.array(t.integer())), 'LITERAL_INVALID');
		}
		throwsCode(() => spelled([undefined], t.array(t.integer())), 'LITERAL_INVALID');
		throwsCode(() => spelled([{ a: 1 }], t.array(t.integer())), 'LITERAL_INVALID');
	});
});
