import type { FinalName } from '../schema/final-name.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { LiteralValue } from '../sql/value.ts';
import type { Batch, BatchOptions } from './batch.ts';
import type { Op, Operation, OperationDraft } from './index.ts';
import type { XArguments } from './x-arguments.ts';

/** The database of a project that names none. */
export const DEFAULT_DATABASE = 'main';

/** What a revision may know about the run it is part of. Frozen. */
export interface RevisionContext {
	/** The dialect the script is for. */
	readonly dialect: string;
	/** The database the script is for, a key of the setting `databases`; `main` in a project without. */
	readonly database: string;
	readonly direction: 'upgrade' | 'downgrade';
	/** The id of the revision that is running. */
	readonly revision: string;
	/** What the scripts are part of: `--tag`, else the setting `tag`; absent when neither says. */
	readonly tag?: string;
	/** Always true: gen-sql has no connection. */
	readonly offline: true;
	/** The values of `-x key=value`. */
	readonly x: XValues;
}

/**
 * The values of `-x key=value`: a key without `=` has the value `''`, the last of several wins. Those that a project
 * declares in `XArguments` have the type that it says.
 */
export type XValues = Readonly<Partial<XArguments>> & Readonly<Record<string, string | undefined>>;

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

	/**
	 * Change one table in several ways, without naming it in each call.
	 *
	 * @param block - May be async; then the call must be awaited. What it is given must not be used afterwards.
	 * @throws {GenSqlError} OPERATION_LATE when an async block is not awaited, or the batch is used after it.
	 * @throws {GenSqlError} OPERATION_UNSUPPORTED when the table is always to be built anew, which PostgreSQL never needs.
	 *
	 * @example
	 * op.batchAlterTable('user', (batch) => {
	 *   batch.addColumn(column('nickname', t.text()));
	 *   batch.createIndex(null, ['nickname']);
	 * });
	 */
	batchAlterTable<Result>(table: string, block: (batch: Batch) => Result, options?: BatchOptions): Result;

	/**
	 * A value that stays a literal, whatever the setting `literalBinds` says: the same as `literal()`.
	 *
	 * @throws {GenSqlError} LITERAL_INVALID when it cannot be one.
	 *
	 * @example
	 * op.execute(sql`update account set plan = ${op.inlineLiteral('free')}`);
	 */
	inlineLiteral(value: LiteralValue): SqlFragment;

	/**
	 * Record an operation that was made as data, by `operations.<name>.create()`, `record()` or `reverse()`.
	 *
	 * @returns What the method of the operation returns.
	 * @throws {GenSqlError} ARGUMENT_INVALID when it was made in another way, so that nothing has checked it.
	 *
	 * @example
	 * op.invoke(operations.dropTable.create('user'));
	 */
	invoke<Made extends Operation | OperationDraft>(operation: Made): ReturnType<Op[Made['kind']]>;

	/**
	 * The text of an SQL file, for what takes SQL: the query of a view, the body of a function.
	 *
	 * @param file - Its path from the folder of the revision, with `/` between its parts, also when a helper calls.
	 * @returns Without a byte order mark; lines end with a line feed.
	 * @throws {GenSqlError} FILE_UNREADABLE when it cannot be read, or is not UTF-8.
	 *
	 * @example
	 * op.createView('active_user', op.readSql('views/active_user.sql'));
	 */
	readSql(file: string): string;

	/**
	 * A part of an upgrade that says itself how it is undone, for `downgrade = 'auto'`. The outermost part says it of all
	 * that is inside it.
	 *
	 * @param up - What the upgrade does here.
	 * @param down - What the derived downgrade does in its place; its calls are recorded in their own order.
	 * Either may be async; then the call must be awaited.
	 * @returns What `up` returns.
	 * @throws {GenSqlError} ARGUMENT_INVALID in a downgrade that is a function, and in `down`.
	 *
	 * @example
	 * op.reversible(
	 *   () => op.execute("update account set plan = 'free' where plan is null"),
	 *   () => op.execute("update account set plan = null where plan = 'free'"),
	 * );
	 */
	reversible<Result>(up: () => Result, down: () => void | Promise<void>): Result;

	/**
	 * Accept what a rule of the reviewer finds in the operations of a block. It is printed in front of each statement, so
	 * that whoever reviews the script sees it. The option `waive` says the same of one operation.
	 *
	 * @param rule - Its id.
	 * @param reason - One line.
	 * @param block - May be async; then the call must be awaited.
	 * @returns What the block returns.
	 * @throws {GenSqlError} ARGUMENT_INVALID when the rule is no id, or there is no reason.
	 * @throws {GenSqlError} OPERATION_LATE when an async block is not awaited.
	 *
	 * @example
	 * op.waive('drop-column', 'no reader since 2.3', () => {
	 *   op.dropColumn('account', 'nickname');
	 *   op.dropColumn('account', 'alias');
	 * });
	 */
	waive<Result>(rule: string, reason: string, block: () => Result): Result;
}

/** The methods of `op` that are no operations. */
export const CONTEXT_METHODS = [
	'autocommitBlock',
	'batchAlterTable',
	'f',
	'getContext',
	'inlineLiteral',
	'invoke',
	'readSql',
	'reversible',
	'waive',
] as const satisfies readonly (keyof ContextMethods)[];
