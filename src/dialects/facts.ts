import type { SyntaxProblem } from '../sql/parse-postgresql.ts';

export type { SyntaxProblem } from '../sql/parse-postgresql.ts';

/** What other sessions wait for while a lock is held. */
export interface Blocks {
	readonly reads: boolean;
	readonly writes: boolean;
	/** Whether every other change of the relation waits; the strongest changes wait for any lock. */
	readonly ddl: boolean;
}

/** A relation that a statement touches, with the strongest lock it takes on it. */
export interface RelationFacts {
	/** `schema.name`, as the server stores the names. */
	readonly name: string;
	/** `table`, `partitioned table`, `view`, `index` and so on; `unknown` when nothing tells. */
	readonly kind: string;
	/** Whether it has rows of its own or in its partitions: what is no view, index, sequence or type. */
	readonly isTable: boolean;
	/** The word of the dialect: `ACCESS EXCLUSIVE`. */
	readonly lock: string;
	readonly blocks: Blocks;
	/** Whether all rows are written anew. */
	readonly rewrite: boolean;
	/** Whether all rows are read. */
	readonly scan: boolean;
	/** Whether an index is built on it that was not there before; indexes that a rewrite carries along do not count. */
	readonly indexBuild: boolean;
	/** Whether the script itself created it, so that nobody else waits for it. */
	readonly isNew: boolean;
	/** How many rows it has, as the settings say; absent where they do not. */
	readonly rows?: number;
	/** Why it is rewritten, read, or locked as it is. */
	readonly reasons: readonly string[];
}

/** An object with its kind: `{ kind: 'column', name: 'public.t.a' }`. */
export interface NamedObject {
	readonly kind: string;
	readonly name: string;
}

/** What a change of its type does to a column, and to what depends on it. */
export interface TypeChangeFacts {
	/** `public.t.a` */
	readonly column: string;
	/** Whether all rows are written anew; also so when the old type is not known. */
	readonly rewrite: boolean;
	/** Whether values may not fit any more. */
	readonly narrows: boolean;
	/** The indexes that are built anew although the rows stay. */
	readonly indexes: readonly string[];
	/** The checks that are tried on all rows once more. */
	readonly checks: readonly string[];
}

/** What is held or set where a statement begins. */
export interface TransactionFacts {
	/** Counts from 1 in a script; statements outside BEGIN have none. */
	readonly transaction: number | undefined;
	/** The locks that earlier statements of the transaction hold on relations that the script did not create. */
	readonly held: ReadonlyMap<string, string>;
	/** The settings in force that earlier statements made: `lock_timeout`, `search_path` and so on. */
	readonly settings: ReadonlyMap<string, string>;
}

/** What one statement does to the database. */
export interface StatementFacts extends TransactionFacts {
	/** Whether it may run in a transaction that has other statements. */
	readonly transactional: boolean;
	/** In the order in which they are first touched. */
	readonly relations: readonly RelationFacts[];
	readonly creates: readonly NamedObject[];
	readonly drops: readonly NamedObject[];
	/** One for each table that an ALTER COLUMN … TYPE reaches. */
	readonly typeChanges: readonly TypeChangeFacts[];
}

/** Reads the statements of one script in order, and keeps in mind what they leave behind. */
export interface FactReader {
	/** The facts of each statement in a text, which is most often one; or what is wrong with it. Never throws. */
	read(text: string): readonly StatementFacts[] | SyntaxProblem;
	/** A reader for the next script: it knows the same schema, and takes all of it for there before. */
	next(script?: ScriptAssumptions): FactReader;
	/**
	 * Begin a part of the script that is run by itself.
	 *
	 * @param isWrapped - Whether its runner opens a transaction around it; what is taken for true of the script goes before.
	 */
	enter(isWrapped: boolean): void;
	/** A reader for a part that goes on from here, of which nothing stays: one that takes back what the script does. */
	aside(isWrapped?: boolean): FactReader;
}

/** What is taken for true of a script. */
export interface ScriptAssumptions {
	/** Whether it runs inside a transaction that something else begins. Default: what its marks say, else not. */
	readonly isInTransaction?: boolean | undefined;
}

export interface FactOptions {
	/** The major version of the server. */
	readonly version: number;
	/** How many rows relations have, by their names as facts have them: `public.account`. */
	readonly rows?: ReadonlyMap<string, number>;
	/** Whether what is read first is a baseline: what it does not hold is not there, and IF EXISTS passes over it. */
	readonly hasBaseline?: boolean;
}

/** Loads what reads facts. */
export type LoadFacts = () => Promise<(options: FactOptions) => FactReader>;
