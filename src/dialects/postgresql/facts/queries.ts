import { type NodeOf, nodeOf, nodesOf, visit } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import type { Target } from './target.ts';

type RangeVar = NodeOf<'RangeVar'>;

/** The relations that a query reads, at any depth, without those that it names itself with WITH. */
function rangesIn(query: unknown): readonly RangeVar[] {
	const own = new Set<string>();
	const found: RangeVar[] = [];
	visit(query, (node) => {
		const named = nodeOf(node, 'CommonTableExpr')?.ctename;
		if (named !== undefined) own.add(named);
		const range = nodeOf(node, 'RangeVar');
		if (range) found.push(range);
		return true;
	});
	return found.filter(({ relname = '', schemaname }) => schemaname !== undefined || !own.has(relname));
}

/** Lock what a query that runs reads; the tables behind views are locked with them. */
export function read(query: unknown, context: Context): void {
	for (const range of rangesIn(query)) readRelation(context.at(range), range.inh ?? false, context);
}

/** Lock what a query names that is only kept. */
export function mention(query: unknown, context: Context): void {
	for (const range of rangesIn(query)) context.lock(context.at(range), 'ACCESS SHARE');
}

function readRelation(target: Target, hasChildren: boolean, context: Context): void {
	for (const each of hasChildren ? context.withChildren(target) : [target]) context.lock(each, 'ACCESS SHARE');
	if (target.kind !== 'view') return;
	for (const each of context.all((target.relation?.view?.dependsOn ?? []).map(({ relation }) => relation)))
		readRelation(each, true, context);
}

/** SELECT, also with data-changing WITH, FOR UPDATE and INTO. */
export function select(statement: NodeOf<'SelectStmt'>, context: Context): void {
	const { intoClause, ...query } = statement;
	read(query, context);
	if (intoClause?.rel) context.creates.push({ kind: 'table', name: context.at(intoClause.rel).id });
	lockRows({ SelectStmt: statement }, context);
	for (const each of wholeReads(statement, context)) context.scan(each, 'the query reads all rows');
}

/** FOR UPDATE and its like lock the tables that they name, or all of the query. */
function lockRows(query: unknown, context: Context): void {
	visit(query, (node) => {
		const statement = nodeOf(node, 'SelectStmt');
		for (const { lockedRels } of nodesOf(statement?.lockingClause, 'LockingClause')) {
			const wanted = lockedRels && new Set(nodesOf(lockedRels, 'RangeVar').map(({ relname }) => relname));
			const ranges = rangesIn(statement?.fromClause).filter(
				({ alias, relname }) => wanted?.has(alias?.aliasname ?? relname) ?? true,
			);
			const targets = ranges.flatMap((range) => context.withChildren(context.at(range)));
			for (const each of targets) context.lock(each, 'ROW SHARE');
		}
		return true;
	});
}

/** The tables that a query reads to the end for certain: one alone, without a condition or a limit. */
export function wholeReads(statement: NodeOf<'SelectStmt'>, context: Context): readonly Target[] {
	const { whereClause, limitCount, larg, rarg, fromClause } = statement;
	if (larg || rarg) return [larg, rarg].flatMap((side) => (side ? wholeReads(side, context) : []));
	const [range, ...more] = nodesOf(fromClause, 'RangeVar');
	if (!range || more.length > 0 || fromClause?.length !== 1 || whereClause || limitCount) return [];
	const query = context.at(range).relation?.view?.query;
	const view = query && nodeOf(query, 'SelectStmt');
	return view && context.at(range).kind === 'view' ? wholeReads(view, context) : context.withChildrenAt(range);
}
