import { keysOf } from '../core/keys.ts';
import { hasWork, isSmall } from '../dialects/lock-words.ts';
import { nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import { placeholdersRestored, placeholdersShown } from '../dialects/postgresql/placeholders.ts';
import { definitionAt, located } from './defined-at.ts';
import type { Severity } from './finding.ts';
import { placedInTransaction } from './instead.ts';
import { askedOwn } from './own-rules.ts';
import {
	type Action,
	type ActionType,
	NONE,
	type Problem,
	type Problems,
	type Rule,
	type RuleOptions,
} from './rule.ts';
import { rules } from './rules/index.ts';
import type { Seen } from './seen.ts';
import { type Level, levelOf, type ReviewSettings } from './settings.ts';
import { shown } from './spelled.ts';

/** A problem with the rule that found it. */
export interface Judged extends Problem {
	readonly rule: string;
	readonly severity: Severity;
	readonly why: string;
}

interface Active {
	readonly id: string;
	readonly rule: Rule;
	/** Whether it is one of the project. */
	readonly isOwn: boolean;
	/** What a severity of the rule comes to with what is set. */
	readonly levelFrom: (severity: Level) => Level;
	readonly options: RuleOptions;
}

/** One thing that a rule asks about a statement. */
interface Question {
	readonly active: Active;
	ask(seen: Seen, actions: readonly Action[]): Problems;
}

/** The rules that are on, asked about one statement after the other. */
export class Inspector {
	/** All rules, whether they are on or not. */
	readonly ids: readonly string[];
	readonly #active: ReadonlyMap<string, Active>;
	/** By what statements or actions they are about, in the order of the rules. */
	readonly #questions = new Map<string, readonly Question[]>();

	/** @param own - Rules of the project. */
	constructor(settings: ReviewSettings, own: Readonly<Record<string, Rule>> = {}) {
		this.ids = [...keysOf(rules), ...keysOf(own)];
		this.#active = new Map(
			Object.entries<Rule>({ ...rules, ...own }).flatMap(([id, rule]) => {
				const levelFrom = (severity: Level): Level => levelOf(id, { severity, group: rule.group }, settings);
				const options = { ...rule.options, ...settings.rules[id]?.options };
				return levelFrom(rule.severity) === 'off'
					? []
					: [[id, { id, rule, isOwn: Object.hasOwn(own, id), levelFrom, options }]];
			}),
		);
	}

	/** What the rules have to say about a statement: one finding for one cause. */
	inspect(seen: Seen): readonly Judged[] {
		const actions = actionsOf(seen);
		const isQuickNow = isQuick(seen);
		const found: Judged[] = [];
		for (const { active, ask } of this.#asked(seen, actions)) {
			if (isQuickNow && dependsOnRows(active.rule)) continue;
			for (const problem of ask(seen, actions)) found.push(...judged(located(problem, seen), active));
		}
		if (found.length === 0) return found;
		const once = this.#once(found);
		return seen.isInTransaction && !seen.isInAssumed ? once.map(inTransaction) : once;
	}

	/** Few rules have to do with a statement; which ones depends on nothing but its kind and actions. */
	#asked({ tree }: Seen, actions: readonly Action[]): readonly Question[] {
		const [kind = ''] = Object.keys(tree);
		const types = new Set(actions.map(typeOf));
		const key = [kind, ...types].join(' ');
		const known = this.#questions.get(key);
		if (known) return known;
		const questions = [...this.#active.values()].flatMap((active) => questionsOf(active, kind, types));
		this.#questions.set(key, questions);
		return questions;
	}

	/** What a rule has to say that looks at no statement, when it is on. */
	tell(rule: 'opaque-sql' | 'syntax-error' | 'unused-suppression', problem: Problem): readonly Judged[] {
		const active = this.#active.get(rule);
		return active ? judged(problem, active) : [];
	}

	isOn(rule: string): boolean {
		return this.#active.has(rule);
	}

	#once(found: readonly Judged[]): readonly Judged[] {
		const covered = new Set(found.flatMap(({ rule, object }) => this.#coveredBy(rule).map((id) => `${id} ${object}`)));
		const told = new Set<string>();
		return found.filter(({ rule, object }) => {
			const key = `${rule} ${object}`;
			const isNew = !told.has(key) && !covered.has(key);
			told.add(key);
			return isNew;
		});
	}

	#coveredBy(rule: string): readonly string[] {
		return this.#active.get(rule)?.rule.covers ?? [];
	}
}

/**
 * A problem of a rule that is on is told, with placeholders as they are written; `off` comes of nothing that a problem
 * says.
 */
function judged(problem: Problem, { id, rule, levelFrom }: Active): readonly Judged[] {
	const severity = levelFrom(problem.severity ?? rule.severity);
	if (severity === 'off') return [];
	const { location } = problem;
	const instead = problem.instead && placeholdersRestored(problem.instead);
	const [object, message] = [placeholdersShown(problem.object), placeholdersShown(problem.message)];
	return [{ object, message, instead, location, rule: id, severity, why: rule.why }];
}

/** The grammar leaves out the value that stands first. */
const typeOf = ({ cmd }: Action): ActionType => cmd.subtype ?? 'AT_SetNotNull';

type Listener<Subject> = (subject: Subject, seen: Seen) => Problems;

/** What a rule asks about statements of a kind with these actions; nothing when it has nothing to do with them. */
function questionsOf(active: Active, kind: string, types: ReadonlySet<ActionType>): readonly Question[] {
	const { rule, options } = active;
	const { statements = {}, actions: ofActions = {}, every } = rule;
	const listeners: Readonly<Record<string, unknown>> = statements;
	const ofKind = listeners[kind] as ((statement: unknown, seen: Seen, options: RuleOptions) => Problems) | undefined;
	const asked: Question['ask'][] = [];
	if (ofKind) {
		const listen = guarded<unknown>((statement, seen) => ofKind(statement, seen, options), active);
		asked.push((seen) => listen(Object.values(seen.tree)[0], seen));
	}
	if ([...types].some((type) => ofActions[type])) {
		const listen = guarded<Action>(
			(action, seen) => ofActions[typeOf(action)]?.(action, seen, options) ?? NONE,
			active,
		);
		asked.push((seen, actions) =>
			actions.flatMap((action) =>
				listen(action, seen).map((problem) => ({ location: definitionAt(action.cmd.def), ...problem })),
			),
		);
	}
	if (every) {
		const listen = guarded<Seen>((seen) => every(seen, options), active);
		asked.push((seen) => listen(seen, seen));
	}
	return asked.map((ask) => ({ active, ask }));
}

/** What a rule of the project says is looked at before it is believed. */
const guarded = <Subject>(listen: Listener<Subject>, { id, isOwn }: Active): Listener<Subject> =>
	isOwn ? (subject, seen) => askedOwn(id, seen.text, () => listen(subject, seen) ?? NONE) : listen;

const inTransaction = (found: Judged): Judged =>
	found.instead === undefined ? found : { ...found, instead: placedInTransaction(found.instead) };

const dependsOnRows = (rule: Rule): boolean => rule.dependsOnRows ?? rule.group === 'locks';

/** Whether all that a statement works on is known to be small. */
function isQuick({ existing }: Seen): boolean {
	const worked = existing.filter(hasWork);
	return worked.length > 0 && worked.every(isSmall);
}

function actionsOf({ tree }: Seen): readonly Action[] {
	const statement = nodeOf(tree, 'AlterTableStmt');
	const table = statement?.relation;
	if (!table) return [];
	return nodesOf(statement.cmds, 'AlterTableCmd').map((cmd) => ({ cmd, statement, table, name: shown(table) }));
}
