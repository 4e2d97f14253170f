import { HIDDEN, hasLoneSurrogate } from '../../core/text.ts';
import type { ColumnType } from '../../sql/types.ts';
import { valueSpeller } from '../standard/literals.ts';
import { invalid, momentText } from '../standard/values.ts';

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

/** Milliseconds that a column does not keep would be rounded: to the next day, at its end. */
function moment(value: Date, type: ColumnType | undefined): string {
	const text = momentText(value, type);
	const isTimed = type?.name === 'dateTime' || type?.name === 'time';
	if (!isTimed || !text.includes('.') || (type.precision ?? 0) >= 3) return text;
	throw invalid(`the column keeps no milliseconds of ${text}`, `write t.${type.name}({ precision: 3 })`);
}

/** A value as MySQL writes it. Dates are in UTC. */
export const spellValue = valueSpeller({
	title: 'MySQL',
	withoutIntervals: 'MySQL has no intervals in columns',
	text: quoteString,
	quoted,
	boolean: String,
	bigint: String,
	nonFinite: (value) => {
		throw invalid(`${value} has no literal`, 'MySQL stores finite numbers only');
	},
	bytes: (hex) => `X'${hex}'`,
	date: moment,
});
