import { GenSqlError } from '../core/error.ts';
import type { Lexis } from './lexis.ts';
import { type Token, tokens } from './scan.ts';

/** A value, name or parameter that was put into SQL text. */
export interface Inserted {
	/** Offsets in the text. */
	readonly start: number;
	readonly end: number;
	/** Whether it is filled in later, by a client that does not look into dollar quotes. */
	readonly isParameter: boolean;
}

/** Letters that would become one word with what is put in beside them. */
const LETTER_BEFORE = /[\p{L}\p{N}_$]$/u;
const LETTER_AFTER = /^[\p{L}\p{N}_$]/u;

/**
 * Make sure that what was put into SQL text stays what it is: that it stands for a whole word, outside quotes and
 * comments. Only then no value of it can become SQL.
 *
 * @returns Those that stand in a dollar quote, where no client fills anything in.
 * @throws {GenSqlError} SQL_INVALID when one does not.
 */
export function checkPlaces<Place extends Inserted>(
	text: string,
	inserted: readonly Place[],
	lexis: Lexis,
): readonly Place[] {
	const boundaries = new Map([...tokens(text, lexis)].map((token) => [token.start, token]));
	return inserted.filter((place) => isInside(text, place, boundaries, lexis));
}

/** Whether a place is right, in a dollar quote and not outside. */
function isInside(text: string, place: Inserted, boundaries: ReadonlyMap<number, Token>, lexis: Lexis): boolean {
	const { start, end } = place;
	if (!boundaries.has(start) || !(boundaries.has(end) || end === text.length)) {
		checkInside(text, place, boundaries, lexis);
		return true;
	}
	if (!isJoined(text, place, lexis)) return false;
	throw refused(text, place, 'touches the text beside it', 'leave a space, or write the whole word as the value');
}

/** Whether a place would become one word, one quote or one cast with the text beside it. */
function isJoined(text: string, { start, end }: Inserted, { quotes, joining }: Lexis): boolean {
	const before = text.charAt(start - 1);
	if (before !== '' && (quotes + joining).includes(before)) return true;
	if (LETTER_BEFORE.test(text.slice(Math.max(0, start - 2), start))) return true;
	const after = text.charAt(end);
	return (after !== '' && quotes.includes(after)) || LETTER_AFTER.test(text.slice(end, end + 2));
}

/** The body of a dollar quote is text of its own; in it a value must hold none of the quotes around it. */
function checkInside(text: string, place: Inserted, boundaries: ReadonlyMap<number, Token>, lexis: Lexis): void {
	const { start, end, isParameter } = place;
	const around = [...boundaries.values()].find((token) => token.start <= start && end <= token.end);
	const tag = /^\$[^$]*\$/.exec(around?.text ?? '')?.[0];
	if (!around || tag === undefined) {
		throw refused(text, place, 'stands inside quotes or a comment', 'leave the quotes out: a value brings its own');
	}
	if (isParameter) {
		const problem = 'stands inside a dollar quote, where no client fills it in';
		throw refused(text, place, problem, 'take it out with format()');
	}
	if (text.slice(start, end).includes(tag)) throw refused(text, place, `holds the quote ${tag} it stands in`);
	const from = around.start + tag.length;
	const body = text.slice(from, around.end - tag.length);
	checkPlaces(body, [{ start: start - from, end: end - from, isParameter }], lexis);
}

function refused(text: string, { start, end }: Inserted, problem: string, hint?: string): GenSqlError {
	const shown = text.slice(start, end);
	const what = shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
	return new GenSqlError('SQL_INVALID', `the value ${what} ${problem}`, { hint });
}
