import type { ActedOn } from '../sql/reading.ts';
import type { WordRun } from './differ.ts';

/** What happened to a revision, or to a script of one. The last two change no meaning. */
export type Change = 'added' | 'removed' | 'changed' | 'moved' | 'reformatted';

/** A statement where it stands. */
export interface PlacedStatement {
	readonly text: string;
	/** Counts from 1. */
	readonly line: number;
}

/** A statement that one of two scripts has alone, has in another form, or has in another place of the order. */
export interface StatementDiff {
	readonly change: 'added' | 'removed' | 'changed' | 'moved';
	/** What it acts on, where that is known. */
	readonly object?: ActedOn;
	readonly before?: PlacedStatement;
	readonly after?: PlacedStatement;
	/** What changed, word by word. */
	readonly words?: readonly WordRun[];
}

/** A file as it is on one side. */
export interface FileText {
	/** From the folder that is compared, with slashes. */
	readonly path: string;
	readonly text: string;
}

/** A file that has other bytes on the two sides, or another path, or is only on one of them. */
export interface FileDiff {
	readonly before?: FileText;
	readonly after?: FileText;
}

/** A script that is not the same on both sides. */
export interface ScriptDiff extends FileDiff {
	/** Absent for a file that is no direction of a revision. */
	readonly direction?: 'up' | 'down';
	readonly change: Change;
	/** Of a changed script, and of one that is on one side alone: those of the revision, where its facts tell. */
	readonly statements: readonly StatementDiff[];
	/** How many of its statements the grammar of the dialect does not know: their tokens were compared. */
	readonly unparsed: number;
}

/** A revision, or a file of another tool, that is not the same on both sides. */
export interface RevisionDiff {
	readonly change: Change;
	/** The path of its files without their endings, where it is; where it was, when it was removed. */
	readonly path: string;
	/** The path it had, when it was another one. */
	readonly from?: string;
	/** From its facts; absent for files of other tools. */
	readonly revision?: string;
	readonly title?: string;
	readonly dialect: string;
	/** Its parents, when they changed. */
	readonly parents?: { readonly before: readonly string[]; readonly after: readonly string[] };
	readonly scripts: readonly ScriptDiff[];
	/** Files without SQL that differ, such as its facts. */
	readonly others: readonly FileDiff[];
}

/** What was compared, in words. */
export interface SideFacts {
	/** `main (4f3a2b1c)`, `out`. */
	readonly label: string;
	/** Where the paths of its files begin in the repository, or in the folder that was named; ends with a slash. */
	readonly prefix: string;
	/** The path of the file, when a single one is compared. */
	readonly file?: string;
}

/** What differs between two states of versioned SQL files. */
export interface DiffReport {
	readonly before: SideFacts;
	readonly after: SideFacts;
	/** Whether the SQL of both sides means the same. */
	readonly isSame: boolean;
	/** How many revisions there are of each change, and how many have the same bytes. */
	readonly counts: Readonly<Record<Change | 'unchanged', number>>;
	/** How many files mean the same and have other bytes. */
	readonly rerendered: number;
	/**
	 * Files of revisions that are others in the work tree than in the commit, while no script of theirs is: the scripts may
	 * be older than they. Only where the versioned files of both are compared, and there are some.
	 */
	readonly notBuilt?: readonly string[];
	/** What is not the same, in the order of the paths. */
	readonly revisions: readonly RevisionDiff[];
}
