import type { Token } from '../sql/scan.ts';
import { tokensOf } from './statement-tokens.ts';

/** One of the clauses behind the type of a new column, such as `DEFAULT now()`, with its name in front, if any. */
export interface Clause {
	/** Its first word in capitals, behind CONSTRAINT and a name: `DEFAULT`, `CHECK`, `NOT`. */
	readonly kind: string;
	readonly text: string;
}

/** The text of ALTER TABLE … ADD COLUMN, cut at its clauses. */
export interface ColumnText {
	/** Up to the type, with it. */
	readonly head: string;
	readonly clauses: readonly Clause[];
}

const STARTS = new Set(
	'CHECK COLLATE COMPRESSION CONSTRAINT DEFAULT GENERATED NOT NULL PRIMARY REFERENCES STORAGE UNIQUE'.split(' '),
);

/** Cut the text of a statement whose only action is ADD COLUMN. */
export function columnText(text: string): ColumnText {
	const all = tokensOf(text);
	const starts = clauseStarts(all);
	const pieces = starts.map((start, at): Clause => {
		const from = all[start]?.start ?? 0;
		const to = all[(starts[at + 1] ?? all.length) - 1]?.end;
		const named = wordAt(all, start) === 'CONSTRAINT' ? start + 2 : start;
		return { kind: wordAt(all, named), text: text.slice(from, to) };
	});
	return { head: text.slice(0, all[(starts[0] ?? all.length) - 1]?.end), clauses: pieces };
}

const wordAt = (all: readonly Token[], index: number): string => all[index]?.text.toUpperCase() ?? '';

/** The indexes of the tokens at which clauses begin, outside parentheses and behind the name of the column. */
function clauseStarts(all: readonly Token[]): readonly number[] {
	const words = all.map((_, index) => wordAt(all, index));
	const starts: number[] = [];
	let depth = 0;
	for (let index = words.indexOf('ADD') + 2; index < words.length; index++) {
		const word = words[index] ?? '';
		depth += word === '(' ? 1 : word === ')' ? -1 : 0;
		if (depth > 0 || !STARTS.has(word) || isInside(words, index, starts.at(-1))) continue;
		starts.push(index);
	}
	return starts;
}

/** Whether a word belongs to the clause before it, as in SET NULL, BY DEFAULT, DEFAULT NULL or NOT DEFERRABLE. */
function isInside(words: readonly string[], index: number, start: number | undefined): boolean {
	const before = words[index - 1] ?? '';
	const word = words[index];
	if (before === 'SET' || before === 'BY' || before === 'NOT' || before === 'IF') return true;
	if (word === 'NOT') return words[index + 1] !== 'NULL';
	if (start === undefined) return false;
	const isNamed = words[start] === 'CONSTRAINT' && index === start + 2;
	return isNamed || (words[start] === 'DEFAULT' && index === start + 1);
}

/** The statement without some of its clauses. */
export const withoutClauses = ({ head, clauses }: ColumnText, ...kinds: readonly string[]): string =>
	[head, ...clauses.filter(({ kind }) => !kinds.includes(kind)).map(({ text }) => text)].join(' ');
