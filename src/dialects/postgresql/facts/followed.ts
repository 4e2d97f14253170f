import type { Node } from '../../../sql/parse-postgresql.ts';
import type { FunctionDefinition } from '../catalog/definitions.ts';
import type { Firing, Relation, Trigger } from '../catalog/model.ts';
import { sqlInBody } from '../catalog/plpgsql.ts';
import { listedName, type NodeOf, nodeOf, rangeName, visit } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import type { Known } from './known.ts';
import type { Target } from './target.ts';

type Event = Trigger['events'][number];

const isFiring = (firing: Firing): boolean => firing === 'origin' || firing === 'always';

const isStatement = (node: Node): boolean => Object.keys(node).some((kind) => kind.endsWith('Stmt'));

/**
 * Follow the rules of a table for an event.
 *
 * @returns Whether they run in place of the statement.
 * @see https://www.postgresql.org/docs/current/rules-update.html
 */
export function followRules(event: Event, { id, relation }: Target, context: Context): boolean {
	const rules = relation?.rules.filter((rule) => rule.event === event && isFiring(rule.firing)) ?? [];
	for (const { name, actions } of rules)
		context.follow(`rule ${name} on ${id}`, `the rule "${name}"`, actions.filter(isStatement));
	return rules.some(({ isInstead, actions }) => isInstead && actions.every(isStatement));
}

/** Whether triggers of a view write in its place. */
export const isWrittenByTriggers = ({ relation }: Target, event: Event): boolean =>
	relation?.triggers.some(({ timing, events }) => timing === 'instead of' && events.includes(event)) ?? false;

/**
 * Follow the functions of the triggers of a table for an event. Deferred ones wait for the end of the transaction.
 *
 * @param targets - What is written to, with partitions and children.
 * @param columns - The columns that an UPDATE writes.
 */
export function followTriggers(
	event: Event,
	target: Target,
	targets: readonly Target[],
	context: Context,
	columns?: ReadonlySet<string | undefined>,
): void {
	if (!context.isRunning) return;
	const isMeant = ({ events, firing, isDeferred, columns: of }: Trigger): boolean =>
		events.includes(event) &&
		isFiring(firing) &&
		!isDeferred &&
		(of.length === 0 || of.some((name) => columns?.has(name) ?? true));
	const triggers = [...new Set([target, ...targets])].flatMap((each) =>
		(each.relation?.triggers ?? []).filter((trigger) => isMeant(trigger) && (trigger.isForEachRow || each === target)),
	);
	for (const { name, function: called, transitions } of triggers)
		for (const routine of context.known.functions(called))
			followRoutine(routine, context, `the trigger "${name}"`, transitions);
}

/**
 * Follow the functions and procedures that a statement calls, as far as their bodies can be read: what stands in
 * conditions is taken to run.
 */
export function followCalls(tree: unknown, context: Context): void {
	if (!context.known.hasRoutines) return;
	for (const { funcname, args = [] } of callsIn(tree, context)) {
		const found = context.known.functions(listedName(funcname));
		const fitting = found.filter((each) => each.arguments.length === args.length);
		for (const routine of fitting.length > 0 ? fitting : found) followRoutine(routine, context);
	}
}

/** The calls in a statement, and in the views that it reads. */
function callsIn(tree: unknown, context: Context, seen = new Set<Relation>()): readonly NodeOf<'FuncCall'>[] {
	const found: NodeOf<'FuncCall'>[] = [];
	visit(tree, (node) => {
		const call = nodeOf(node, 'FuncCall');
		if (call) found.push(call);
		const range = nodeOf(node, 'RangeVar');
		const relation = range && context.known.relation(rangeName(range));
		if (relation?.view && relation.kind === 'view' && !seen.has(relation)) {
			seen.add(relation);
			found.push(...callsIn(relation.view.query, context, seen));
		}
		return true;
	});
	return found;
}

/** What is planned alone does not run; a body in SQL may be taken into the plan. */
function followRoutine(
	routine: FunctionDefinition,
	context: Context,
	user = `${routine.name}()`,
	own: readonly string[] = [],
): void {
	const { schema, name, language, isSealed } = routine;
	if (!context.isRunning && (language !== 'sql' || isSealed)) return;
	const key = `${schema}.${name}(${routine.arguments.map((type) => type.name).join()})`;
	context.follow(key, user, statementsOf(routine, context), own);
}

/** A definition never changes: another one takes its place. */
const statements = new WeakMap<FunctionDefinition, readonly Node[]>();

function statementsOf(routine: FunctionDefinition, { known }: Context): readonly Node[] {
	const found = statements.get(routine) ?? readStatements(routine, known);
	statements.set(routine, found);
	return found;
}

function readStatements({ language, body = '', tree, signature }: FunctionDefinition, known: Known): readonly Node[] {
	if (tree) return statementsIn(tree);
	if (language === 'sql') return known.parse(body) ?? [];
	if (language !== 'plpgsql') return [];
	const texts = sqlInBody(`CREATE ${signature} LANGUAGE plpgsql AS`, body, known);
	return texts.flatMap((text) => known.parse(text) ?? []);
}

/** Those of a body that was parsed with its function: lists of statements, or one value. */
function statementsIn(tree: Node): readonly Node[] {
	const list = nodeOf(tree, 'List');
	if (list) return (list.items ?? []).flatMap(statementsIn);
	const value = nodeOf(tree, 'ReturnStmt')?.returnval;
	return value ? [{ SelectStmt: { targetList: [{ ResTarget: { val: value } }] } }] : [tree];
}
