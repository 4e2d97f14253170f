import type { QualifiedName } from '../core/names.ts';
import type { OperationKind, OperationOf } from '../ops/index.ts';
import type { Value } from '../schema/arguments.ts';
import type { Lexis } from '../sql/lexis.ts';
import type { Reading } from '../sql/reading.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { Statement } from '../sql/statement.ts';
import type { ColumnType } from '../sql/types.ts';
import type { Sql } from '../sql/words.ts';
import type { LoadFacts } from './facts.ts';

/** How a dialect spells names, types and values. The only code that adds quotes. */
export interface Spelling {
	/** The name of the dialect, for messages. */
	readonly dialect: string;
	/** How the dialect reads SQL text. */
	readonly lexis: Lexis;
	/** @throws {GenSqlError} IDENTIFIER_INVALID when the name is longer than the dialect stores. */
	name(name: string): Sql;
	/** A name with its schema, when it has one. */
	qualified(name: QualifiedName): Sql;
	/** The type that is meant in the dialect: variants, also of the items of arrays, are replaced. */
	resolveType(type: ColumnType): ColumnType;
	/** @throws {GenSqlError} OPERATION_UNSUPPORTED when the dialect has no such type. */
	type(type: ColumnType): Sql;
	/**
	 * A value as a literal, or an expression as it is.
	 *
	 * @param type - The type of the column the value is for; it decides how dates, JSON and arrays are written.
	 * @throws {GenSqlError} LITERAL_INVALID when the value has no literal of that type.
	 */
	value(value: Value | null, type?: ColumnType): Sql;
	/** SQL text with the names, values and parameters in it spelled out. */
	text(fragment: SqlFragment): Sql;
	/**
	 * The same, to stand inside a statement: what follows it is not swallowed by a comment.
	 *
	 * @throws {GenSqlError} SQL_INVALID when it is more than one expression, or a quote or parenthesis is not closed.
	 */
	expression(fragment: SqlFragment): Sql;
}

/** Turn one operation into the statements that carry it out. Pure: same operation, same text. */
export type Compile<Kind extends OperationKind> = (op: OperationOf<Kind>, q: Spelling) => readonly Statement[];

/** One entry per operation: leaving one out is a type error, so no dialect can forget an operation. */
export type CompileTable = { readonly [Kind in OperationKind]: Compile<Kind> };

/** The table that holds the ids a database is at. */
export interface VersionTable {
	readonly table: QualifiedName;
}

/** What a guard stands before: a transaction of its own, or statements outside one. */
export type GuardedPart = 'transaction' | 'outside';

/** What a script looks like from afar. */
export interface ScriptShape {
	/** How many parts are committed by themselves, and how many of them run outside a transaction. */
	readonly parts: number;
	readonly outside: number;
	/** Whether the statements of revisions are committed one by one although they need not be. */
	readonly commitsEach: boolean;
	/** Whether values are to be filled in when it runs. */
	readonly hasPlaceholders: boolean;
}

/** What a dialect says around the statements of revisions. */
export interface ScriptWords {
	/** Lines for the head of a script: how its parts hold together, and what has to be known of the client. */
	remarks(shape: ScriptShape): readonly string[];
	/** The command that runs a script. */
	readonly command: string;
	/** Settings of the session that the rest of the script relies on, and what takes them back. */
	readonly settings: readonly Sql[];
	readonly resets: readonly Sql[];
	/** Nothing, like `guardedBegin` and `commit`, where DDL is not transactional. */
	readonly begin: readonly Sql[];
	/** The same before a guard or a purge: these have to see what is committed, and no client may go on after one failed. */
	readonly guardedBegin: readonly Sql[];
	readonly commit: readonly Sql[];
	/**
	 * What stands before the guard of statements outside a transaction. Until that guard has passed, the session
	 * refuses to write, so that a client that goes on after an error still changes nothing.
	 */
	readonly beforeOutside: readonly Sql[];
	/** Create the version table when it is not there; never its schema. */
	createVersionTable(versions: VersionTable): readonly Sql[];
	/**
	 * Lock the version table, and fail unless its rows are exactly these ids.
	 *
	 * @param after - The mark of the part that has to be done before; only where the rows do not tell.
	 */
	guard(versions: VersionTable, expected: readonly string[], part: GuardedPart, after?: string): readonly Sql[];
	/**
	 * Let the statements of a part wait for a lock no longer than this, and what ends that when no commit does; absent
	 * where nothing is done online.
	 */
	lockTimeout?(
		milliseconds: number,
		part: GuardedPart,
	): { readonly begin: readonly Sql[]; readonly end: readonly Sql[] };
	/** Note in the session that a part is done; undone when its transaction fails. */
	markPart(mark: string): readonly Sql[];
	/** Forget the mark with the change of the rows: a later script in the session may come to the same one. */
	readonly forgetPart: readonly Sql[];
	insertVersion(versions: VersionTable, id: string): readonly Sql[];
	/** Fails unless exactly one row changes. */
	updateVersion(versions: VersionTable, from: string, to: string): readonly Sql[];
	/** Fails unless exactly one row goes. */
	deleteVersion(versions: VersionTable, id: string): readonly Sql[];
	/** Delete all rows, whatever they are, with no other script beside it. */
	clearVersions(versions: VersionTable): readonly Sql[];
	/** Statements of which one fails, with this message, and nothing is changed. */
	fail(message: string): readonly Sql[];
	/** A query that shows where the database is now. */
	verdict(versions: VersionTable): readonly Sql[];
}

/** Everything gen-sql knows about one dialect. */
export interface Dialect {
	readonly name: string;
	/** Schemes of database URLs that mean this dialect, before a `+driver`. */
	readonly urlSchemes: readonly string[];
	/** Whether a URL names a file, as `sqlite:///path`, and not a server. */
	readonly isFile: boolean;
	/** Whether a transaction can take DDL back. If not, each statement of a script is committed by itself. */
	readonly hasTransactionalDdl: boolean;
	/** Whether an enum is a type of its own, which is created before it is used. */
	readonly hasEnumTypes: boolean;
	readonly spelling: Spelling;
	/** How SQL of any origin is read, to tell whether two statements mean the same. */
	readonly reading: Reading;
	/** How the facts of statements are found; absent where nothing is known of locks. */
	readonly loadFacts?: LoadFacts;
	readonly compile: CompileTable;
	readonly script: ScriptWords;
}
