import type { NodeKind, NodeOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Severity } from './finding.ts';
import type { Seen } from './seen.ts';

/** What rules are about, in the order of the index. */
export const GROUPS = {
	data: 'Data loss',
	clients: 'Backward compatibility',
	transactions: 'Transactions and re-runs',
	locks: 'Locks, scans and rewrites',
	rows: 'May fail on existing data',
	design: 'Types and design',
	text: 'Names and text',
} as const;

export type Group = keyof typeof GROUPS;

/** What a rule found in one statement. */
export interface Problem {
	/** What it is about, `app.user` or `app.user.email`; a part of the fingerprint. */
	readonly object: string;
	/** One clause: what the statement does. */
	readonly message: string;
	/** A safer SQL. */
	readonly instead?: string | undefined;
	/** Where in the statement it stands, as the grammar counts. Default: at the definition of its object, else the beginning. */
	readonly location?: number | undefined;
	/** Where it is less, or more, than the rule itself says. */
	readonly severity?: Severity;
}

export type Problems = readonly Problem[];

/** One action of ALTER TABLE. */
export interface Action {
	readonly cmd: NodeOf<'AlterTableCmd'>;
	readonly statement: NodeOf<'AlterTableStmt'>;
	/** The table, or what else is altered. */
	readonly table: NodeOf<'RangeVar'>;
	/** As it is called in messages. */
	readonly name: string;
}

export type ActionType = NonNullable<NodeOf<'AlterTableCmd'>['subtype']>;

/** What is set for a rule, or its defaults; a text is a regular expression, and an empty one asks for nothing. */
export type RuleOptions = Readonly<Record<string, number | boolean | string>>;

/** Looks at statements of a kind. */
export type Listeners = {
	readonly [Each in NodeKind]?: (statement: NodeOf<Each>, seen: Seen, options: RuleOptions) => Problems;
};

/** Looks at actions of ALTER TABLE. */
export type ActionListeners = {
	readonly [Each in ActionType]?: (action: Action, seen: Seen, options: RuleOptions) => Problems;
};

/** A hazard: how it is told from the tree and the facts of a statement, and all that is said of it. */
export interface Rule {
	/** `off` is for who asks for it. */
	readonly severity: Severity | 'off';
	readonly group: Group;
	/** One sentence: what statements it finds. */
	readonly about: string;
	/** What happens then, and to whom. */
	readonly why: string;
	/** When it stays silent, and what to do where no SQL says it. */
	readonly advice?: string;
	/** The call of `op` that renders what the first bad example is told to do instead. */
	readonly op?: string;
	/** Pages of the manual. */
	readonly sources: readonly string[];
	/** Scripts. In each bad one it has something to say, in no good one. */
	readonly examples: { readonly bad: readonly string[]; readonly good: readonly string[] };
	/** What the examples are reviewed with, where that is not what is set by itself. */
	readonly given?: {
		readonly options?: RuleOptions;
		readonly version?: number;
		readonly minor?: number;
		/** Rules that are off: they would speak for this one. */
		readonly off?: readonly string[];
	};
	/** Other rules that have to say something of these examples. */
	readonly beside?: readonly string[];
	/** Rules that have nothing to add on the same object of a statement. */
	readonly covers?: readonly string[];
	/** Options with their defaults. */
	readonly options?: RuleOptions;
	/**
	 * Whether it is about work that grows with the rows, so that it has nothing to say where all tables that a statement
	 * works on are known to be small. Default: whether its group is `locks`.
	 */
	readonly dependsOnRows?: boolean;
	readonly statements?: Listeners;
	readonly actions?: ActionListeners;
	/** Looks at every statement. */
	readonly every?: (seen: Seen, options: RuleOptions) => Problems;
}

/** A rule of a project. It needs no pages of a manual and no examples. */
export interface OwnRule extends Omit<Rule, 'sources' | 'examples' | 'given' | 'beside'> {
	/** Pages that say more. */
	readonly sources?: readonly string[];
	/** Scripts for its page: it has something to say of the bad ones. */
	readonly examples?: { readonly bad?: readonly string[]; readonly good?: readonly string[] };
}

/**
 * Type-check a rule of a project, for `review.ownRules` of the configuration.
 *
 * @example
 * const noMoney = defineRule({
 *   severity: 'error',
 *   group: 'design',
 *   about: 'A column of type money.',
 *   why: 'Its form depends on the locale of the server.',
 *   actions: {
 *     AT_AddColumn: ({ name }, { text }) =>
 *       /\bmoney\b/i.test(text) ? [{ object: name, message: `"${name}" gets a column of type money` }] : [],
 *   },
 * });
 */
export const defineOwnRule = (rule: OwnRule): OwnRule => Object.freeze(rule);

export const defineRule = (rule: Rule): Rule => Object.freeze(rule);

/** Nothing to say. */
export const NONE: Problems = [];
