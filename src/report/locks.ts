import type { RelationFacts } from '../dialects/facts.ts';
import { heaviest, workUnderLocks } from '../dialects/postgresql/facts/held-work.ts';
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

/** What matters most of a script, each lock with what its transaction holds already. */
export const heaviestIn = ({ locks }: Locks): readonly RelationFacts[] => heaviest(workUnderLocks(locks));
