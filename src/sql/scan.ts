import { GenSqlError } from '../core/error.ts';
import { hasLoneSurrogate, lineAndColumn } from '../core/text.ts';
import type { Lexis } from './lexis.ts';

/** One statement of a longer text: its own text, without the semicolon that ended it. */
export interface ScannedStatement {
	readonly text: string;
	/** Offset of the text in the whole. */
	readonly start: number;
	/** Whether there is more in it than white space and comments. */
	readonly empty: boolean;
}

/** A piece of SQL text. */
export interface Token {
	readonly kind: 'space' | 'comment' | 'quoted' | 'symbol' | 'word';
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** To servers, all characters beyond ASCII can be part of a name, also white space. */
const WORD = /[A-Za-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*|\d[\w.]*/uy;
const SPACE = /[ \t\n\v\f\r]+/y;
/** A string that goes on after a line end is one, and its beginning says how all of it is read. */
const CONTINUATION = /[ \t\v\f\r]*\n[ \t\n\v\f\r]*(?=')/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\u{10ffff}][\w\u0080-\u{10ffff}]*)?\$/uy;

/**
 * Split SQL text into its statements: quotes, comments, parentheses and bodies hide the semicolons inside them.
 * Comments stay with the statement they precede.
 *
 * @throws {GenSqlError} SQL_INVALID when a quote or a comment is not closed, or when something stands outside quotes
 * that the dialect forbids there.
 */
export const splitStatements = (text: string, lexis: Lexis): readonly ScannedStatement[] => [
	...scanStatements(text, lexis),
];

/** The same, one after the other: those in front of what cannot be read come before the error. */
export function* scanStatements(text: string, lexis: Lexis): Generator<ScannedStatement> {
	let start = 0;
	let empty = true;
	let nesting = new Nesting(lexis);
	for (const token of tokens(text, lexis)) {
		if (token.text === ';' && nesting.isOutside) {
			yield { text: text.slice(start, token.start), start, empty };
			start = token.end;
			empty = true;
			nesting = new Nesting(lexis);
		} else if (isMeaningful(token)) {
			empty = false;
			nesting.see(token);
		}
	}
	if (!nesting.isOutside) {
		const opening = lexis.bodies.open.join(' ').toUpperCase();
		throw invalid(text, start, `a parenthesis or a ${opening} of the statement is not closed`);
	}
	if (start < text.length) yield { text: text.slice(start), start, empty };
}

/** Whether text ends inside a comment that goes to the end of its line: what follows it must begin on a new one. */
export function endsInLineComment(text: string, lexis: Lexis): boolean {
	const start = new RegExp(lexis.lineComment, 'g');
	start.lastIndex = text.lastIndexOf('\n') + 1;
	if (!start.test(text)) return false;
	const last = [...tokens(text, lexis)].at(-1);
	return last?.kind === 'comment' && match(lexis.lineComment, text, last.start) > last.start;
}

/**
 * Whether text can stand inside a statement as one expression: its brackets pair up, and no semicolon or comma stands
 * outside them.
 *
 * @throws {GenSqlError} SQL_INVALID when a quote or a comment is not closed.
 */
export function isOneExpression(text: string, lexis: Lexis): boolean {
	const meaningful = meaningfulTokens(text, lexis);
	let depth = 0;
	for (const { text: word } of meaningful) {
		if (word === '(' || word === '[') depth++;
		if (word === ')' || word === ']') depth--;
		if (depth < 0 || word === ';' || (word === ',' && depth === 0)) return false;
	}
	return depth === 0 && meaningful.length > 0;
}

/** Whether a token is neither white space nor a comment. */
export const isMeaningful = ({ kind }: Token): boolean => kind !== 'space' && kind !== 'comment';

/** The tokens of a text that say something. @throws {GenSqlError} what `tokens` throws. */
export const meaningfulTokens = (text: string, lexis: Lexis): readonly Token[] =>
	[...tokens(text, lexis)].filter(isMeaningful);

/** Follows one statement into parentheses, and into the body that it may have. */
class Nesting {
	readonly #bodies: Lexis['bodies'];
	#parentheses = 0;
	#blocks = 0;
	#first: string[] = [];
	/** The last words, as many as open a body. */
	#last: string[] = [];
	/** Whether the last word was an END that closed a block. */
	#hasEnded = false;

	constructor({ bodies }: Lexis) {
		this.#bodies = bodies;
	}

	/** Whether a semicolon here ends the statement. */
	get isOutside(): boolean {
		return this.#parentheses === 0 && this.#blocks === 0;
	}

	see({ kind, text }: Token): void {
		if (text === '(') this.#parentheses++;
		if (text === ')') this.#parentheses = Math.max(0, this.#parentheses - 1);
		if (text === ';') this.#hasEnded = false;
		if (kind === 'word') this.#word(text.toLowerCase());
	}

	#word(word: string): void {
		if (this.#first.length < 6) this.#first.push(word);
		// Nothing else opens a body.
		if (this.#first[0] === 'create') this.#last = [...this.#last, word].slice(-this.#bodies.open.length);
		const hasEnded = this.#blocks > 0 && word === 'end';
		this.#blocks += hasEnded ? -1 : this.#opened(word);
		this.#hasEnded = hasEnded;
	}

	/** How many blocks a word opens. `END IF` closes one that IF did not open, so it opens that again. */
	#opened(word: string): number {
		const { nested, unopened } = this.#bodies;
		if (this.#hasEnded) return unopened.includes(word) ? 1 : 0;
		return (this.#blocks > 0 ? nested.includes(word) : this.#opensBody) ? 1 : 0;
	}

	get #opensBody(): boolean {
		const { of, open } = this.#bodies;
		const [first, ...rest] = this.#first;
		if (first !== 'create' || this.#parentheses > 0) return false;
		return this.#last.join() === open.join() && rest.some((word) => of.includes(word));
	}
}

/** The words, quotes, symbols, comments and white space of SQL text. */
export function* tokens(text: string, lexis: Lexis): Generator<Token> {
	if (text.includes('\0')) throw invalid(text, text.indexOf('\0'), 'NUL is no character of SQL');
	if (hasLoneSurrogate(text)) throw invalid(text, 0, 'half a surrogate pair has no UTF-8 form');
	for (let start = 0; start < text.length; ) {
		const token = tokenAt(text, start, lexis);
		yield token;
		start = token.end;
	}
}

function tokenAt(text: string, at: number, lexis: Lexis): Token {
	const char = text[at] as string;
	const forbidden = lexis.forbidden.find(({ pattern }) => match(pattern, text, at) > at);
	if (forbidden) throw invalid(text, at, forbidden.problem, forbidden.hint);
	if (lexis.quotes.includes(char)) return tokenOf('quoted', text, at, quoteEnd(text, at, char, lexis));
	if (char === '[' && lexis.brackets) return tokenOf('quoted', text, at, bracketEnd(text, at));
	if (char === '$' && lexis.dollarQuotes) return dollarAt(text, at);
	const comment = match(lexis.lineComment, text, at);
	if (comment > at) return tokenOf('comment', text, at, comment);
	if (text.startsWith('/*', at)) return tokenOf('comment', text, at, blockCommentEnd(text, at, lexis));
	const space = match(SPACE, text, at);
	if (space > at) return tokenOf('space', text, at, space);
	const word = match(WORD, text, at);
	return word > at ? tokenOf('word', text, at, word) : tokenOf('symbol', text, at, at + 1);
}

const tokenOf = (kind: Token['kind'], text: string, start: number, end: number): Token => ({
	kind,
	text: text.slice(start, end),
	start,
	end,
});

function match(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where a quote ends: at the next that is neither doubled nor, where a backslash hides characters, hidden by one. */
function quoteEnd(text: string, at: number, quote: string, { escaping, escapeStrings }: Lexis): number {
	if (!escapeStrings || quote !== "'") return closingQuote(text, at, quote, escaping.includes(quote));
	const escapes = /(?:^|[^\w$\u0080-\uffff])[eE]$/.test(text.slice(Math.max(0, at - 2), at));
	let end = closingQuote(text, at, quote, escapes);
	for (let next = match(CONTINUATION, text, end); next > end; next = match(CONTINUATION, text, end))
		end = closingQuote(text, next, quote, escapes);
	return end;
}

/** By hand: a regular expression would keep a way back for each of a million doubled quotes. */
function closingQuote(text: string, at: number, quote: string, escapes: boolean): number {
	const stop = escapes ? new RegExp(`[${quote}\\\\]`, 'g') : undefined;
	for (let from = at + 1; ; from += 2) {
		from = stop ? next(stop, text, from) : text.indexOf(quote, from);
		if (from === -1)
			throw invalid(text, at, `the quote ${quote} is not closed`, 'a quote inside quotes is written twice');
		if (text[from] === quote && text[from + 1] !== quote) return from + 1;
	}
}

function next(pattern: RegExp, text: string, from: number): number {
	pattern.lastIndex = from;
	return pattern.exec(text)?.index ?? -1;
}

function bracketEnd(text: string, at: number): number {
	const end = text.indexOf(']', at);
	if (end === -1) throw invalid(text, at, 'the quote [ is not closed', 'a name in brackets ends with ]');
	return end + 1;
}

function dollarAt(text: string, at: number): Token {
	const tagEnd = match(DOLLAR_TAG, text, at);
	if (tagEnd === at) return tokenOf('symbol', text, at, at + 1);
	const tag = text.slice(at, tagEnd);
	const close = text.indexOf(tag, tagEnd);
	if (close === -1) throw invalid(text, at, `the quote ${tag} is not closed`, `end the text with ${tag}`);
	return tokenOf('quoted', text, at, close + tag.length);
}

function blockCommentEnd(text: string, at: number, { nestedComments }: Lexis): number {
	let depth = 0;
	for (let index = at; index < text.length; index++) {
		if (text.startsWith('/*', index)) depth = nestedComments ? depth + 1 : 1;
		else if (text.startsWith('*/', index)) depth--;
		else continue;
		index++;
		if (depth === 0) return index + 1;
	}
	const hint = nestedComments ? 'comments nest: each /* needs its */' : 'end it with */';
	throw invalid(text, at, 'a comment is not closed', hint);
}

function invalid(text: string, at: number, problem: string, hint?: string): GenSqlError {
	const { line, column } = lineAndColumn(text, at);
	const place = line > 1 ? `line ${line}, column ${column}` : `column ${column}`;
	return new GenSqlError('SQL_INVALID', `SQL text, ${place}: ${problem}`, { hint });
}
