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

/** Tab and line feed are seen, and stay. */
const isSeen = (char: string): boolean => char === '\t' || char === '\n';

/**
 * A string. It has no escapes: characters that nobody would see in a review are written by their numbers.
 *
 * @throws {GenSqlError} LITERAL_INVALID when it holds NUL, where most of SQLite takes text to end, or half a surrogate
 * pair.
 * @see https://www.sqlite.org/lang_expr.html#literal_values_constants_
 * @see https://www.sqlite.org/nulinstr.html
 */
function quoteString(text: string): string {
	if (text.includes('\0')) {
		throw invalid(`the string ${JSON.stringify(text)} holds NUL`, 'SQLite would take it for the end');
	}
	if (hasLoneSurrogate(text)) {
		throw invalid(`the string ${JSON.stringify(text)} holds half a surrogate pair`, 'such text has no UTF-8 form');
	}
	const pieces: { text: string; hidden: boolean }[] = [];
	for (const char of text) {
		const hidden = char.search(HIDDEN) === 0 && !isSeen(char);
		const last = pieces.at(-1);
		if (last?.hidden === hidden) last.text += char;
		else pieces.push({ text: char, hidden });
	}
	const [only = { text: '', hidden: false }, ...more] = pieces;
	if (more.length === 0 && !only.hidden) return quoted(only.text);
	return `(${pieces.map((piece) => (piece.hidden ? byNumbers(piece.text) : quoted(piece.text))).join(' || ')})`;
}

/** Text in quotes, as it is. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const byNumbers = (text: string): string => `char(${[...text].map((char) => char.codePointAt(0)).join(', ')})`;

/**
 * A value as SQLite writes it. Dates are text in UTC.
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

/** What is neither NULL nor SQL. */
type Given = Exclude<Value, SqlFragment | null>;

function typed(value: Given, type: ColumnType): string {
	if (isJson(type)) return quoteString(jsonText(value, 'SQLite'));
	if (isEnumType(type)) return quoteString(labelOf(value, type));
	if (type.name === 'uuid') return quoted(uuidDigits(value));
	if (type.name !== 'interval') return plain(value, type);
	throw invalid(`${describe(value)} has no literal of type interval`, 'SQLite has no intervals: give sql`…`');
}

function plain(value: Given, type: ColumnType | undefined): string {
	switch (typeof value) {
		case 'string':
			return quoteString(value);
		case 'boolean':
			return value ? '1' : '0';
		case 'bigint':
			return bigint(value);
		case 'number':
			return numberText(value, type, nonFinite);
		default:
			return object(value, type);
	}
}

/** A larger one would become a floating-point number without a word. */
function bigint(value: bigint): string {
	if (BigInt.asIntN(64, value) === value) return String(value);
	throw invalid(`the number ${value} does not fit into the 64 bits that SQLite has for it`);
}

/** @see https://www.sqlite.org/faq.html#q31 */
function nonFinite(value: number): string {
	if (Number.isNaN(value)) throw invalid('NaN has no literal', 'SQLite stores NULL instead');
	return value > 0 ? '9e999' : '-9e999';
}

function object(value: object, type: ColumnType | undefined): string {
	if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
	if (value instanceof Date) return quoted(momentText(value, type));
	throw noLiteral(value, type, 'only json columns take one');
}
