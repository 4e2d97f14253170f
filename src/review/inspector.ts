import { keysOf } from '../core/keys.ts';
import { hasWork, isSmall } from '../dialects/duration.ts';
import { nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Severity } from './finding.ts';
import type { Action, Problem, Problems, Rule, RuleOptions } from './rule.ts';
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
	/** What a severity of the rule comes to with what is set. */
	readonly levelFrom: (severity: Level) => Level;
	readonly options: RuleOptions;
}

/** The rules that are on, asked about one statement after the other. */
export class Inspector {
	readonly #active: readonly Active[];

	constructor(settings: ReviewSettings) {
		this.#active = Object.entries<Rule>(rules).flatMap(([id, rule]) => {
			const levelFrom = (severity: Level): Level => levelOf(id, { ...rule, severity }, settings);
			const options = { ...rule.options, ...settings.rules[id]?.options };
			return levelFrom(rule.severity) === 'off' ? [] : { id, rule, levelFrom, options };
		});
	}

	/** What the rules have to say about a statement: one finding for one cause. */
	inspect(seen: Seen): readonly Judged[] {
		const actions = actionsOf(seen);
		const asked = isQuick(seen) ? this.#active.filter(({ rule }) => !dependsOnRows(rule)) : this.#active;
		const found = asked.flatMap((active) =>
			problemsOf(active, seen, actions).flatMap((problem) => judged(problem, active)),
		);
		return this.#once(found);
	}

	/** What a rule has to say that looks at no statement, when it is on. */
	tell(rule: 'syntax-error' | 'unused-suppression', problem: Problem): readonly Judged[] {
		return this.#active.filter(({ id }) => id === rule).flatMap((active) => judged(problem, active));
	}

	/** All rules, whether they are on or not. */
	readonly ids = keysOf<Readonly<Record<string, Rule>>>(rules);

	isOn(rule: string): boolean {
		return this.#active.some(({ id }) => id === rule);
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
		return this.#active.find(({ id }) => id === rule)?.rule.covers ?? [];
	}
}

/** A problem of a rule that is on is told; `off` comes of nothing that a problem says. */
function judged(problem: Problem, { id, rule, levelFrom }: Active): readonly Judged[] {
	const severity = levelFrom(problem.severity ?? rule.severity);
	return severity === 'off' ? [] : [{ ...problem, rule: id, severity, why: rule.why }];
}

function problemsOf({ rule, options }: Active, seen: Seen, actions: readonly Action[]): Problems {
	const [kind, statement] = Object.entries(seen.tree)[0] ?? [];
	const statements: Readonly<Record<string, ((...given: never[]) => Problems) | undefined>> = rule.statements ?? {};
	const call = statements[kind ?? ''] as
		| ((statement: unknown, seen: Seen, options: RuleOptions) => Problems)
		| undefined;
	return [
		...(call?.(statement, seen, options) ?? []),
		...actions.flatMap(
			(action) => rule.actions?.[action.cmd.subtype ?? 'AT_SetNotNull']?.(action, seen, options) ?? [],
		),
		...(rule.every?.(seen, options) ?? []),
	];
}

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
