import { GenSqlError } from '../../core/error.ts';
import { describe } from '../../core/names.ts';
import { didYouMean } from '../../core/suggest.ts';
import { HIDDEN, hasLoneSurrogate, hasUnstorableEscape } from '../../core/text.ts';
import type { Value } from '../../schema/arguments.ts';
import { isSqlFragment, type SqlFragment } from '../../sql/sql.ts';
import { type ColumnType, type EnumType, isEnumType } from '../../sql/types.ts';
import { concat, joined, part, raw, type Sql } from '../../sql/words.ts';
import { castToArray } from './types.ts';

const invalid = (problem: string, hint?: string): GenSqlError => new GenSqlError('LITERAL_INVALID', problem, { hint });

/** Whether a value of the type is written as JSON text. */
export const isJson = ({ name }: ColumnType): boolean => name === 'json' || name === 'jsonb';

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
	if (type && isJson(type)) return literal(quoteString(json(value)));
	if (type?.name === 'array' && type.item) return array(value, type, type.item, expression);
	if (type && isEnumType(type)) return literal(quoteString(label(value, type)));
	switch (typeof value) {
		case 'string':
			return literal(quoteString(value));
		case 'boolean':
			return literal(value ? 'true' : 'false');
		case 'bigint':
			return literal(String(value));
		case 'number':
			return literal(number(value, type));
		default:
			return literal(object(value, type));
	}
}

function label(value: Value, { enumName, labels }: EnumType): string {
	const found = labels.find((known) => known === value);
	if (found !== undefined) return found;
	const hint = typeof value === 'string' ? didYouMean(value, labels, 'labels') : `labels: ${labels.join(', ')}`;
	throw invalid(`${describe(value)} is no label of the enum "${enumName.name}"`, hint);
}

const INEXACT = new Set(['float', 'double', 'real']);
const WHOLE = new Set(['integer', 'bigInteger', 'smallInteger']);

function number(value: number, type: ColumnType | undefined): string {
	if (type && WHOLE.has(type.name) && !Number.isInteger(value)) throw invalid(`${value} is not a whole number`);
	if (!Number.isFinite(value)) return `'${value}'${type ? '' : '::double precision'}`;
	if (!(type && INEXACT.has(type.name))) checkExact(value);
	return Object.is(value, -0) ? '-0' : String(value);
}

function checkExact(value: number): void {
	if (!Number.isInteger(value) || Number.isSafeInteger(value)) return;
	throw invalid(`the number ${value} is not exact in JavaScript`, 'write it as a bigint, such as 9007199254740993n');
}

function object(value: object, type: ColumnType | undefined): string {
	if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`;
	if (value instanceof Date) return quoteString(date(value, type));
	const what = Array.isArray(value) ? 'an array' : 'an object';
	throw invalid(
		`${what} has no literal${type ? ` of type ${type.name}` : ''}`,
		'only json, jsonb and array columns take one',
	);
}

/** UTC: a script must not depend on where it was rendered. */
function date(value: Date, type: ColumnType | undefined): string {
	const year = value.getUTCFullYear();
	if (Number.isNaN(year) || year < 1 || year > 9999) {
		throw invalid(
			`the date ${Number.isNaN(year) ? 'is invalid' : `of the year ${year}`} has no literal`,
			'pass a string',
		);
	}
	const [day = '', time = ''] = value.toISOString().split('T');
	if (type?.name === 'date') return day;
	const clock = time.replace(/(\.000)?Z$/, '');
	const isPlainTime = type?.name === 'dateTime' && !type.timezone;
	return isPlainTime ? `${day} ${clock}` : `${day} ${clock}+00`;
}

function json(value: unknown): string {
	const text = JSON.stringify(value, checkedJson);
	if (text === undefined) throw invalid(`${describe(value)} has no JSON form`);
	if (hasUnstorableEscape(text)) {
		throw invalid('the JSON value holds NUL or half a surrogate pair', 'PostgreSQL cannot store it');
	}
	return text;
}

/** What JSON would turn into something else without a word. It sees dates as the text they become, or as null. */
function checkedJson(this: unknown, key: string, item: unknown): unknown {
	const original = (this as Record<string, unknown>)[key];
	if (typeof item === 'bigint') throw invalid(`the bigint ${item} has no JSON form`, 'pass a number or a string');
	if (original instanceof Date && item === null) throw invalid('an invalid date has no JSON form');
	if (typeof item === 'number' && !Number.isFinite(item)) throw invalid(`${item} has no JSON form`);
	if (typeof item === 'number') checkExact(item);
	return item;
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
