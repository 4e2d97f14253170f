import type { RevisionContext } from '../ops/context.ts';
import type { SqlFragment } from '../sql/sql.ts';

/** A step of a script, after its version rows have changed. */
export interface AppliedVersion extends Omit<RevisionContext, 'direction'> {
	/** A stamp says in the version table alone that the database is there, and runs no revision. */
	readonly direction: RevisionContext['direction'] | 'stamp';
	/** The first line of the comment of the revision. */
	readonly title: string;
	/** The ids this step leads away from and to; none is the base. A purge leads away from `anything`. */
	readonly from: readonly string[];
	readonly to: readonly string[];
	/** The rows of the version table after it, in code-point order. */
	readonly rows: readonly string[];
}

type AppliedSql = string | SqlFragment | readonly (string | SqlFragment)[] | null | undefined;

/**
 * Gives the SQL that is to stand beside the version rows of a step, in the same transaction: an entry in a journal of
 * deployments, a notification. It is called once for each step of a script, in their order: for each revision, and
 * for each row that a stamp changes.
 *
 * @returns One text or several, each as for `op.execute()`; nothing for none.
 */
export type OnVersionApply = (step: AppliedVersion) => AppliedSql | Promise<AppliedSql>;
