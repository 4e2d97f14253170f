import { meaningfulTokens, splitStatements, type Token } from '../../sql/scan.ts';
import { lexis } from './lexis.ts';

/** What can be read of the body of a PL/pgSQL function or block without running it. */
export interface BodyStatements {
	/** The texts of SQL statements that stand in it, or that EXECUTE is given as one string. */
	readonly statements: readonly string[];
	/**
	 * Of each EXECUTE whose statement is put together when it runs, the first string of it; empty where it has none, and for a
	 * body that cannot be read.
	 */
	readonly dynamic: readonly string[];
}

/** Words that a statement may follow in the same piece of the body. */
const BEFORE: ReadonlySet<string> = new Set(['begin', 'else', 'loop', 'then']);

/** Words that begin a statement which PL/pgSQL has from SQL. */
const COMMANDS: ReadonlySet<string> = new Set(
	'alter analyze cluster comment create delete drop grant insert lock merge refresh reindex reset revoke set truncate update'.split(
		' ',
	),
);

/** Look for the statements in a body. Conditions and loops around them are not looked at. Never throws. */
export function statementsInBody(body: string): BodyStatements {
	// The catalog and the rules ask about the same block, one after the other.
	if (last?.body !== body) last = { body, found: readStatements(body) };
	return last.found;
}

let last: { readonly body: string; readonly found: BodyStatements } | undefined;

function readStatements(body: string): BodyStatements {
	try {
		const all = splitStatements(body, lexis).flatMap(({ text }) => [...statementsIn(text)]);
		return { statements: textsOf(all, false), dynamic: textsOf(all, true) };
	} catch {
		return { statements: [], dynamic: [''] };
	}
}

const textsOf = (found: readonly Found[], isDynamic: boolean): readonly string[] =>
	found.filter((each) => each.isDynamic === isDynamic).map(({ text }) => text);

interface Found {
	readonly text: string;
	readonly isDynamic: boolean;
}

/**
 * Whether a body ends the transaction that it runs in. One that cannot be read, or is of another language than PL/pgSQL, does
 * so where it has a word for it.
 *
 * @see https://www.postgresql.org/docs/current/plpgsql-transactions.html
 */
export function endsTransaction(body: string, language: string): boolean {
	if (!/\b(?:commit|rollback)\b/i.test(body)) return false;
	if (language !== 'plpgsql') return true;
	try {
		return splitStatements(body, lexis).some(({ text }) => {
			const words = wordsOf(meaningfulTokens(text, lexis));
			return words.some((word, at) => (word === 'commit' || word === 'rollback') && isFirst(words, at));
		});
	} catch {
		return true;
	}
}

/** The words of some tokens in small letters; empty for what is none. */
const wordsOf = (all: readonly Token[]): readonly string[] =>
	all.map(({ kind, text }) => (kind === 'word' ? text.toLowerCase() : ''));

/** Whether a statement begins at a word. */
const isFirst = (words: readonly string[], at: number): boolean => at === 0 || BEFORE.has(words[at - 1] ?? '');

/** Those of a piece of the body that ends with a semicolon: FOR … IN EXECUTE … LOOP goes before another one. */
function* statementsIn(piece: string): Generator<Found> {
	const all = meaningfulTokens(piece, lexis);
	const words = wordsOf(all);
	for (const [at, word] of words.entries()) {
		const text = isFirst(words, at) ? plain(piece.slice(all[at]?.start), words.slice(at)) : undefined;
		if (text !== undefined) return yield { text, isDynamic: false };
		if (word !== 'execute') continue;
		const loop = words.indexOf('loop', at);
		yield executed(all.slice(at + 1, loop === -1 ? undefined : loop));
	}
}

/** A statement as SQL has it, where that is one; of PERFORM, what makes a setting. */
function plain(text: string, words: readonly string[]): string | undefined {
	if (COMMANDS.has(words[0] ?? '')) return text;
	return words[0] === 'perform' && words.includes('set_config') ? text.replace(/^perform/i, 'SELECT') : undefined;
}

/** What EXECUTE runs: one string, with values for its parameters behind it, or anything else. */
function executed([first, second, ...more]: readonly Token[]): Found {
	const text = first && stringOf(first);
	const isWhole = second === undefined || /^(?:using|into)$/i.test(second.text);
	if (text !== undefined && isWhole) return { text, isDynamic: false };
	const strings = [first, second, ...more].flatMap((token) => (token && stringOf(token)) ?? []);
	return { text: strings[0] ?? '', isDynamic: true };
}

/** The text of a string without escapes. */
function stringOf({ kind, text }: Token): string | undefined {
	if (kind !== 'quoted') return undefined;
	if (/^'(?:[^']|'')*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
	const [, inner] = /^\$\w*\$([\s\S]*)\$\w*\$$/.exec(text) ?? [];
	return inner;
}
