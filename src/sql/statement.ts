import type { CallSite } from '../core/source.ts';
import type { Waiver } from '../core/waiver.ts';
import type { Part, Sql } from './words.ts';

/**
 * What a statement needs of the transaction around it.
 *
 * - `any`: runs inside a transaction or outside.
 * - `own`: a transaction that holds nothing else, such as VALIDATE CONSTRAINT, so that no lock is held for longer.
 * - `never`: the server refuses it inside a transaction, such as CREATE INDEX CONCURRENTLY.
 */
export type TransactionNeed = 'any' | 'own' | 'never';

/** An operation, as facts of a statement tell of it. */
export interface CarriedOut {
	/** `createIndex` */
	readonly kind: string;
	/** `index app.ix_user_email`, names not quoted; absent when it is no single one. */
	readonly object?: string;
}

/** One statement of a script, without its terminator. */
export interface Statement {
	readonly parts: readonly Part[];
	readonly transaction: TransactionNeed;
	/** Whether later statements need this one committed, such as ALTER TYPE … ADD VALUE. */
	readonly commitAfter: boolean;
	/**
	 * Whether it fails when it has waited for its lock for the time that the project allows. While it waits, everything
	 * queues behind it that wants the table.
	 */
	readonly lockTimeout: boolean;
	/**
	 * A statement that fails unless this one took effect. It runs in the next transaction: outside one, nothing else
	 * keeps a client that goes on after an error from recording what failed as done.
	 */
	readonly confirmation?: Sql;
	/** The operation it carries out; absent, like the call that asked for it, on what gen-sql adds by itself. */
	readonly operation?: CarriedOut;
	/** What the reviewer need not tell of it, as comments in front of it say; absent when there is nothing. */
	readonly waivers?: readonly Waiver[];
	readonly at?: CallSite;
}

/** What may be said of a statement. */
export type Needs = Partial<Pick<Statement, 'transaction' | 'commitAfter' | 'lockTimeout' | 'confirmation'>>;

/** A statement of these parts; it runs in any transaction unless said otherwise. */
export const statement = (
	parts: Sql,
	{ transaction = 'any', commitAfter = false, lockTimeout = false, confirmation }: Needs = {},
): Statement => ({
	parts,
	transaction,
	commitAfter,
	lockTimeout,
	...(confirmation && { confirmation }),
});
