import { GenSqlError } from '../../core/error.ts';
import { describe } from '../../core/names.ts';
import { didYouMean } from '../../core/suggest.ts';
import { hasUnstorableEscape } from '../../core/text.ts';
import type { Value } from '../../schema/arguments.ts';
import type { ColumnType, EnumType } from '../../sql/types.ts';

/** What dialects check of values alike, before each writes them in its own way. */
export const invalid = (problem: string, hint?: string): GenSqlError =>
	new GenSqlError('LITERAL_INVALID', problem, { hint });

/** Whether a value of the type is written as JSON text. */
export const isJson = ({ name }: ColumnType): boolean => name === 'json' || name === 'jsonb';

/** The label of an enum that a value is. */
export function labelOf(value: Value, { enumName, labels }: EnumType): string {
	const found = labels.find((known) => known === value);
	if (found !== undefined) return found;
	const hint = typeof value === 'string' ? didYouMean(value, labels, 'labels') : `labels: ${labels.join(', ')}`;
	throw invalid(`${describe(value)} is no label of the enum "${enumName.name}"`, hint);
}

const INEXACT = new Set(['float', 'double', 'real']);
const WHOLE = new Set(['integer', 'bigInteger', 'smallInteger']);

/** Whether a type holds whole numbers. */
export const isWholeType = ({ name }: ColumnType): boolean => WHOLE.has(name);

/**
 * A number as text. What is not finite is left to the dialect.
 *
 * @param nonFinite - Writes NaN and the infinities, or refuses them.
 */
export function numberText(value: number, type: ColumnType | undefined, nonFinite: (value: number) => string): string {
	if (type && isWholeType(type) && !Number.isInteger(value)) throw invalid(`${value} is not a whole number`);
	if (!Number.isFinite(value)) return nonFinite(value);
	if (!(type && INEXACT.has(type.name))) checkExact(value);
	return Object.is(value, -0) ? '-0' : String(value);
}

function checkExact(value: number): void {
	if (!Number.isInteger(value) || Number.isSafeInteger(value)) return;
	throw invalid(`the number ${value} is not exact in JavaScript`, 'write it as a bigint, such as 9007199254740993n');
}

/** An object that is no value of its type. */
export const noLiteral = (value: object, type: ColumnType | undefined, hint: string): GenSqlError =>
	invalid(
		`${Array.isArray(value) ? 'an array' : 'an object'} has no literal${type ? ` of type ${type.name}` : ''}`,
		hint,
	);

/** A date in UTC, since a script must not depend on where it was rendered. */
export interface DateText {
	/** `2024-12-31` */
	readonly day: string;
	/** `23:59:59`, with milliseconds where there are some. */
	readonly clock: string;
}

export function dateText(value: Date): DateText {
	const year = value.getUTCFullYear();
	if (Number.isNaN(year) || year < 1 || year > 9999) {
		throw invalid(
			`the date ${Number.isNaN(year) ? 'is invalid' : `of the year ${year}`} has no literal`,
			'pass a string',
		);
	}
	const [day = '', time = ''] = value.toISOString().split('T');
	return { day, clock: time.replace(/(\.000)?Z$/, '') };
}

/** @param title - What the server is called, for messages. */
export function jsonText(value: unknown, title: string): string {
	const text = JSON.stringify(value, checkedJson);
	if (text === undefined) throw invalid(`${describe(value)} has no JSON form`);
	if (hasUnstorableEscape(text)) {
		throw invalid('the JSON value holds NUL or half a surrogate pair', `${title} cannot store it`);
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

/** A UUID as SQLAlchemy stores it where there is no type for it: 32 hexadecimal digits. */
export function uuidDigits(value: unknown): string {
	const digits = typeof value === 'string' ? value.replaceAll('-', '').toLowerCase() : '';
	if (/^[0-9a-f]{32}$/.test(digits)) return digits;
	throw invalid(`${describe(value)} is no UUID`, 'pass a string such as 123e4567-e89b-12d3-a456-426614174000');
}

/**
 * A day, a time of day or both, as the column takes it, in UTC. Without a type it is both.
 */
export function momentText(value: Date, type: ColumnType | undefined): string {
	const { day, clock } = dateText(value);
	if (type?.name === 'date') return day;
	return type?.name === 'time' ? clock : `${day} ${clock}`;
}
