import { isHeard, nameIn } from './normalized-tokens.ts';
import type { ActedOn, TokenRules } from './reading.ts';
import { type Token, tokens } from './scan.ts';

/** Words between CREATE and what is created, which do not tell what it is. */
const PASSED = new Set(
	'or replace global local temp temporary unlogged unique fulltext spatial virtual recursive constraint'.split(' '),
);
const KINDS = new Set(
	'database event function index policy procedure schema sequence table trigger type user view'.split(' '),
);
/** Words between the kind and the name. */
const BEFORE_NAME = new Set(['concurrently', 'if', 'not', 'exists', 'only', 'ignore']);
const FAR_ENOUGH = 60;

/**
 * The object that a statement acts on, as far as its first words tell.
 *
 * @throws {GenSqlError} SQL_INVALID when a quote or a comment is not closed.
 */
export function objectOfTokens(text: string, rules: TokenRules): ActedOn | undefined {
	const found: Token[] = [];
	for (const token of tokens(text, rules.lexis)) {
		if (isHeard(token, rules)) found.push(token);
		if (found.length > FAR_ENOUGH) break;
	}
	const words = found.map((token) => (token.kind === 'word' ? token.text.toLowerCase() : ''));
	const place = placeOf(words);
	if (!place) return undefined;
	const name = nameAt(found, place.at, rules);
	return name === undefined ? undefined : { kind: place.kind, name };
}

interface Place {
	readonly kind: string;
	/** The token the name begins with. */
	readonly at: number;
}

function placeOf(words: readonly string[]): Place | undefined {
	const [first = ''] = words;
	if (['create', 'alter', 'drop', 'comment'].includes(first)) return defined(words);
	if (first === 'insert' || first === 'replace') return behind(words, 'into');
	if (first === 'delete') return behind(words, 'from');
	if (first === 'update') return { kind: 'table', at: named(words, 1) };
	if (first === 'truncate') return { kind: 'table', at: named(words, words[1] === 'table' ? 2 : 1) };
	return first === 'grant' || first === 'revoke' ? granted(words) : undefined;
}

function defined(words: readonly string[]): Place | undefined {
	let at = 1;
	while (PASSED.has(words[at] ?? '')) at++;
	const kind = words[at] ?? '';
	return KINDS.has(kind) ? { kind, at: named(words, at + 1) } : undefined;
}

function behind(words: readonly string[], word: string): Place | undefined {
	const at = words.indexOf(word);
	return at === -1 ? undefined : { kind: 'table', at: at + 1 };
}

function granted(words: readonly string[]): Place | undefined {
	const on = behind(words, 'on');
	const kind = on && words[on.at];
	return on && kind !== undefined && KINDS.has(kind) ? { kind, at: on.at + 1 } : on;
}

function named(words: readonly string[], from: number): number {
	let at = from;
	while (BEFORE_NAME.has(words[at] ?? '')) at++;
	return at;
}

function nameAt(found: readonly Token[], from: number, rules: TokenRules): string | undefined {
	const parts: string[] = [];
	for (let at = from; ; at += 2) {
		const token = found[at];
		const part = token && nameOf(token, found, at, rules);
		if (part === undefined) return undefined;
		parts.push(part);
		if (found[at + 1]?.text !== '.') return parts.join('.');
	}
}

function nameOf(token: Token, found: readonly Token[], at: number, rules: TokenRules): string | undefined {
	if (token.kind === 'quoted') return nameIn(token.text, rules);
	const [before = '', after = ''] = [found[at - 1]?.text, found[at + 1]?.text];
	return token.kind === 'word' ? rules.fold(token.text, before.toLowerCase(), after) : undefined;
}
