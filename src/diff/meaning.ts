import type { Dialect } from '../dialects/dialect.ts';
import { normalizedTokens } from '../sql/normalized-tokens.ts';
import { objectOfTokens } from '../sql/object-of-tokens.ts';
import type { ActedOn, Grammar, Reading } from '../sql/reading.ts';
import { plainText, withLineFeeds } from './line-feeds.ts';
import { type Piece, piecesOf } from './statements-in.ts';

/** What one statement of a text means. */
export interface StatementMeaning {
	/** The statement as it stands, without its semicolon and the comments in front of it. */
	readonly text: string;
	/** Equal for statements of the same dialect that mean the same; made anew by each version of gen-sql. */
	readonly meaning: string;
	/** The line of the text it begins on. Counts from 1. */
	readonly line: number;
	/** What it acts on, where that is known. */
	readonly object?: ActedOn;
	/** Whether the dialect has a grammar that does not know the statement, so that its tokens are compared instead. */
	readonly isUnparsed: boolean;
}

/**
 * The meaning of each statement of a text, in order; equal strings mean the same.
 *
 * Layout, comments, the case of key words and redundant quotes change nothing; for PostgreSQL neither does what its own
 * grammar takes for the same, such as `int` and `integer`. What cannot be shown to be the same is different. Commands of
 * the client and inline data count as statements. A text that cannot be read to its end is compared letter by letter
 * from there on, and nothing is thrown.
 */
export async function meaningsOf(text: string, { reading }: Dialect): Promise<readonly StatementMeaning[]> {
	return meaningsIn(text, reading, text.trim() === '' ? undefined : await reading.loadGrammar?.());
}

/** The same with the grammar of the dialect, if it has one. */
export function meaningsIn(text: string, reading: Reading, grammar: Grammar | undefined): readonly StatementMeaning[] {
	const plain = plainText(text);
	const pieces = piecesOf(plain, reading);
	const lines = lineCounter(plain);
	return pieces.map((piece, index) => ({
		text: piece.text,
		line: lines(piece.start),
		...meaningOfPiece(piece, pieces[index - 1], reading, grammar),
	}));
}

/**
 * Whether two texts hold the same statements letter by letter: then they mean the same, whatever stands between them.
 * Much quicker than asking what they mean.
 */
export function hasSameStatements(before: string, after: string, { reading }: Dialect): boolean {
	const [old, now] = [before, after].map((text) => {
		const pieces = piecesOf(withLineFeeds(text), reading);
		return JSON.stringify(pieces.map(({ kind, text, isOpen }) => [kind, text, isOpen]));
	});
	return old === now;
}

/** Whether two texts mean the same: the same statements in the same order. */
export async function sameMeaning(before: string, after: string, dialect: Dialect): Promise<boolean> {
	if (hasSameStatements(before, after, dialect)) return true;
	return isSameMeaning(await meaningsOf(before, dialect), await meaningsOf(after, dialect));
}

/** The same for statements whose meaning is known. */
export const isSameMeaning = (before: readonly StatementMeaning[], after: readonly StatementMeaning[]): boolean =>
	before.length === after.length && before.every(({ meaning }, index) => meaning === after[index]?.meaning);

/** Gives the line of an offset; offsets are asked for in order. */
function lineCounter(text: string): (offset: number) => number {
	let [line, from] = [1, 0];
	return (offset) => {
		for (let end = text.indexOf('\n', from); end !== -1 && end < offset; end = text.indexOf('\n', from)) {
			line++;
			from = end + 1;
		}
		return line;
	};
}

type Meant = Pick<StatementMeaning, 'meaning' | 'object' | 'isUnparsed'>;

function meaningOfPiece(
	piece: Piece,
	before: Piece | undefined,
	reading: Reading,
	grammar: Grammar | undefined,
): Meant {
	if (piece.kind !== 'statement') {
		// A command such as \gexec acts on the statement that it finds unfinished.
		const acted = piece.kind === 'command' && before?.isOpen ? ' open' : '';
		return { meaning: `${piece.kind}${acted}:${piece.text}`, isUnparsed: piece.kind === 'unreadable' };
	}
	return meaningOf(piece.text, reading, grammar);
}

/** What one statement means that can be read to its end. */
export function meaningOf(statement: string, { rules }: Reading, grammar: Grammar | undefined): Meant {
	const understood = grammar?.(statement);
	if (understood) return { meaning: `tree:${understood.meaning}`, ...objectIn(understood.object), isUnparsed: false };
	const meaning = `tokens:${JSON.stringify(normalizedTokens(statement, rules))}`;
	return { meaning, ...objectIn(objectOfTokens(statement, rules)), isUnparsed: grammar !== undefined };
}

const objectIn = (object: ActedOn | undefined): Pick<StatementMeaning, 'object'> => (object ? { object } : {});
