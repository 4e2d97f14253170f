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
	readonly sql: Place & { readonly endLine: number };
	/** Its text. */
	readonly statement: string;
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

/** What was looked at, and what was found, by place. */
export interface Review {
	readonly findings: readonly Finding[];
	readonly reviewed: readonly {
		readonly file: string;
		readonly revision?: string;
		readonly title?: string;
		readonly statements: number;
	}[];
	/** What was found, too, and does not count, since comments allow it; absent when there is nothing. */
	readonly waived?: readonly WaivedFinding[];
	/** How many scripts were read and not reviewed, as the settings say; absent when none were. */
	readonly passedOver?: number;
}
