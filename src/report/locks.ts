import type { RelationFacts } from '../dialects/facts.ts';
import { usedByOthers, workOf } from '../dialects/lock-words.ts';
import type { Reviewed, ReviewedStatement } from '../review/finding.ts';
import { isControl } from '../review/statement-kind.ts';

type Locks = Pick<Reviewed, 'locks'>;

/** How many kinds of statements are named. */
const KINDS = 5;

/** `2 × ALTER TABLE, 1 × CREATE INDEX`; `none`. */
export function operationsOf({ locks }: Locks): string {
	const counts = new Map<string, number>();
	for (const { kind } of operations(locks)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	const named = [...counts].slice(0, KINDS).map(([kind, count]) => `${count} × ${kind}`);
	const others = [...counts].slice(KINDS).reduce((sum, [, count]) => sum + count, 0);
	return [...named, ...(others > 0 ? [`${others} others`] : [])].join(', ') || 'none';
}

/** `one`, `2 parts`, `outside`, or `one, and outside`; `none` without statements. */
export function transactionsOf({ locks }: Locks): string {
	const found = new Set(operations(locks).map(({ transaction }) => transaction));
	const isOutside = found.delete(undefined);
	const parts = found.size === 1 ? 'one' : `${found.size} parts`;
	if (found.size === 0) return isOutside ? 'outside' : 'none';
	return isOutside ? `${parts}, and outside` : parts;
}

const operations = (locks: readonly ReviewedStatement[]): readonly ReviewedStatement[] =>
	locks.filter(({ kind }) => !isControl(kind));

/** What matters most: the strongest lock, with the longest work under it, and longer work that is done under another one. */
export function heaviest({
	relations: [strongest],
	locks,
}: Pick<Reviewed, 'relations' | 'locks'>): readonly RelationFacts[] {
	if (!strongest) return [];
	const each = locks.flatMap(({ relations }) => usedByOthers(relations));
	const longestOf = (all: readonly RelationFacts[]): RelationFacts | undefined =>
		all.reduce<RelationFacts | undefined>((most, one) => (most && workOf(most) >= workOf(one) ? most : one), undefined);
	const under = longestOf(each.filter(({ lock }) => lock === strongest.lock)) ?? strongest;
	const longest = longestOf(each) ?? under;
	return workOf(longest) > workOf(under) ? [under, longest] : [under];
}
