import type { RelationFacts } from '../../facts.ts';
import { usedByOthers, workOf } from '../../lock-words.ts';
import { type LockMode, strengthOf } from './lock-modes.ts';

/**
 * What several statements do together to each relation that others use: its strongest lock, and all work on it, though
 * that may be done under a weaker one. The strongest lock comes first, and the longest work of those.
 *
 * @param relations - Those of one statement after the other.
 */
export function relationLocks(relations: Iterable<readonly RelationFacts[]>): readonly RelationFacts[] {
	const found = new Map<string, Gathered>();
	for (const each of relations) {
		for (const facts of usedByOthers(each)) {
			const { facts: known, reasons } = found.get(facts.name) ?? { facts, reasons: new Set() };
			for (const reason of facts.reasons) reasons.add(reason);
			found.set(facts.name, { facts: together(known, facts), reasons });
		}
	}
	const all = [...found.values()].map(({ facts, reasons }) => ({ ...facts, reasons: [...reasons] }));
	return all.sort((a, b) => strength(b) - strength(a) || workOf(b) - workOf(a));
}

interface Gathered {
	readonly facts: RelationFacts;
	/** Those of all statements. */
	readonly reasons: Set<string>;
}

/** How strong the lock is. */
export const strength = ({ lock }: RelationFacts): number => strengthOf(lock as LockMode);

function together(one: RelationFacts, other: RelationFacts): RelationFacts {
	const { lock, blocks } = strength(one) < strength(other) ? other : one;
	return {
		...one,
		lock,
		blocks,
		rewrite: one.rewrite || other.rewrite,
		scan: one.scan || other.scan,
		indexBuild: one.indexBuild || other.indexBuild,
	};
}
