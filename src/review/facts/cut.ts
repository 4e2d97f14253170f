import { type Piece, piecesOf } from '../../diff/statements-in.ts';
import type { Reading } from '../../sql/reading.ts';

/** One statement of a text of any origin, or a part of it that is none. */
export interface Cut {
	readonly text: string;
	/** Offset in the whole. */
	readonly start: number;
}

/**
 * The statements of a text; commands of a client and inline data are passed over. A part that cannot be read, as after a
 * parenthesis that is not closed, ends at the first semicolon that ends a line, so that what follows is still looked at.
 */
export function* cutStatements(text: string, reading: Reading): Generator<Cut> {
	for (const { isStatement, text: piece, start } of cutPieces(text, reading))
		if (isStatement) yield { text: piece, start };
}

/** The same, with commands and data in their places: between these stand white space and comments alone. */
export function* cutPieces(text: string, reading: Reading): Generator<CutPiece> {
	for (let from = 0; from < text.length; ) {
		const { cuts, end } = cutFrom(text, from, reading);
		yield* cuts;
		from = end;
	}
}

type CutPiece = Cut & { readonly isStatement: boolean; readonly isCommand: boolean };

function cutFrom(
	text: string,
	from: number,
	reading: Reading,
): { readonly cuts: readonly CutPiece[]; readonly end: number } {
	const pieces = piecesOf(text.slice(from), reading).map((piece): Piece => ({ ...piece, start: piece.start + from }));
	const broken = pieces.findIndex(({ kind }) => kind === 'unreadable');
	const readable = broken === -1 ? pieces : pieces.slice(0, broken);
	const cuts = readable.map(({ kind, text: piece, start }) => ({
		text: piece,
		start,
		isStatement: kind === 'statement',
		isCommand: kind === 'command',
	}));
	const rest = pieces[broken];
	if (!rest) return { cuts, end: text.length };
	const stop = /;[^\S\n]*(?:\n|$)/.exec(text.slice(rest.start));
	const end = stop ? rest.start + stop.index + stop[0].length : text.length;
	const part = text.slice(rest.start, end);
	const start = rest.start + (/^\s*/.exec(part)?.[0].length ?? 0);
	const statement = part.trim().replace(/\s*;$/, '');
	return {
		cuts: statement === '' ? cuts : [...cuts, { text: statement, start, isStatement: true, isCommand: false }],
		end,
	};
}
