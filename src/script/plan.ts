import { byCodePoint } from '../core/keys.ts';
import { oneLine } from '../core/text.ts';
import type { Dialect, GuardedPart, ScriptWords, VersionTable } from '../dialects/dialect.ts';
import type { Lexis } from '../sql/lexis.ts';
import { type Statement, statement } from '../sql/statement.ts';
import type { Sql } from '../sql/words.ts';
import type { BoundParameter } from './bind.ts';

/** A change of the rows of the version table. */
export type VersionChange =
	| { readonly kind: 'insert'; readonly to: string }
	| { readonly kind: 'update'; readonly from: string; readonly to: string }
	| { readonly kind: 'delete'; readonly from: string };

/** Change rows as the database will. */
export function applyChange(rows: Set<string>, change: VersionChange): void {
	if (change.kind !== 'insert') rows.delete(change.from);
	if (change.kind !== 'delete') rows.add(change.to);
}

/** Which way a script goes. */
export type Direction = 'upgrade' | 'downgrade';

/** What a script does: lead somewhere, or say in the version table alone that the database is there. */
export type ScriptKind = Direction | 'stamp';

/** One revision of a script, compiled. */
export interface Step {
	readonly direction: ScriptKind;
	readonly revision: string;
	readonly title: string;
	/** The ids this step leads away from and to, as its comment shows them; none is the base. */
	readonly from: readonly string[];
	readonly to: readonly string[];
	readonly statements: readonly Statement[];
	readonly versions: readonly VersionChange[];
	/** What the project wants to stand beside the changes of the version rows. */
	readonly applied?: readonly Statement[];
}

export interface PlanOptions {
	readonly dialect: Dialect;
	readonly versions: VersionTable;
	/** The rows of the version table before the script; none is the base. */
	readonly start: readonly string[];
	/** Whether each transaction begins with a check of the version table. */
	readonly guard: boolean;
	/** Whether its first step deletes all rows of the version table, whatever they are. Default `false`. */
	readonly purge?: boolean;
	/** Whether the statements of revisions stand in transactions. Default: what the dialect can. */
	readonly transactionalDdl?: boolean;
	/** Whether each revision has a transaction of its own, instead of one for all. */
	readonly transactionPerMigration: boolean;
	/** How long a statement waits for its lock that says that it waits no longer. */
	readonly lockTimeoutMs: number;
	/** The parameters of the steps. */
	readonly parameters: readonly BoundParameter[];
}

/** A line of a segment: a comment, or a statement. */
export type Line = { readonly comment: string } | { readonly statement: Statement };

/** Statements that stand or fall together, or that run outside a transaction. */
export interface Segment {
	readonly kind: GuardedPart;
	/** The rows of the version table it starts at. */
	readonly start: readonly string[];
	readonly lines: readonly Line[];
}

/** A script before a client has written it down. */
export interface Script {
	readonly direction: ScriptKind;
	readonly dialect: string;
	/** How the dialect reads the statements. */
	readonly lexis: Lexis;
	/** What the dialect says at the head of a script. */
	readonly words: Pick<ScriptWords, 'remarks' | 'command'>;
	/** What comes before the segments, and after them. */
	readonly opening: readonly Sql[];
	readonly closing: readonly Sql[];
	readonly segments: readonly Segment[];
	readonly steps: readonly Step[];
	readonly versions: VersionTable;
	/** The rows of the version table before and after, sorted. */
	readonly start: readonly string[];
	readonly end: readonly string[];
	readonly guard: boolean;
	/** Whether it deletes all rows of the version table first; `start` says nothing then. */
	readonly purge: boolean;
	/** Whether the statements of revisions are committed one by one although the dialect has transactions. */
	readonly commitsEach: boolean;
	readonly parameters: readonly BoundParameter[];
}

/**
 * Lay steps out in transactions, by what each statement needs, with a guard in each and the version rows kept right
 * at every cut.
 */
export function plan(direction: ScriptKind, steps: readonly Step[], options: PlanOptions): Script {
	const planner = new Planner(options);
	for (const step of steps) planner.add(step);
	planner.close();
	const { settings, resets, verdict } = options.dialect.script;
	const isEmpty = planner.segments.length === 0;
	return {
		direction,
		dialect: options.dialect.name,
		lexis: options.dialect.spelling.lexis,
		words: options.dialect.script,
		opening: isEmpty ? [] : settings,
		closing: isEmpty ? [] : [...verdict(options.versions), ...resets],
		segments: planner.segments,
		steps,
		versions: options.versions,
		start: [...options.start].sort(byCodePoint),
		end: planner.rows,
		guard: options.guard,
		purge: options.purge ?? false,
		commitsEach: options.transactionalDdl === false && options.dialect.hasTransactionalDdl,
		parameters: options.parameters,
	};
}

class Planner {
	readonly segments: Segment[] = [];
	readonly #options: PlanOptions;
	/** What a statement stands in that does not mind. */
	readonly #usual: GuardedPart;
	/** The same for the statements of revisions. */
	readonly #body: GuardedPart;
	readonly #rows: Set<string>;
	#open: (Segment & { readonly lines: Line[] }) | undefined;
	/** Whether the next statement of a revision must begin a new transaction. */
	#full = false;
	#hasVersionTable: boolean;
	/** What ends the limit on how long the open segment waits for locks; undefined while there is none. */
	#timeoutEnd: readonly Sql[] | undefined;
	#comment: string | undefined;
	/** Of statements outside a transaction that no transaction has followed yet. */
	#confirmations: Sql[] = [];
	/** The revision under way, and the mark of its last part that is committed without a change of rows. */
	#revision = '';
	#mark: string | undefined;

	constructor(options: PlanOptions) {
		this.#options = options;
		this.#usual = options.dialect.hasTransactionalDdl ? 'transaction' : 'outside';
		this.#body = options.transactionalDdl === false ? 'outside' : this.#usual;
		this.#rows = new Set(options.start);
		this.#hasVersionTable = options.start.length > 0;
	}

	get rows(): readonly string[] {
		return [...this.#rows].sort(byCodePoint);
	}

	add(step: Step): void {
		this.#comment = runningComment(step);
		this.#revision = step.revision;
		for (const next of step.statements) this.#statement(next);
		for (const change of step.versions) this.#version(change);
		for (const next of step.applied ?? []) this.#line(next);
		if (this.#options.transactionPerMigration || this.#usual === 'outside') this.close();
	}

	close(): void {
		if (!this.#open) return;
		this.#endTimeout();
		if (this.#open.kind === 'transaction') this.#commit(this.#open.start);
		this.segments.push(this.#open);
		this.#open = undefined;
		this.#full = false;
	}

	/** A cut inside a revision leaves the rows as they are: a mark tells the next part that this one is done. */
	#commit(start: readonly string[]): void {
		const { dialect, guard } = this.#options;
		if (guard && start.join() === this.rows.join()) {
			this.#mark = `${this.#revision}:${this.segments.length + 1}`;
			this.#words(...dialect.script.markPart(this.#mark));
		}
		this.#words(...dialect.script.commit);
	}

	#statement(next: Statement): void {
		if (next.transaction === 'never' || this.#body === 'outside') this.#enter('outside');
		else {
			if (this.#full || next.transaction === 'own') this.close();
			this.#enter('transaction');
		}
		if (!next.lockTimeout) this.#endTimeout();
		else if (!this.#timeoutEnd) this.#limitWaiting(this.#open?.kind ?? this.#body);
		this.#line(next);
		if (next.transaction === 'never' && next.confirmation) this.#confirmations.push(next.confirmation);
		this.#full = next.transaction === 'own' || next.commitAfter;
	}

	#limitWaiting(part: GuardedPart): void {
		const { dialect, lockTimeoutMs } = this.#options;
		const { begin, end } = dialect.script.lockTimeout?.(lockTimeoutMs, part) ?? { begin: [], end: [] };
		for (const words of begin) this.#line(statement(words));
		this.#timeoutEnd = end;
	}

	/** Where no commit ends the limit, it ends with the last statement that asks for it. */
	#endTimeout(): void {
		if (!this.#timeoutEnd || this.#timeoutEnd.length === 0) return;
		this.#words(...this.#timeoutEnd);
		this.#timeoutEnd = undefined;
	}

	#version(change: VersionChange): void {
		this.#enter(this.#usual);
		this.#endTimeout();
		for (const words of this.#versionWords(change)) this.#line(statement(words));
		if (this.#mark !== undefined) this.#words(...this.#options.dialect.script.forgetPart);
		this.#mark = undefined;
		applyChange(this.#rows, change);
	}

	#versionWords(change: VersionChange): readonly Sql[] {
		const { dialect, versions } = this.#options;
		switch (change.kind) {
			case 'insert':
				return dialect.script.insertVersion(versions, change.to);
			case 'update':
				return dialect.script.updateVersion(versions, change.from, change.to);
			case 'delete':
				return dialect.script.deleteVersion(versions, change.from);
		}
	}

	#enter(kind: Segment['kind']): void {
		if (this.#open?.kind === kind) return;
		this.close();
		this.#timeoutEnd = undefined;
		this.#open = { kind, start: this.rows, lines: [] };
		const { dialect, guard, purge } = this.#options;
		const { begin, beforeOutside, commit, guardedBegin } = dialect.script;
		if (kind === 'outside') {
			// Where all is outside, nothing but this part can create the version table.
			if (!guard && this.#usual !== 'outside') return;
			this.#words(...beforeOutside, ...guardedBegin);
			this.#check(kind);
			this.#words(...commit);
		} else {
			this.#words(...(guard || purge ? guardedBegin : begin));
			this.#check(kind);
			if (guard) this.#words(...this.#confirmations.splice(0));
		}
	}

	/** The version table, while no row says that it is there, and the guard. */
	#check(part: GuardedPart): void {
		const { dialect, versions, guard } = this.#options;
		if (!this.#hasVersionTable) this.#words(...dialect.script.createVersionTable(versions));
		this.#hasVersionTable = true;
		if (guard) this.#words(...dialect.script.guard(versions, this.rows, part, this.#mark));
	}

	#words(...added: readonly Sql[]): void {
		for (const words of added) this.#open?.lines.push({ statement: statement(words) });
	}

	#line(next: Statement): void {
		if (this.#comment !== undefined) this.#open?.lines.push({ comment: this.#comment });
		this.#comment = undefined;
		this.#open?.lines.push({ statement: next });
	}
}

/** `Running upgrade A -> B: title`; ids and title cannot leave the comment. */
function runningComment({ direction, from, to, title }: Step): string {
	return oneLine(`Running ${direction} ${shownIds(from)} -> ${shownIds(to)}${title === '' ? '' : `: ${title}`}`);
}

/** Ids as comments and messages show them; none is the base. */
export const shownIds = (ids: readonly string[]): string => (ids.length === 0 ? 'base' : ids.join(', '));

/** Where a script starts that takes the version table as it is. */
export const ANYTHING = 'anything';

/** Where a script starts, as its head and messages show it. */
export const shownStart = ({ start, purge }: Pick<Script, 'start' | 'purge'>): string =>
	purge ? ANYTHING : shownIds(start);
