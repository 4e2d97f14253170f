import type { TokenRules } from './reading.ts';
import { isMeaningful, type Token, tokens } from './scan.ts';

const OPERATOR_CHARS = /^[-+*/<>=~!@#%^&|`?:]$/;

/** Whether a token says something: it is no white space, and no comment that nobody reads. */
export const isHeard = (token: Token, { heardComment }: TokenRules): boolean =>
	isMeaningful(token) || (token.kind === 'comment' && heardComment.test(token.text));

/**
 * The tokens of a statement in a form that layout, comments, the case of key words and redundant quotes leave as it is.
 * What cannot be shown to be the same, stays different.
 *
 * @throws {GenSqlError} SQL_INVALID when a quote or a comment is not closed.
 */
export function normalizedTokens(text: string, rules: TokenRules): readonly string[] {
	const found = withOperators(
		[...tokens(text, rules.lexis)].filter((token) => isHeard(token, rules)),
		rules.operator,
	);
	return found.map((token, index) => {
		const before = found[index - 1];
		const mark = isJoined(text, token, before, rules) ? '+' : '';
		return mark + normalized(token, before?.text.toLowerCase() ?? '', found[index + 1]?.text ?? '', rules);
	});
}

/** The same, with symbols that touch each other put together where they are one operator. */
function withOperators(found: readonly Token[], operator: RegExp): readonly Token[] {
	const result: Token[] = [];
	for (let index = 0; index < found.length; ) {
		const run = runAt(found, index);
		if (run.length === 0) result.push(found[index] as Token);
		else result.push(...operatorsOf(run, operator));
		index += Math.max(run.length, 1);
	}
	return result;
}

function runAt(found: readonly Token[], from: number): readonly Token[] {
	let end = from;
	const isPart = (token: Token | undefined): boolean => token?.kind === 'symbol' && OPERATOR_CHARS.test(token.text);
	while (isPart(found[end]) && (end === from || found[end - 1]?.end === found[end]?.start)) end++;
	return found.slice(from, end);
}

function operatorsOf(run: readonly Token[], operator: RegExp): readonly Token[] {
	const text = run.map((token) => token.text).join('');
	const first = run[0]?.start ?? 0;
	const result: Token[] = [];
	for (let at = 0; at < text.length; ) {
		operator.lastIndex = at;
		const end = operator.test(text) ? operator.lastIndex : at + 1;
		result.push({ kind: 'symbol', text: text.slice(at, end), start: first + at, end: first + end });
		at = end;
	}
	return result;
}

/** How far back text is looked at: as far as the name of a character set goes. */
const LOOK_BACK = 40;

/** Whether it would be another statement with white space before the token. */
function isJoined(
	text: string,
	{ kind, start, ...token }: Token,
	before: Token | undefined,
	rules: TokenRules,
): boolean {
	if (before?.end !== start) return false;
	if (token.text === '(') return rules.joinedCalls.has(before.text.toLowerCase());
	if (kind === 'word' && before.text === '.') return /^\d/.test(token.text);
	return (kind === 'word' || kind === 'quoted') && rules.joins.test(text.slice(Math.max(0, start - LOOK_BACK), start));
}

function normalized({ kind, text }: Token, before: string, after: string, rules: TokenRules): string {
	if (kind === 'word') return `w:${rules.fold(text, before, after)}`;
	if (kind !== 'quoted') return rules.synonyms[text] ?? text;
	const name = nameIn(text, rules);
	if (name === undefined) return stringIn(text);
	return rules.isBare(name) ? `w:${name}` : `n:${name}`;
}

/** The name in quotes, or `undefined` when they are those of a string. */
export function nameIn(quoted: string, { nameQuotes }: TokenRules): string | undefined {
	const quote = quoted.charAt(0);
	if (!nameQuotes.includes(quote)) return undefined;
	const inside = quoted.slice(1, -1);
	return quote === '[' ? inside : inside.replaceAll(quote + quote, quote);
}

/** A dollar quote and a simple string with the same text are one constant; of all others nothing is said. */
function stringIn(quoted: string): string {
	const tag = /^\$[^$]*\$/.exec(quoted)?.[0];
	if (tag !== undefined) return `s:${quoted.slice(tag.length, -tag.length)}`;
	return /^'[^'\\]*'$/.test(quoted) ? `s:${quoted.slice(1, -1)}` : `q:${quoted}`;
}
