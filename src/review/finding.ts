import type { RelationFacts } from '../dialects/facts.ts';
import type { StatementDiff } from '../diff/report.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The severities, the most severe first. */
export const LEVELS = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** Lines and columns count from 1; the file is an absolute path, `-` for standard input. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

/** What a rule has to say about one statement. */
export interface Finding {
	readonly rule: string;
	readonly severity: Severity;
	/** One clause: what this statement does, with the names. */
	readonly message: string;
	/** One or two sentences, the same for each finding of a rule. */
	readonly why: string;
	/** A safer SQL. */
	readonly instead?: string;
	/** The column or constraint that it is about, where the statement defines it; else the statement. */
	readonly sql: Place & { readonly endLine: number };
	/** The text of the statement. */
	readonly statement: string;
	/** Where that begins, when it is another place. */
	readonly begin?: { readonly line: number; readonly column: number };
	/** The call in TypeScript. */
	readonly source?: Place;
	readonly revision?: string;
	/** Made of the rule, the meaning of the statement, its object and the revision or file; not of lines. */
	readonly fingerprint: string;
}

/** A finding that a comment allows. */
export interface WaivedFinding extends Finding {
	/** Why, as the comment says. */
	readonly reason: string;
}

/** A statement that was looked at, with what it does to relations that others use. Lines and columns count from 1. */
export interface ReviewedStatement {
	readonly line: number;
	readonly column: number;
	/** Its text. */
	readonly statement: string;
	/** What it does: `ALTER TABLE`. */
	readonly kind: string;
	/** The call in TypeScript. */
	readonly source?: Place;
	/** Counts from 1 in a script; undefined outside of BEGIN. */
	readonly transaction: number | undefined;
	/** Whether it may run in a transaction that has other statements. */
	readonly transactional: boolean;
	/** With the strongest lock on each; none when it cannot be parsed. */
	readonly relations: readonly RelationFacts[];
}

/** A script that was looked at. */
export interface Reviewed {
	readonly file: string;
	readonly revision?: string;
	readonly title?: string;
	/** How many statements it has; of a revision, those of its calls alone. */
	readonly statements: number;
	/** How many of them are new or changed, where the script was compared with what it was. */
	readonly changed?: number;
	/** Whether nothing of it was there before, where it was compared. */
	readonly isNew?: boolean;
	/** Whether the revision has a downgrade, where the script is its upgrade. */
	readonly isReversible?: boolean;
	/** Those that are new or changed: of a revision those of its calls alone, and none of a part that takes others back. */
	readonly locks: readonly ReviewedStatement[];
	/** What differs from what the script was, where it was compared; of a revision, in its calls alone. */
	readonly changes?: readonly StatementDiff[];
	/** What these do together to each relation that others use. The strongest lock comes first. */
	readonly relations: readonly RelationFacts[];
}

/** What scripts were compared with. */
export interface ReviewedAgainst {
	/** As it was named: `main`. */
	readonly ref: string;
	/** How many statements are new, or mean something else there; of revisions, those of the calls alone. */
	readonly changed: number;
	readonly unchanged: number;
}

/** What was looked at, and what was found, by place. */
export interface Review {
	readonly findings: readonly Finding[];
	readonly reviewed: readonly Reviewed[];
	/** What was found, too, and does not count, since comments allow it; absent when there is nothing. */
	readonly waived?: readonly WaivedFinding[];
	/** How many scripts were read and not reviewed, as the settings say; absent when none were. */
	readonly passedOver?: number;
	/** Absent when all statements were reviewed. */
	readonly against?: ReviewedAgainst;
}
