import { LOCK_MODES } from '../dialects/postgresql/facts/lock-modes.ts';
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

const found = new WeakMap<ReadonlyMap<string, string>, readonly Held[]>();

/** The locks that keep writers out, held before the statement on relations that others use; an index goes with its table, and the table of a migration tool has no other users. */
export function heldLocks({ facts: { held }, history }: Seen): readonly Held[] {
	const known =
		found.get(held) ??
		[...held].flatMap(([name, lock]) =>
			STRONG.has(lock) && !history.isIndex(name) && !isVersionTable(name) ? [{ name, lock }] : [],
		);
	found.set(held, known);
	return known;
}

/** The one of them on a relation. */
export function heldOn(name: string, { facts }: Seen): Held | undefined {
	const lock = facts.held.get(name);
	return lock !== undefined && STRONG.has(lock) ? { name, lock } : undefined;
}
