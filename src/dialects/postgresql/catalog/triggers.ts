import type { Firing, Id, Policy, Relation, Rule, Trigger } from './model.ts';
import { refuse, type State } from './state.ts';
import { listedName, type NodeOf, nodesOf, rangeName, stringsOf } from './trees.ts';

/** The bits of the grammar. */
const BEFORE = 2;
const INSTEAD = 64;
const EVENTS = { insert: 4, delete: 8, update: 16, truncate: 32 } as const;

export function createTrigger(state: State, statement: NodeOf<'CreateTrigStmt'>): void {
	const table = statement.relation && state.find(rangeName(statement.relation));
	if (!table) return;
	const { timing = 0, events = 0 } = statement;
	const notBefore = (timing & INSTEAD) !== 0 ? 'instead of' : 'after';
	const trigger: Trigger = {
		name: statement.trigname ?? '',
		function: listedName(statement.funcname),
		columns: stringsOf(statement.columns),
		when: statement.whenClause,
		isForEachRow: statement.row ?? false,
		isConstraint: statement.isconstraint ?? false,
		timing: (timing & BEFORE) !== 0 ? 'before' : notBefore,
		events: (['insert', 'update', 'delete', 'truncate'] as const).filter((event) => (events & EVENTS[event]) !== 0),
		firing: 'origin',
		isDeferred: statement.initdeferred ?? false,
		transitions: nodesOf(statement.transitionRels, 'TriggerTransition').map(({ name = '' }) => name),
		isInherited: false,
	};
	putTrigger(state, table, trigger, statement.replace ?? false);
}

/** Row triggers of a partitioned table are those of its partitions, too. */
function putTrigger(state: State, table: Relation, trigger: Trigger, replace: boolean): void {
	const others = table.triggers.filter(({ name }) => name !== trigger.name);
	if (others.length < table.triggers.length && !replace) refuse('a trigger of this name is there');
	state.update(table.id, { triggers: [...others, trigger] });
	if (table.kind !== 'partitioned table' || !trigger.isForEachRow) return;
	for (const child of table.children) putTrigger(state, state.known(child), { ...trigger, isInherited: true }, replace);
}

export function createRule(state: State, statement: NodeOf<'RuleStmt'>): void {
	const table = statement.relation && state.find(rangeName(statement.relation));
	if (!table) return;
	const name = statement.rulename ?? '';
	const rule: Rule = {
		name,
		event: statement.event?.replace('CMD_', '').toLowerCase() ?? '',
		isInstead: statement.instead ?? false,
		actions: [...(statement.actions ?? []), ...(statement.whereClause ? [statement.whereClause] : [])],
		firing: 'origin',
	};
	const others = table.rules.filter((each) => each.name !== name);
	if (others.length < table.rules.length && !statement.replace) refuse('a rule of this name is there');
	state.update(table.id, { rules: [...others, rule] });
}

export function createPolicy(state: State, statement: NodeOf<'CreatePolicyStmt'>): void {
	const table = statement.table && state.find(rangeName(statement.table));
	if (!table) return;
	const policy: Policy = {
		name: statement.policy_name ?? '',
		command: statement.cmd_name ?? 'all',
		isPermissive: statement.permissive ?? false,
		using: statement.qual,
		withCheck: statement.with_check,
	};
	if (table.policies.some(({ name }) => name === policy.name)) refuse('a policy of this name is there');
	state.update(table.id, { policies: [...table.policies, policy] });
}

export function alterPolicy(state: State, statement: NodeOf<'AlterPolicyStmt'>): void {
	const table = statement.table && state.find(rangeName(statement.table));
	if (!table) return;
	const changed = (policy: Policy): Policy => ({
		...policy,
		using: statement.qual ?? policy.using,
		withCheck: statement.with_check ?? policy.withCheck,
	});
	const policies = table.policies.map((each) => (each.name === statement.policy_name ? changed(each) : each));
	state.update(table.id, { policies });
}

/** Switch a trigger; without a name, all of them. Those of partitions follow. */
export function fireTriggers(
	state: State,
	table: Id,
	name: string | undefined,
	firing: Firing,
	recurse: boolean,
): void {
	const { triggers, children, kind } = state.known(table);
	if (name !== undefined && !triggers.some((each) => each.name === name)) refuse('no such trigger');
	const changed = triggers.map((each) => (name === undefined || each.name === name ? { ...each, firing } : each));
	state.update(table, { triggers: changed });
	if (!recurse || kind !== 'partitioned table') return;
	const isForRows = name === undefined || triggers.some((each) => each.name === name && each.isForEachRow);
	if (isForRows) for (const child of children) fireTriggers(state, child, name, firing, true);
}

export function fireRule(state: State, table: Id, name: string, firing: Firing): void {
	const { rules } = state.known(table);
	state.update(table, { rules: rules.map((each) => (each.name === name ? { ...each, firing } : each)) });
}
