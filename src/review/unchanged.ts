import { compareStatements } from '../diff/compare-statements.ts';
import type { Differ } from '../diff/differ.ts';
import { meaningOf, meaningsIn } from '../diff/meaning.ts';
import type { StatementDiff } from '../diff/report.ts';
import type { Grammar, Reading } from '../sql/reading.ts';
import { Bag } from './bag.ts';

/** What a script was in the commit that it is compared with: the same, another text, or nothing. */
export type Before = 'same' | 'nothing' | TextBefore;

/** The text that a script was. */
interface TextBefore {
	readonly text: string;
	/** Which of its lines were of the calls of the revision; absent where all were, or nothing tells. */
	readonly own?: readonly { readonly line: number; readonly lastLine: number }[] | undefined;
}

/** What differs between a script and what it was; of what has gone, what the revision itself had. */
export function changesSince(
	before: Before,
	text: string,
	{
		reading,
		grammar,
		differ,
	}: { readonly reading: Reading; readonly grammar: Grammar | undefined; readonly differ: Differ },
): readonly StatementDiff[] {
	if (before === 'same') return [];
	const { text: old, own = undefined } = before === 'nothing' ? { text: '' } : before;
	const [then, now] = [old, text].map((each) => meaningsIn(each, reading, grammar));
	const isOwn = (line: number): boolean => own?.some((each) => each.line <= line && line <= each.lastLine) ?? true;
	return compareStatements(then ?? [], now ?? [], differ).filter(
		({ change, before: gone }) => change !== 'removed' || !gone || isOwn(gone.line),
	);
}

/**
 * Which of some statements there were before: each of those is one of these. Statements that mean the same are the same,
 * wherever they stand.
 */
export function unchangedAmong(
	statements: readonly string[],
	before: readonly string[],
	reading: Reading,
	grammar: Grammar | undefined,
): readonly boolean[] {
	const texts = new Bag(before);
	const isSame = statements.map((text) => texts.take(text));
	// Most are the same letter by letter. What the others mean takes longer to find.
	const meanings = new Bag(texts.left().map((text) => meaning(text, reading, grammar)));
	return statements.map((text, index) => isSame[index] || meanings.take(meaning(text, reading, grammar)));
}

function meaning(text: string, reading: Reading, grammar: Grammar | undefined): string {
	try {
		return meaningOf(text, reading, grammar).meaning;
	} catch {
		// A quote that is not closed.
		return `text:${text}`;
	}
}
