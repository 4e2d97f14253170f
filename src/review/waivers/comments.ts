import type { Reading } from '../../sql/reading.ts';
import { type Token, tokens } from '../../sql/scan.ts';
import { cutPieces } from '../facts/cut.ts';

/** A comment of a script. */
export interface Comment {
	/** As it stands, and without its marks. */
	readonly raw: string;
	readonly text: string;
	/** Offset in the script. */
	readonly start: number;
	/** The statement it is about, which counts from 0: none for one behind the last. */
	readonly statement: number | undefined;
	/** Whether it stands before all statements, with an empty line behind it. */
	readonly isAtHead: boolean;
}

/**
 * The comments of a script, each with the statement that it is about: the one that it stands in, the one before it on
 * its line, else the one behind it. Never throws.
 */
export function commentsOf(text: string, reading: Reading): readonly Comment[] {
	const found: Comment[] = [];
	let [end, count] = [0, 0];
	for (const { start, text: piece, isStatement } of cutPieces(text, reading)) {
		found.push(
			...between(text.slice(end, start), end, { count, isStatementNext: isStatement, isLast: false }, reading),
		);
		end = start + piece.length;
		if (!isStatement) continue;
		for (const token of tokensOf(piece, reading))
			if (token.kind === 'comment') found.push(commentOf(token, start, count));
		count++;
	}
	return [...found, ...between(text.slice(end), end, { count, isStatementNext: false, isLast: true }, reading)];
}

/** Where a gap between two pieces stands. */
interface Around {
	/** How many statements stand before it. */
	readonly count: number;
	/** Whether the next piece is a statement. */
	readonly isStatementNext: boolean;
	/** Whether nothing follows. */
	readonly isLast: boolean;
}

function between(gap: string, offset: number, around: Around, reading: Reading): readonly Comment[] {
	const { count, isStatementNext, isLast } = around;
	const lastLine = gap.lastIndexOf('\n');
	const firstLineEnd = gap.includes('\n') ? gap.indexOf('\n') : gap.length;
	const found: Comment[] = [];
	let hasEmptyLineBehind = false;
	for (const token of tokensOf(gap, reading).toReversed()) {
		if (token.kind !== 'comment') {
			hasEmptyLineBehind ||= /\n[^\n]*\n/.test(token.text);
			continue;
		}
		const isBehind = count > 0 && token.start < firstLineEnd;
		const isInFront = isStatementNext && token.end > lastLine;
		const next = isLast ? undefined : count;
		const isAtHead = count === 0 && !isLast && hasEmptyLineBehind;
		found.push(commentOf(token, offset, isBehind && !isInFront ? count - 1 : next, isAtHead));
	}
	return found.reverse();
}

const commentOf = (
	{ text, start }: Token,
	offset: number,
	statement: number | undefined,
	isAtHead = false,
): Comment => ({ raw: text, text: withoutMarks(text), start: offset + start, statement, isAtHead });

const withoutMarks = (text: string): string =>
	text.startsWith('/*') ? text.slice(2).replace(/\*\/$/, '') : text.replace(/^(?:--|#)/, '');

/** Up to what cannot be read: such a statement is told as such. */
function tokensOf(text: string, { lexis, command }: Reading): readonly Token[] {
	const found: Token[] = [];
	try {
		for (const token of tokens(text, lexis)) if (!command.test(token.text)) found.push(token);
	} catch {
		return found;
	}
	return found;
}
