import { LOCK_MODES } from '../dialects/postgresql/facts/lock-modes.ts';
import { once } from './once.ts';
import type { Seen } from './seen.ts';
import { isVersionTable } from './version-tables.ts';

/** A lock that the transaction holds. */
export interface Held {
	/** `public.account`. */
	readonly name: string;
	readonly lock: string;
}

/** The modes for which writes wait. */
const STRONG: ReadonlySet<string> = new Set(LOCK_MODES.slice(LOCK_MODES.indexOf('SHARE')));

/**
 * The first two locks that keep writers out, held before the statement on relations that others use. An index goes with
 * its table, and the table of a migration tool has no other users.
 */
export const heldLocks = once(({ facts: { held }, history }: Seen): readonly Held[] => {
	const found: Held[] = [];
	for (const [name, lock] of held) {
		if (STRONG.has(lock) && !history.isIndex(name) && !isVersionTable(name)) found.push({ name, lock });
		if (found.length === 2) break;
	}
	return found;
});

/** Such a lock on a relation. */
export function heldOn(name: string, { facts }: Seen): Held | undefined {
	const lock = facts.held.get(name);
	return lock !== undefined && STRONG.has(lock) ? { name, lock } : undefined;
}
