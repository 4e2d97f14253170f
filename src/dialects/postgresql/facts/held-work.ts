import { append } from '../../../core/keys.ts';
import type { RelationFacts, StatementFacts } from '../../facts.ts';
import { usedByOthers, workOf } from '../../lock-words.ts';
import { strength } from './relation-locks.ts';

/** What a statement does to relations, and the transaction that it runs in. */
type Locking = Pick<StatementFacts, 'transaction' | 'relations'>;

/**
 * What statements do to each relation that others use, one after the other. The lock is the strongest one that the
 * transaction has on the relation by then: an index that is built behind ALTER TABLE holds up readers, too. What a rollback
 * to a savepoint gives back counts as held.
 *
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
 */
export function workUnderLocks(statements: Iterable<Locking>): readonly RelationFacts[] {
	let held = new Map<string, RelationFacts>();
	let current: number | undefined;
	const found: RelationFacts[] = [];
	for (const { transaction, relations } of statements) {
		if (transaction === undefined || transaction !== current) held = new Map();
		current = transaction;
		for (const facts of usedByOthers(relations)) {
			const before = held.get(facts.name);
			const strongest = before && strength(before) > strength(facts) ? before : facts;
			held.set(facts.name, strongest);
			found.push({ ...facts, lock: strongest.lock, blocks: strongest.blocks });
		}
	}
	return found;
}

/** What matters most: the strongest lock, with the longest work under it, and longer work that is done under another one. */
export function heaviest(all: readonly RelationFacts[]): readonly RelationFacts[] {
	const under = greatest(all, byWeight);
	const longest = greatest(all, byWork);
	if (!under || !longest) return [];
	return byWork(longest, under) > 0 ? [under, longest] : [under];
}

/** The same of each relation by itself. The strongest lock comes first, and the longest work of those. */
export function heaviestOfEach(all: readonly RelationFacts[]): readonly RelationFacts[] {
	const byName = new Map<string, RelationFacts[]>();
	for (const facts of all) append(byName, facts.name, facts);
	const each = [...byName.values()].map(heaviest);
	return each.sort(([one], [other]) => (one && other ? byWeight(other, one) : 0)).flat();
}

type Comparison = (one: RelationFacts, other: RelationFacts) => number;

/** The first of those that are greater than all others. */
const greatest = (all: readonly RelationFacts[], compare: Comparison): RelationFacts | undefined =>
	all.reduce<RelationFacts | undefined>((most, one) => (most && compare(most, one) >= 0 ? most : one), undefined);

const byWork: Comparison = (one, other) => workOf(one) - workOf(other);

/** By the lock, and then by the work. */
const byWeight: Comparison = (one, other) => strength(one) - strength(other) || byWork(one, other);
