import { GenSqlError } from '../core/error.ts';
import { hasLoneSurrogate, lineAndColumn } from '../core/text.ts';

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

const WORD = /[\p{L}_\u0080-\uffff][\p{L}\p{N}_$\u0080-\uffff]*|\d[\w.]*/uy;
const SPACE = /\s+/y;
/** A string that goes on after a line end is one, and its beginning says how all of it is read. */
const CONTINUATION = /[^\S\n]*\n\s*(?=')/y;
const LINE_COMMENT = /--[^\n\r]*/y;
const DOLLAR_TAG = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

/**
 * Split SQL text into its statements, as psql does: quotes, dollar quotes, nested comments, parentheses and
 * `BEGIN ATOMIC … END` bodies hide the semicolons inside them. Comments stay with the statement they precede.
 *
 * @throws {GenSqlError} SQL_INVALID when a quote or a comment is not closed, or when a backslash stands outside
 * quotes: that is no SQL, and psql would take it for a command.
 * @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 * @see https://www.postgresql.org/docs/current/sql-createfunction.html — sql_body
 */
export function splitStatements(text: string): readonly ScannedStatement[] {
	const found: ScannedStatement[] = [];
	let start = 0;
	let empty = true;
	let nesting = new Nesting();
	for (const token of tokens(text)) {
		if (token.text === ';' && nesting.isOutside) {
			found.push({ text: text.slice(start, token.start), start, empty });
			start = token.end;
			empty = true;
			nesting = new Nesting();
		} else if (isMeaningful(token)) {
			empty = false;
			nesting.see(token);
		}
	}
	if (!nesting.isOutside) throw invalid(text, start, 'a parenthesis or a BEGIN ATOMIC of the statement is not closed');
	if (start < text.length) found.push({ text: text.slice(start), start, empty });
	return found;
}

/** Whether text ends inside a `--` comment: what follows it must begin on a new line. */
export function endsInLineComment(text: string): boolean {
	if (!text.includes('--', text.lastIndexOf('\n') + 1)) return false;
	return [...tokens(text)].at(-1)?.text.startsWith('--') ?? false;
}

/**
 * Whether text can stand inside a statement as one expression: its brackets pair up, and no semicolon or comma stands
 * outside them.
 *
 * @throws {GenSqlError} SQL_INVALID when a quote or a comment is not closed.
 */
export function isOneExpression(text: string): boolean {
	const meaningful = [...tokens(text)].filter(isMeaningful).map((token) => token.text);
	let depth = 0;
	for (const word of meaningful) {
		if (word === '(' || word === '[') depth++;
		if (word === ')' || word === ']') depth--;
		if (depth < 0 || word === ';' || (word === ',' && depth === 0)) return false;
	}
	return depth === 0 && meaningful.length > 0;
}

/** Whether a token is neither white space nor a comment. */
export const isMeaningful = ({ kind }: Token): boolean => kind !== 'space' && kind !== 'comment';

/** Follows one statement into parentheses, and into the body of `CREATE FUNCTION … BEGIN ATOMIC … END`. */
class Nesting {
	#parentheses = 0;
	#blocks = 0;
	#first: string[] = [];
	#last = '';

	/** Whether a semicolon here ends the statement. */
	get isOutside(): boolean {
		return this.#parentheses === 0 && this.#blocks === 0;
	}

	see({ kind, text }: Token): void {
		if (text === '(') this.#parentheses++;
		if (text === ')') this.#parentheses = Math.max(0, this.#parentheses - 1);
		if (kind === 'word') this.#word(text.toLowerCase());
	}

	#word(word: string): void {
		if (this.#first.length < 4) this.#first.push(word);
		const opens = this.#blocks > 0 ? word === 'case' : word === 'atomic' && this.#last === 'begin' && this.#isRoutine;
		if (opens) this.#blocks++;
		else if (this.#blocks > 0 && word === 'end') this.#blocks--;
		this.#last = word;
	}

	get #isRoutine(): boolean {
		const [first, ...rest] = this.#first;
		return first === 'create' && rest.some((word) => word === 'function' || word === 'procedure');
	}
}

/** The words, quotes, symbols, comments and white space of SQL text. */
export function* tokens(text: string): Generator<Token> {
	if (text.includes('\0')) throw invalid(text, text.indexOf('\0'), 'NUL is no character of SQL');
	if (hasLoneSurrogate(text)) throw invalid(text, 0, 'half a surrogate pair has no UTF-8 form');
	for (let start = 0; start < text.length; ) {
		const [kind, end] = tokenAt(text, start);
		yield { kind, text: text.slice(start, end), start, end };
		start = end;
	}
}

function tokenAt(text: string, at: number): readonly [kind: Token['kind'], end: number] {
	const char = text[at];
	if (char === "'" || char === '"') return ['quoted', quoteEnd(text, at, char)];
	if (char === '$') return dollarAt(text, at);
	if (text.startsWith('--', at)) return ['comment', match(LINE_COMMENT, text, at)];
	if (text.startsWith('/*', at)) return ['comment', blockCommentEnd(text, at)];
	if (char === '\\') throw invalid(text, at, 'a backslash outside quotes is not SQL', 'psql would run it as a command');
	const space = match(SPACE, text, at);
	if (space > at) return ['space', space];
	const word = match(WORD, text, at);
	return word > at ? ['word', word] : ['symbol', at + 1];
}

function match(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where a quote ends. In `E'…'` a backslash hides the next character; elsewhere only a doubled quote stands for itself. */
function quoteEnd(text: string, at: number, quote: string): number {
	const escapes = quote === "'" && /(?:^|[^\p{L}\p{N}_$])[eE]$/u.test(text.slice(Math.max(0, at - 2), at));
	let end = closingQuote(text, at, quote, escapes);
	for (
		let next = quote === "'" ? match(CONTINUATION, text, end) : end;
		next > end;
		next = match(CONTINUATION, text, end)
	)
		end = closingQuote(text, next, quote, escapes);
	return end;
}

/** By hand: a regular expression would keep a way back for each of a million doubled quotes. */
function closingQuote(text: string, at: number, quote: string, escapes: boolean): number {
	const stop = escapes ? /['\\]/g : undefined;
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

function dollarAt(text: string, at: number): readonly [kind: Token['kind'], end: number] {
	const tagEnd = match(DOLLAR_TAG, text, at);
	if (tagEnd === at) return ['symbol', at + 1];
	const tag = text.slice(at, tagEnd);
	const close = text.indexOf(tag, tagEnd);
	if (close === -1) throw invalid(text, at, `the quote ${tag} is not closed`, `end the text with ${tag}`);
	return ['quoted', close + tag.length];
}

function blockCommentEnd(text: string, at: number): number {
	let depth = 0;
	for (let index = at; index < text.length; index++) {
		if (text.startsWith('/*', index)) depth++;
		else if (text.startsWith('*/', index)) depth--;
		else continue;
		index++;
		if (depth === 0) return index + 1;
	}
	throw invalid(text, at, 'a comment is not closed', 'comments nest: each /* needs its */');
}

function invalid(text: string, at: number, problem: string, hint?: string): GenSqlError {
	const { line, column } = lineAndColumn(text, at);
	const place = line > 1 ? `line ${line}, column ${column}` : `column ${column}`;
	return new GenSqlError('SQL_INVALID', `SQL text, ${place}: ${problem}`, { hint });
}
