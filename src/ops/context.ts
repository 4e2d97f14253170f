import type { FinalName } from '../schema/final-name.ts';

/** What a revision may know about the run it is part of. Frozen. */
export interface RevisionContext {
	/** The dialect the script is for. */
	readonly dialect: string;
	readonly direction: 'upgrade' | 'downgrade';
	/** The id of the revision that is running. */
	readonly revision: string;
	/** Always true: gen-sql has no connection. */
	readonly offline: true;
	/** The values of `-x key=value`; a key without `=` has the value `''`, the last of several wins. */
	readonly x: Readonly<Record<string, string>>;
}

/** What `op` offers beside operations. */
export interface ContextMethods {
	/**
	 * The run this revision is part of.
	 *
	 * @example
	 * if (op.getContext().x['tenant'] === 'acme') op.execute('…');
	 */
	getContext(): RevisionContext;

	/**
	 * Mark the name of a constraint or an index as final: the naming convention leaves it as it is.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID or IDENTIFIER_INVALID when it is not a name.
	 *
	 * @example
	 * op.dropConstraint(op.f('ck_message_size'), 'message', 'check');
	 */
	f(name: string): FinalName;

	/**
	 * Run the operations of a block outside a transaction.
	 *
	 * What came before the block is committed first; afterwards a new transaction begins.
	 *
	 * @param block - May be async; then the call must be awaited.
	 * @throws {GenSqlError} OPERATION_LATE when an async block is not awaited.
	 *
	 * @example
	 * op.autocommitBlock(() => op.execute("ALTER SYSTEM SET work_mem = '64MB'"));
	 */
	autocommitBlock<Result>(block: () => Result): Result;
}
