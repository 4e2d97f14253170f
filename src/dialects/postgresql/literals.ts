import { describe } from '../../core/names.ts';
import { HIDDEN, hasLoneSurrogate } from '../../core/text.ts';
import type { Value } from '../../schema/arguments.ts';
import { isSqlFragment, type SqlFragment } from '../../sql/sql.ts';
import { type ColumnType, isEnumType } from '../../sql/types.ts';
import { concat, joined, part, raw, type Sql } from '../../sql/words.ts';
import { dateText, invalid, isJson, jsonText, labelOf, noLiteral, numberText } from '../standard/values.ts';
import { castToArray } from './types.ts';

const literal = (text: string): Sql => part({ kind: 'literal', text });

/**
 * A string constant. One that holds characters nobody would see in a review is written with escapes.
 *
 * Relies on standard_conforming_strings, which every script sets.
 *
 * @throws {GenSqlError} LITERAL_INVALID when it holds NUL or half a surrogate pair, which no server stores.
 * @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS
 */
export function quoteString(text: string): string {
	if (text.includes('\0')) throw invalid(`the string ${JSON.stringify(text)} holds NUL`, 'PostgreSQL cannot store it');
	if (hasLoneSurrogate(text)) {
		throw invalid(`the string ${JSON.stringify(text)} holds half a surrogate pair`, 'such text has no UTF-8 form');
	}
	const doubled = text.replaceAll("'", "''");
	const backslashed = doubled.replaceAll('\\', '\\\\');
	const escaped = backslashed.replace(HIDDEN, escapeCharacter);
	return escaped === backslashed ? `'${doubled}'` : `E'${escaped}'`;
}

/** Tab and line feed are seen, and stay. */
function escapeCharacter(char: string): string {
	if (char === '\t' || char === '\n') return char;
	const code = char.codePointAt(0) ?? 0;
	const hex = code.toString(16);
	if (code === 13) return '\\r';
	if (code < 0x80) return `\\x${hex.padStart(2, '0')}`;
	return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

type Speller = (fragment: SqlFragment) => Sql;

/**
 * A value as PostgreSQL writes it.
 *
 * @param type - The type of the column it is for: JSON and arrays are written only for such a column.
 * @param expression - Spells an `sql` fragment, which stands as it is.
 * @throws {GenSqlError} LITERAL_INVALID when the value has no literal, or none of that type.
 */
export function spellValue(value: Value | null, type: ColumnType | undefined, expression: Speller): Sql {
	if (value === null) return literal('NULL');
	if (isSqlFragment(value)) return expression(value);
	if (type && isJson(type)) return literal(quoteString(jsonText(value, 'PostgreSQL')));
	if (type?.name === 'array' && type.item) return array(value, type, type.item, expression);
	if (type && isEnumType(type)) return literal(quoteString(labelOf(value, type)));
	switch (typeof value) {
		case 'string':
			return literal(quoteString(value));
		case 'boolean':
			return literal(value ? 'true' : 'false');
		case 'bigint':
			return literal(String(value));
		case 'number':
			return literal(numberText(value, type, (odd) => `'${odd}'${type ? '' : '::double precision'}`));
		default:
			return literal(object(value, type));
	}
}

function object(value: object, type: ColumnType | undefined): string {
	if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`;
	if (value instanceof Date) return quoteString(date(value, type));
	throw noLiteral(value, type, 'only json, jsonb and array columns take one');
}

function date(value: Date, type: ColumnType | undefined): string {
	const { day, clock } = dateText(value);
	if (type?.name === 'date') return day;
	const isPlainTime = type?.name === 'dateTime' && !type.timezone;
	return isPlainTime ? `${day} ${clock}` : `${day} ${clock}+00`;
}

function array(value: Value, type: ColumnType, item: ColumnType, expression: Speller): Sql {
	if (!Array.isArray(value)) {
		if (typeof value === 'string') return literal(quoteString(value));
		throw invalid(`${describe(value)} has no literal of type array`, 'pass an array');
	}
	const elements = (items: readonly unknown[], depth: number): Sql =>
		concat(
			raw('ARRAY['),
			joined(
				items.map((element) =>
					depth > 1 && Array.isArray(element)
						? elements(element, depth - 1)
						: spellValue(element as Value, item, expression),
				),
			),
			raw(']'),
		);
	return castToArray(elements(value, type.dimensions ?? 1), type);
}
