import { HIDDEN, hasLoneSurrogate } from '../../core/text.ts';
import { valueSpeller } from '../standard/literals.ts';
import { invalid, momentText } from '../standard/values.ts';

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

/** A value as SQLite writes it. Dates are text in UTC. */
export const spellValue = valueSpeller({
	title: 'SQLite',
	withoutIntervals: 'SQLite has no intervals',
	text: quoteString,
	quoted,
	boolean: (value) => (value ? '1' : '0'),
	bigint,
	nonFinite,
	bytes: (hex) => `x'${hex}'`,
	date: momentText,
});
