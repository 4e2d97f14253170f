import { isMeaningful, type Token, tokens } from '../../sql/scan.ts';
import { textOf } from '../../sql/split.ts';
import type { SqlFragment } from '../../sql/sql.ts';
import { concat, raw, type Sql } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { KEYWORDS } from './keywords.ts';

/** What may follow the indexed expression, written as one letter a word: see `shapeOf`. */
const MODIFIERS = /^(cn)?(n(\.n)?)?(o)?(uf)?$/;
const ORDER = /\s*(?:\b(?:asc|desc)\b)?\s*(?:\bnulls\s+(?:first|last)\b)?\s*$/i;

/** `(…)` around an expression. */
export const parenthesized = (expression: Sql): Sql => concat(raw('('), expression, raw(')'));

/**
 * A part of an index: a column by its name, or an expression with its collation, operator class and order.
 *
 * The grammar takes a column and a function call as they are; any other expression gets the parentheses it needs.
 *
 * @see https://www.postgresql.org/docs/current/sql-createindex.html
 */
export function indexElement(subject: string | SqlFragment, q: Spelling): Sql {
	if (typeof subject === 'string') return q.name(subject);
	const spelled = q.expression(subject);
	if (isElement([...tokens(textOf(spelled))].filter(isMeaningful))) return spelled;
	const last = spelled.at(-1);
	const order = typeof last === 'string' ? (ORDER.exec(last)?.[0] ?? '') : '';
	if (typeof last !== 'string' || order.trim() === '') return parenthesized(spelled);
	const expression = [...spelled.slice(0, -1), last.slice(0, last.length - order.length)] as unknown as Sql;
	return concat(parenthesized(expression), raw(` ${order.trim()}`));
}

/** Whether the grammar takes the words without further parentheses: a column, a call or a group, then modifiers. */
function isElement(words: readonly Token[]): boolean {
	const name = nameLength(words);
	const end = words[name]?.text === '(' ? groupEnd(words, name) : name;
	const isColumn = end === name;
	if (end === 0 || (isColumn && KEYWORDS.has((words[0]?.text ?? '').toLowerCase()))) return false;
	return MODIFIERS.test(words.slice(end).map(shapeOf).join(''));
}

/** How many words a name takes at the beginning: `a` or `a.b`. */
function nameLength(words: readonly Token[]): number {
	const shape = words.map(shapeOf).join('');
	return /^n(\.n)*/.exec(shape)?.[0].length ?? 0;
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
