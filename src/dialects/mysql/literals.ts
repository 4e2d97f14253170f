import { describe } from '../../core/names.ts';
import { HIDDEN, hasLoneSurrogate } from '../../core/text.ts';
import type { Value } from '../../schema/arguments.ts';
import { isSqlFragment, type SqlFragment } from '../../sql/sql.ts';
import { type ColumnType, isEnumType } from '../../sql/types.ts';
import { part, type Sql } from '../../sql/words.ts';
import {
	invalid,
	isJson,
	jsonText,
	labelOf,
	momentText,
	noLiteral,
	numberText,
	uuidDigits,
} from '../standard/values.ts';

const literal = (text: string): Sql => part({ kind: 'literal', text });

/** What has an escape of its own. Tab and line feed are seen, and stay. */
const ESCAPES: Readonly<Record<string, string>> = {
	'\0': '\\0',
	'\b': '\\b',
	'\r': '\\r',
	'\u001a': '\\Z',
	'\\': '\\\\',
};

const SEEN = new Set(['\t', '\n', ...Object.keys(ESCAPES)]);

/**
 * Text in quotes. Relies on backslashes being escapes, which every script sets; without that the text would be another
 * one, and would still end at its quote.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/string-literals.html
 */
export function quoted(text: string): string {
	if (hasLoneSurrogate(text)) {
		throw invalid(`the string ${JSON.stringify(text)} holds half a surrogate pair`, 'such text has no UTF-8 form');
	}
	const escaped = [...text].map((char) => ESCAPES[char] ?? char).join('');
	return `'${escaped.replaceAll("'", "''")}'`;
}

/**
 * A string. One that holds characters nobody would see in a review is written as its bytes.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/charset-introducer.html
 */
export function quoteString(text: string): string {
	const inQuotes = quoted(text);
	const isHidden = [...text].some((char) => char.search(HIDDEN) === 0 && !SEEN.has(char));
	return isHidden ? `_utf8mb4 X'${Buffer.from(text).toString('hex')}'` : inQuotes;
}

/** What is neither NULL nor SQL. */
type Given = Exclude<Value, SqlFragment | null>;

/**
 * A value as MySQL writes it. Dates are in UTC.
 *
 * @throws {GenSqlError} LITERAL_INVALID when the value has no literal, or none of that type.
 */
export function spellValue(
	value: Value | null,
	type: ColumnType | undefined,
	expression: (fragment: SqlFragment) => Sql,
): Sql {
	if (value === null) return literal('NULL');
	if (isSqlFragment(value)) return expression(value);
	return literal(type ? typed(value, type) : plain(value, type));
}

function typed(value: Given, type: ColumnType): string {
	if (isJson(type)) return quoteString(jsonText(value, 'MySQL'));
	if (isEnumType(type)) return quoteString(labelOf(value, type));
	if (type.name === 'uuid') return quoted(uuidDigits(value));
	if (type.name !== 'interval') return plain(value, type);
	throw invalid(`${describe(value)} has no literal of type interval`, 'MySQL has no intervals in columns: give sql`…`');
}

function plain(value: Given, type: ColumnType | undefined): string {
	switch (typeof value) {
		case 'string':
			return quoteString(value);
		case 'boolean':
			return value ? 'true' : 'false';
		case 'bigint':
			return String(value);
		case 'number':
			return numberText(value, type, nonFinite);
		default:
			return object(value, type);
	}
}

function nonFinite(value: number): never {
	throw invalid(`${value} has no literal`, 'MySQL stores finite numbers only');
}

function object(value: object, type: ColumnType | undefined): string {
	if (value instanceof Uint8Array) return `X'${Buffer.from(value).toString('hex')}'`;
	if (value instanceof Date) return quoted(moment(value, type));
	throw noLiteral(value, type, 'only json columns take one');
}

/** Milliseconds that a column does not keep would be rounded: to the next day, at its end. */
function moment(value: Date, type: ColumnType | undefined): string {
	const text = momentText(value, type);
	const isTimed = type?.name === 'dateTime' || type?.name === 'time';
	if (!isTimed || !text.includes('.') || (type.precision ?? 0) >= 3) return text;
	throw invalid(`the column keeps no milliseconds of ${text}`, `write t.${type.name}({ precision: 3 })`);
}
