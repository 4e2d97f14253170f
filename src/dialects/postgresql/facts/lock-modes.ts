import type { Blocks } from '../../facts.ts';

/**
 * The lock modes of tables, in rising strength.
 *
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
 */
export const LOCK_MODES = [
	'ACCESS SHARE',
	'ROW SHARE',
	'ROW EXCLUSIVE',
	'SHARE UPDATE EXCLUSIVE',
	'SHARE',
	'SHARE ROW EXCLUSIVE',
	'EXCLUSIVE',
	'ACCESS EXCLUSIVE',
] as const;

export type LockMode = (typeof LOCK_MODES)[number];

export const strengthOf = (mode: LockMode): number => LOCK_MODES.indexOf(mode);

export const stronger = (a: LockMode, b: LockMode): LockMode => (strengthOf(a) < strengthOf(b) ? b : a);

/** Reads take ACCESS SHARE, writes ROW EXCLUSIVE; the mildest of the other changes SHARE UPDATE EXCLUSIVE. */
export const blocksOf = (mode: LockMode): Blocks => ({
	reads: mode === 'ACCESS EXCLUSIVE',
	writes: strengthOf(mode) >= strengthOf('SHARE'),
	ddl: strengthOf(mode) >= strengthOf('SHARE UPDATE EXCLUSIVE'),
});
