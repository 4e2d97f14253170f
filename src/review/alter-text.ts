import type { Token } from '../sql/scan.ts';
import { tokensOf } from './statement-tokens.ts';

/** The text of ALTER TABLE, cut at its actions. */
export interface AlterText {
	/** Up to the name of the table, with it. */
	readonly head: string;
	readonly actions: readonly string[];
}

/** Cut the text of ALTER TABLE, or of ALTER for another kind of relation. */
export function alterText(text: string): AlterText {
	const all = tokensOf(text);
	const start = behindName(all);
	const commas = outerCommas(all, start);
	const actions = [start, ...commas.map((at) => at + 1)].map((from, index) =>
		text.slice(all[from]?.start ?? text.length, all[(commas[index] ?? all.length) - 1]?.end),
	);
	return { head: text.slice(0, all[start - 1]?.end), actions };
}

/** The index of the first token of the first action. */
function behindName(all: readonly Token[]): number {
	const isWord = (at: number, ...words: readonly string[]): boolean =>
		words.includes(all[at]?.text.toUpperCase() ?? '');
	let at = isWord(1, 'FOREIGN', 'MATERIALIZED') ? 3 : 2;
	if (isWord(at, 'IF')) at += 2;
	if (isWord(at, 'ONLY')) at++;
	at++;
	while (all[at]?.text === '.') at += 2;
	return all[at]?.text === '*' ? at + 1 : at;
}

function outerCommas(all: readonly Token[], from: number): readonly number[] {
	const found: number[] = [];
	let depth = 0;
	for (let at = from; at < all.length; at++) {
		const text = all[at]?.text ?? '';
		if (text === '(' || text === '[') depth++;
		if (text === ')' || text === ']') depth--;
		if (text === ',' && depth === 0) found.push(at);
	}
	return found;
}
