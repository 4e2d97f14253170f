import { meaningfulTokens, type Token } from '../../sql/scan.ts';
import { textOf } from '../../sql/split.ts';
import type { SqlFragment } from '../../sql/sql.ts';
import { concat, joined, raw, type Sql, words } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { KEYWORDS } from './keywords.ts';

/** What may follow the indexed expression, written as one letter a word: see `shapeOf`. */
const MODIFIERS = /^(cn(\.n)?)?(n(\.n)?g?)?(o)?(uf)?$/;

/** Words before a parenthesis that call no function. */
const NO_CALLS = new Set(['array', 'case', 'cast', 'exists', 'not', 'row']);

/** `(…)` around an expression. */
export const parenthesized = (expression: Sql): Sql => concat(raw('('), expression, raw(')'));

/** A name whose dots part it from its schema or namespace. */
export const dotted = (name: string, q: Spelling): Sql =>
	joined(
		name.split('.').map((part) => q.name(part)),
		'.',
	);

/**
 * A part of an index: a column by its name, or an expression with its collation, operator class and order.
 *
 * The grammar takes a column and a function call as they are; any other expression gets the parentheses it needs.
 *
 * @param classes - Operator classes by column name; one may be qualified: `public.gin_trgm_ops`.
 * @see https://www.postgresql.org/docs/current/sql-createindex.html
 * @see https://www.postgresql.org/docs/current/indexes-opclass.html
 */
export function indexElement(
	subject: string | SqlFragment,
	q: Spelling,
	classes: Readonly<Record<string, string>> = {},
): Sql {
	if (typeof subject !== 'string') return expressionElement(subject, q);
	const operatorClass = Object.hasOwn(classes, subject) ? classes[subject] : undefined;
	return words(q.name(subject), operatorClass !== undefined && dotted(operatorClass, q));
}

function expressionElement(subject: SqlFragment, q: Spelling): Sql {
	const spelled = q.expression(subject);
	const meaningful = meaningfulTokens(textOf(spelled), q.lexis);
	if (isElement(meaningful)) return spelled;
	const [expression, order] = cutOrder(spelled, meaningful);
	return order === '' ? parenthesized(expression) : concat(parenthesized(expression), raw(` ${order}`));
}

/** The order at the end of an expression stands outside its parentheses, with the comment that may follow it. */
function cutOrder(spelled: Sql, meaningful: readonly Token[]): readonly [expression: Sql, order: string] {
	const shape = meaningful.map(shapeOf).join('');
	const count = /o?(?:uf)?$/.exec(shape)?.[0].length ?? 0;
	const last = spelled.at(-1);
	const start = meaningful.at(-count)?.start;
	if (count === 0 || typeof last !== 'string' || start === undefined) return [spelled, ''];
	const offset = start - (textOf(spelled).length - last.length);
	if (offset < 0) return [spelled, ''];
	return [[...spelled.slice(0, -1), last.slice(0, offset).trimEnd()] as unknown as Sql, last.slice(offset)];
}

/** Whether the grammar takes the words without further parentheses: a column, a call or a group, then modifiers. */
function isElement(words: readonly Token[]): boolean {
	const shape = words.map(shapeOf).join('');
	const name = /^n(\.n)*/.exec(shape)?.[0].length ?? 0;
	const isCall = words[name]?.text === '(';
	const first = (words[0]?.text ?? '').toLowerCase();
	if (isCall ? NO_CALLS.has(first) : name !== 1 || KEYWORDS.has(first)) return false;
	const rest = words.slice(isCall ? groupEnd(words, name) : 1);
	const hasKeyword = rest.some((word) => shapeOf(word) === 'n' && KEYWORDS.has(word.text.toLowerCase()));
	return MODIFIERS.test(shapeWithGroups(rest)) && !hasKeyword;
}

/** The same, a group in parentheses as one letter: the parameters of an operator class. */
function shapeWithGroups(words: readonly Token[]): string {
	let shape = '';
	for (let index = 0; index < words.length; ) {
		const isGroup = words[index]?.text === '(';
		shape += isGroup ? 'g' : shapeOf(words[index] as Token);
		index = isGroup ? groupEnd(words, index) : index + 1;
	}
	return shape;
}

/** Where the group ends that opens at a word. */
function groupEnd(words: readonly Token[], open: number): number {
	let depth = 0;
	for (let index = open; index < words.length; index++) {
		if (words[index]?.text === '(') depth++;
		if (words[index]?.text === ')') depth--;
		if (depth === 0) return index + 1;
	}
	return words.length;
}

function shapeOf({ kind, text }: Token): string {
	const word = text.toLowerCase();
	if (word === 'collate') return 'c';
	if (word === 'asc' || word === 'desc') return 'o';
	if (word === 'nulls') return 'u';
	if (word === 'first' || word === 'last') return 'f';
	if (text === '.') return '.';
	return kind === 'word' || text.startsWith('"') ? 'n' : 'x';
}
