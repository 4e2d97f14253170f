import type { Project } from '../config/project.ts';
import { type ErrorCode, type GenSqlError, isGenSqlError } from '../core/error.ts';
import type { RevisionArtifacts } from '../revisions/artifacts.ts';
import type { Node, RevisionGraph } from '../revisions/graph.ts';

/** What is wanted of the checks. */
export interface CheckOptions {
	/** Look at the files and the graph alone; run no revision. Default `false`. */
	readonly graphOnly?: boolean;
	/** Told how many of the revisions are rendered. */
	readonly onRevision?: (rendered: number, all: number) => void;
	/** A commit by any name of git's: the revisions have to go on from those that it has. Default: none. */
	readonly against?: string | undefined;
}

/** What checks look at: a project whose revisions form a graph. */
export interface Subject {
	readonly project: Project;
	readonly graph: RevisionGraph;
	readonly options: CheckOptions;
}

/** A problem that a check may find, as `docs/check.md` lists it. */
export interface Finding {
	readonly code: ErrorCode;
	/** When it is found. */
	readonly cause: string;
	/** What to do. */
	readonly cure: string;
}

/** One of the things that are looked for. It knows nothing of the others. */
export interface Check {
	/** One word. */
	readonly name: string;
	/** What it looks at, in a sentence. */
	readonly about: string;
	readonly finds: readonly Finding[];
	/** Begin to look; undefined when it is not asked for. */
	begin(subject: Subject): CheckRun | undefined | Promise<CheckRun | undefined>;
}

/**
 * A check that looks. One that has `rendered` or `unrendered` is told of every revision, parents first: each is rendered
 * once for all checks, and forgotten.
 */
export interface CheckRun {
	/** Told of a revision that can be rendered, and what its versioned files are to hold. */
	rendered?(node: Node, artifacts: RevisionArtifacts): void | Promise<void>;
	/** Told of a revision that cannot, and why. */
	unrendered?(node: Node, problems: readonly GenSqlError[]): void;
	/** All that is wrong, when everything was seen. */
	end(): readonly GenSqlError[] | Promise<readonly GenSqlError[]>;
}

/** The errors that one stands for; a bug is thrown on. */
export function problemsOf(error: unknown): readonly GenSqlError[] {
	if (!isGenSqlError(error)) throw error;
	return [error, ...error.further];
}
