import type { Reading } from '../sql/reading.ts';
import { Bag } from './bag.ts';
import type { Cut } from './facts/cut.ts';
import type { CutScript } from './facts/script-facts.ts';
import type { Problem } from './rule.ts';

/** What a script was: the same, nothing, or another one. */
export type CutBefore = 'same' | 'nothing' | CutScript;

/** What a command of a client runs that does not stand in the script: with the text that it comes from, and its place. */
export interface UnseenInScript extends Cut {
	readonly problem: Problem;
	/** The statement whose comments are about it, too. Counts from 0. */
	readonly index: number;
}

/** What commands of a client run that nobody looks at, in the order of the script, without what was there before. */
export function unseenIn(script: CutScript, before: CutBefore, reading: Reading): readonly UnseenInScript[] {
	if (before === 'same') return [];
	const old = new Bag(before === 'nothing' ? [] : unseenOf(before, reading).map(keyOf));
	return unseenOf(script, reading).filter((each) => !old.take(keyOf(each)));
}

const keyOf = ({ text, problem }: UnseenInScript): string => JSON.stringify([text, problem.object]);

const unseenOf = ({ cuts, commands }: CutScript, { unseenBy }: Reading): readonly UnseenInScript[] =>
	commands.flatMap(({ text, start, index }) =>
		(unseenBy?.(text) ?? []).map(({ command, message, isOfQuery }) => {
			const problem = { object: command, message };
			const query = isOfQuery ? cuts[index - 1] : undefined;
			return query ? { ...query, problem, index: index - 1 } : { text, start, problem, index };
		}),
	);

/** What is said of a statement that is nothing but a variable. */
export const variableProblem = (text: string): Problem => ({
	object: text,
	message: `what ${text} holds is run as SQL, and not looked at`,
});
