import type { Dialect } from '../dialects/dialect.ts';
import { meaningsOf, type StatementMeaning } from '../diff/meaning.ts';
import type { StatementFacts } from '../revisions/versioned-facts.ts';

/** A statement of a revision that means something, and the facts that it stands in. */
export interface BodyStatement extends StatementMeaning {
	readonly facts: StatementFacts;
}

/**
 * What the statements of a revision mean: not the transactions, guards and version rows around them, which are gen-sql's
 * and may be said otherwise by another version.
 *
 * @param text - The script.
 * @param statements - Which of its lines are the revision's.
 */
export async function bodyOf(
	text: string,
	statements: readonly StatementFacts[],
	dialect: Dialect,
): Promise<readonly BodyStatement[]> {
	const meanings = await meaningsOf(text, dialect);
	let at = 0;
	return meanings.flatMap((meaning): readonly BodyStatement[] => {
		while ((statements[at]?.lastLine ?? Number.POSITIVE_INFINITY) < meaning.line) at++;
		const facts = statements[at];
		return facts && facts.line <= meaning.line ? [{ ...meaning, facts }] : [];
	});
}

/** The first place in which two revisions mean different things; undefined when there is none. */
export function firstDifference(
	before: readonly BodyStatement[],
	after: readonly BodyStatement[],
): { readonly before: BodyStatement | undefined; readonly after: BodyStatement | undefined } | undefined {
	for (let index = 0; index < Math.max(before.length, after.length); index++) {
		const [was, is] = [before[index], after[index]];
		if (was && is && was.meaning === is.meaning && isNeedSame(was.facts, is.facts)) continue;
		return { before: was, after: is };
	}
	return undefined;
}

const isNeedSame = (a: StatementFacts, b: StatementFacts): boolean =>
	a.transaction === b.transaction && (a.commitAfter ?? false) === (b.commitAfter ?? false);
