import { meaningfulTokens, splitStatements, type Token } from '../../sql/scan.ts';
import { lexis } from './lexis.ts';

/** Words that a statement may follow in the same piece of a body. */
const BEFORE: ReadonlySet<string> = new Set(['begin', 'declare', 'else', 'loop', 'then']);

/** A piece of a body that ends with a semicolon. */
interface Piece {
	readonly text: string;
	readonly tokens: readonly Token[];
	/** In small letters; empty for what is no word. */
	readonly words: readonly string[];
}

/**
 * The queries that PL/pgSQL runs of itself, as SQL has them: CALL, PERFORM, SELECT INTO, loops, conditions, assignments. Never
 * throws.
 *
 * @see https://www.postgresql.org/docs/current/plpgsql-expressions.html
 */
export function queriesInBody(body: string): readonly string[] {
	try {
		return splitStatements(body, lexis).flatMap(({ text }) => [...queriesIn(pieceOf(text))]);
	} catch {
		return [];
	}
}

function pieceOf(text: string): Piece {
	const tokens = meaningfulTokens(text, lexis);
	return { text, tokens, words: tokens.map((token) => (token.kind === 'word' ? token.text.toLowerCase() : '')) };
}

function* queriesIn(piece: Piece): Generator<string> {
	const { words } = piece;
	const assigned = assignedAt(piece);
	if (assigned !== undefined) yield `select ${between(piece, assigned)}`;
	for (const [at, word] of words.entries()) {
		const isFirst = at === 0 || BEFORE.has(words[at - 1] ?? '');
		const query = isFirst ? FIRST[word]?.(piece, at) : undefined;
		if (query !== undefined) yield query;
	}
}

/** The query of what begins with a word. */
const FIRST: Readonly<Record<string, ((piece: Piece, at: number) => string) | undefined>> = {
	call: (piece, at) => between(piece, at),
	elseif: condition,
	elsif: condition,
	for: (piece, at) => between(piece, piece.words.indexOf('in', at) + 1, endOf(piece.words, 'loop', at)),
	if: condition,
	open: (piece, at) => between(piece, piece.words.indexOf('for', at) + 1),
	perform: (piece, at) => `select ${between(piece, at + 1)}`,
	return: (piece, at) =>
		piece.words[at + 1] === 'query' ? between(piece, at + 2) : `select ${between(piece, at + 1)}`,
	select: withoutTarget,
	when: condition,
	while: condition,
	with: withoutTarget,
};

function condition(piece: Piece, at: number): string {
	const { words } = piece;
	return `select ${between(piece, at + 1, endOf(words, words[at] === 'while' ? 'loop' : 'then', at))}`;
}

const endOf = (words: readonly string[], word: string, from: number): number | undefined => {
	const at = words.indexOf(word, from);
	return at === -1 ? undefined : at;
};

/** The text from one token on to the one before another. */
const between = ({ text, tokens }: Piece, from: number, to?: number): string =>
	tokens[from] ? text.slice(tokens[from].start, to === undefined ? undefined : tokens[to]?.start) : '';

/** Where the value begins that is given to a variable. */
function assignedAt({ tokens }: Piece): number | undefined {
	const at = tokens.findIndex(({ text }, index) => text === ':=' || (text === ':' && tokens[index + 1]?.text === '='));
	if (at === -1) return undefined;
	return tokens[at]?.text === ':=' ? at + 1 : at + 2;
}

/** A query without the variables that it fills, which may stand before or behind what it gives. */
function withoutTarget(piece: Piece, from: number): string {
	const { words, tokens } = piece;
	const into = words.indexOf('into', from);
	if (into === -1) return between(piece, from);
	let at = words[into + 1] === 'strict' ? into + 2 : into + 1;
	while (/^[.,]$/.test(tokens[at + 1]?.text ?? '')) at += 2;
	return `${between(piece, from, into)} ${between(piece, at + 1)}`;
}
