import { tokensOf } from './statement-tokens.ts';

/** The text of CREATE INDEX, cut around the name of the table. */
export interface IndexText {
	/** `CREATE UNIQUE INDEX account_email ON` */
	readonly head: string;
	/** From the method or the columns on. */
	readonly rest: string;
}

/** The same index, built while others work. */
export const builtConcurrently = (text: string): string => text.replace(/\bindex\b/i, (word) => `${word} CONCURRENTLY`);

/** Cut the text of CREATE INDEX; CONCURRENTLY is left out. */
export function indexText(text: string): IndexText {
	const all = tokensOf(text);
	const isWord = (at: number, word: string): boolean => all[at]?.text.toUpperCase() === word;
	const on = all.findIndex((_, at) => isWord(at, 'ON'));
	let at = isWord(on + 1, 'ONLY') ? on + 3 : on + 2;
	while (all[at]?.text === '.') at += 2;
	if (all[at]?.text === '*') at++;
	const head = text.slice(0, all[on]?.end ?? text.length).replace(/\s+concurrently\b/i, '');
	return { head, rest: text.slice(all[at]?.start ?? text.length) };
}
