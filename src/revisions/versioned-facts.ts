import { sha256 } from '../core/hash.ts';
import type { TransactionNeed } from '../sql/statement.ts';

/** The versioned files of a revision begin with the stem of its file, and end so. */
export const SUFFIXES = { upgrade: '.up.sql', downgrade: '.down.sql', facts: '.json' } as const;

/** A statement of a revision, as the facts tell of it. */
export interface StatementFacts {
	/** The operation it carries out, and on what: `createIndex`, `index ix_user_email`. */
	readonly kind?: string;
	readonly object?: string;
	/** Its first and its last line in the script. */
	readonly line: number;
	readonly lastLine: number;
	readonly transaction: TransactionNeed;
	readonly commitAfter?: boolean;
	/** The call that asked for it: `revisions/1975_user.ts:12:5`. */
	readonly source?: string;
}

/** A script of a revision. */
export interface ScriptFacts {
	/** Of its text, with line feeds. */
	readonly sha256: string;
	/** The kinds of its parts. */
	readonly segments: readonly string[];
	/** Those of the revision, without transactions, guards and version rows. */
	readonly statements: readonly StatementFacts[];
	/** Those that are to be filled in; absent when there are none. */
	readonly parameters?: readonly ParameterFacts[];
}

/** A parameter of a script. */
export interface ParameterFacts {
	readonly name: string;
	/** As the dialect spells it; `identifier` for a name. */
	readonly type: string;
	/** The SQL of its default. */
	readonly default?: string;
}

/** In the place of a script that would lead back. */
export interface NoWayBack {
	readonly irreversible: string;
	readonly sha256: string;
}

/** What `<stem>.json` says of a revision: who reads it needs neither TypeScript nor gen-sql. */
export interface VersionedFacts {
	readonly revision: string;
	readonly downRevision: readonly string[];
	readonly branchLabels: readonly string[];
	readonly dependsOn: readonly string[];
	readonly title: string;
	readonly upgrade: ScriptFacts;
	readonly downgrade: ScriptFacts | NoWayBack;
}

export const renderFacts = (facts: VersionedFacts): string => `${JSON.stringify(facts, null, '\t')}\n`;

/** The facts in a text; undefined when it holds something else, or is damaged. */
export function parseFacts(text: string): VersionedFacts | undefined {
	try {
		const facts = JSON.parse(text) as Partial<VersionedFacts> | null;
		return isFacts(facts) ? facts : undefined;
	} catch {
		return undefined;
	}
}

const isFacts = (facts: Partial<VersionedFacts> | null): facts is VersionedFacts =>
	typeof facts?.revision === 'string' &&
	[facts.downRevision, facts.branchLabels, facts.dependsOn].every(
		(ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'),
	) &&
	[facts.upgrade, facts.downgrade].every((script) => typeof script?.sha256 === 'string');

/** Whether a script is as it was written, whatever a checkout did to its line ends. */
export const isAsWritten = ({ sha256: written }: ScriptFacts | NoWayBack, text: string): boolean =>
	sha256(text) === written || sha256(text.replaceAll('\r\n', '\n')) === written;
