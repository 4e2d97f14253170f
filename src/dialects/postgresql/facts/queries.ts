import type { Node } from '../../../sql/parse-postgresql.ts';
import { columnsIn, listedName, type NodeOf, nodeOf, nodesOf, stringsOf, visit } from '../catalog/trees.ts';
import { behindView, type Context } from './context.ts';
import { remaining } from './partition-pruning.ts';
import type { Target } from './target.ts';

type RangeVar = NodeOf<'RangeVar'>;

/** A relation in a query, and the condition on its rows where it is the only one in FROM. */
interface Read {
	readonly range: RangeVar;
	readonly where?: Node | undefined;
}

/** The relations that a query reads, at any depth, without those that it names itself with WITH. */
function readsIn(query: unknown): readonly Read[] {
	const found: Read[] = [];
	collect(query, new Set(), undefined, found);
	return found;
}

type Parts = Readonly<Record<string, unknown>>;

function collect(tree: unknown, own: ReadonlySet<string>, where: Node | undefined, found: Read[]): void {
	if (Array.isArray(tree)) for (const item of tree) collect(item, own, where, found);
	if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return;
	for (const [key, value] of Object.entries(tree as Parts)) {
		if (key === 'RangeVar') see(value as RangeVar, own, where, found);
		else if (typeof value === 'object' && value !== null) collectIn(value as Parts, own, found);
	}
}

function see(range: RangeVar, own: ReadonlySet<string>, where: Node | undefined, found: Read[]): void {
	if (range.schemaname !== undefined || !own.has(range.relname ?? '')) found.push({ range, where });
}

/** WITH is read before the rest, and FOR UPDATE OF has names of FROM. */
const ELSEWHERE: ReadonlySet<string> = new Set(['withClause', 'lockingClause']);

function collectIn(parts: Parts, own: ReadonlySet<string>, found: Read[]): void {
	const { withClause, fromClause, whereClause } = parts as Partial<NodeOf<'SelectStmt'>>;
	const names = withClause ? collectWith(withClause, own, found) : own;
	const isAlone = fromClause?.length === 1 && nodeOf(fromClause[0], 'RangeVar') !== undefined;
	if (isAlone) collect(fromClause, names, whereClause, found);
	for (const [key, value] of Object.entries(parts)) {
		if (ELSEWHERE.has(key) || (isAlone && key === 'fromClause')) continue;
		collect(Array.isArray(value) ? value : { [key]: value }, names, undefined, found);
	}
}

/** A query of WITH sees those before it, and with RECURSIVE all of them; the names hold for what stands behind. */
function collectWith(
	{ ctes, recursive }: NonNullable<NodeOf<'SelectStmt'>['withClause']>,
	own: ReadonlySet<string>,
	found: Read[],
): ReadonlySet<string> {
	const tables = nodesOf(ctes, 'CommonTableExpr');
	const names = new Set(own);
	if (recursive) for (const { ctename = '' } of tables) names.add(ctename);
	for (const { ctename = '', ctequery } of tables) {
		collect(ctequery, new Set(names), undefined, found);
		names.add(ctename);
	}
	return names;
}

/** Lock what a query that runs reads; the tables behind views are locked with them. */
export function read(query: unknown, context: Context): void {
	for (const { range, where } of readsIn(query)) {
		const target = context.at(range);
		const targets = target.kind === 'view' ? context.readBy(target) : remaining(target, where, context);
		context.lockAll(range.inh || target.kind === 'view' ? targets : [target], 'ACCESS SHARE');
		// To leave partitions out, the server has to know which rows the table itself may have.
		if (target.relation?.bound && target.kind === 'partitioned table')
			context.lockAll(context.above(target), 'ACCESS SHARE', `${target.id} is a partition of it`);
	}
}

/** The tables that are read from end to end, since no index has to do with the condition. */
export const readThrough = (
	targets: readonly Target[],
	where: Node | undefined,
	context: Context,
): readonly Target[] => (where ? targets.filter((each) => isIndexless(each, where, context)) : targets);

export const noIndex = (where: Node | undefined): string =>
	where ? 'no index has the columns of WHERE' : 'there is no WHERE';

function isIndexless({ relation }: Target, where: Node, context: Context): boolean {
	const columns = new Set(columnsIn(where));
	if (!relation || columns.size === 0 || !isPlain(where)) return false;
	const indexed = context.all(relation.indexes).flatMap(({ relation: found }) => {
		const { keys = [], include = [], predicate } = found?.index ?? {};
		return [
			...keys.flatMap(({ column, expression }) => column ?? columnsIn(expression)),
			...include,
			...columnsIn(predicate),
		];
	});
	const own = new Set(relation.columns.map(({ name }) => name));
	return [...columns].every((name) => own.has(name)) && !indexed.some((name) => columns.has(name));
}

/** Whether a condition is of columns and constants alone, and none that a planner may know the answer to. */
function isPlain(where: Node): boolean {
	let isSo = true;
	visit(where, (node) => {
		isSo &&= PLAIN.has(Object.keys(node)[0] ?? '');
		return isSo;
	});
	return isSo;
}

const PLAIN: ReadonlySet<string> = new Set([
	'A_Expr',
	'BoolExpr',
	'ColumnRef',
	'A_Const',
	'String',
	'List',
	'TypeCast',
	'TypeName',
]);

/** Lock what a query names that is only kept. */
export function mention(query: unknown, context: Context): void {
	for (const { range } of readsIn(query)) context.lock(context.at(range), 'ACCESS SHARE');
	for (const { range } of lockedIn(query)) context.lock(context.at(range), 'ROW SHARE');
}

/** The same when the views in it are unfolded. */
export function unfold(query: unknown, context: Context): void {
	mention(query, context);
	const views = readsIn(query).map(({ range }) => context.at(range));
	context.lockAll(
		views.flatMap((view) => context.spread(view, behindView)),
		'ACCESS SHARE',
	);
}

/** SELECT, also with data-changing WITH, FOR UPDATE and INTO. */
export function select(statement: NodeOf<'SelectStmt'>, context: Context): void {
	const { intoClause, ...query } = statement;
	read({ SelectStmt: query }, context);
	if (intoClause?.rel) context.creates.push({ kind: 'table', name: context.at(intoClause.rel).id });
	for (const { range, where } of lockedIn({ SelectStmt: query })) {
		const target = context.at(range);
		context.lockAll(target.kind === 'view' ? context.readBy(target) : remaining(target, where, context), 'ROW SHARE');
	}
	context.scanAll(wholeReads(statement, context), READS_ALL);
}

/** What FOR UPDATE and its like lock: the tables that they name, or all of their query. */
function lockedIn(query: unknown): readonly Read[] {
	const found: Read[] = [];
	visit(query, (node) => {
		const statement = nodeOf(node, 'SelectStmt');
		for (const { lockedRels } of nodesOf(statement?.lockingClause, 'LockingClause')) {
			const wanted = lockedRels && new Set(nodesOf(lockedRels, 'RangeVar').map(({ relname }) => relname));
			const own = new Set(nodesOf(statement?.withClause?.ctes, 'CommonTableExpr').map(({ ctename }) => ctename));
			const reads = readsIn({ SelectStmt: { fromClause: statement?.fromClause, whereClause: statement?.whereClause } });
			found.push(
				...reads.filter(
					({ range: { alias, relname } }) => !own.has(relname) && (wanted?.has(alias?.aliasname ?? relname) ?? true),
				),
			);
		}
		return true;
	});
	return found;
}

/** Why what `wholeReads` finds is read. */
export const READS_ALL = 'the query reads all rows';

/** The tables that a query reads to the end for certain: without a limit, and without a condition that an index helps. */
export function wholeReads(statement: NodeOf<'SelectStmt'>, context: Context): readonly Target[] {
	const { whereClause, limitCount, larg, rarg, fromClause } = statement;
	if (larg || rarg) return [larg, rarg].flatMap((side) => (side ? wholeReads(side, context) : []));
	if (limitCount || (!whereClause && isEndOfIndex(statement, context))) return [];
	if (fromClause) return fromClause.length > 1 && whereClause ? [] : wholeSources(fromClause, statement, context);
	return whereClause ? [] : [...valuesOf(statement)].flatMap((value) => readsOfValue(value, context));
}

/** The values that a query gives without looking at rows: those of its list, or of VALUES. */
function* valuesOf({ targetList, valuesLists }: NodeOf<'SelectStmt'>): Generator<Node | undefined> {
	for (const { val } of nodesOf(targetList, 'ResTarget')) yield val;
	for (const { items } of nodesOf(valuesLists, 'List')) yield* items ?? [];
}

/** Each row of one goes with each of the others. */
const wholeSources = (sources: readonly Node[], statement: NodeOf<'SelectStmt'>, context: Context): readonly Target[] =>
	sources.flatMap((source) => {
		const range = nodeOf(source, 'RangeVar');
		if (range) return wholeReadsAt(range, statement, context);
		return statement.whereClause ? [] : wholeReadsOf(nodeOf(source, 'RangeSubselect')?.subquery, context);
	});

function wholeReadsAt(range: RangeVar, statement: NodeOf<'SelectStmt'>, context: Context): readonly Target[] {
	const { whereClause, withClause } = statement;
	const common = nodesOf(withClause?.ctes, 'CommonTableExpr').find(
		({ ctename }) => range.schemaname === undefined && ctename === range.relname,
	);
	if (common) return isReadWhole(common, whereClause) ? wholeReadsOf(common.ctequery, context) : [];
	const target = context.at(range);
	if (whereClause)
		return readThrough(range.inh ? remaining(target, whereClause, context) : [target], whereClause, context);
	const view = target.kind === 'view' ? nodeOf(target.relation?.view?.query, 'SelectStmt') : undefined;
	if (isSortedByIndex(statement, target, context)) return [];
	return view ? wholeReads(view, context) : context.withChildrenAt(range);
}

/** Conditions go into a query of WITH, unless it is said to be computed by itself. */
const isReadWhole = ({ ctematerialized }: NodeOf<'CommonTableExpr'>, where: Node | undefined): boolean =>
	where === undefined || ctematerialized === 'CTEMaterializeAlways';

/** Whether an index gives the rows in the order that is asked for. */
function isSortedByIndex({ sortClause }: NodeOf<'SelectStmt'>, { relation }: Target, context: Context): boolean {
	const [first] = nodesOf(sortClause, 'SortBy');
	const column = stringsOf(nodeOf(first?.node, 'ColumnRef')?.fields).at(-1);
	return column !== undefined && beginsIndex(column, relation, context);
}

/** Whether a column is the first one of an index. */
const beginsIndex = (column: string, relation: Target['relation'], context: Context): boolean =>
	context.all(relation?.indexes ?? []).some((each) => each.relation?.index?.keys[0]?.column === column);

function wholeReadsOf(node: Node | undefined, context: Context): readonly Target[] {
	const query = nodeOf(node, 'SelectStmt');
	return query ? wholeReads(query, context) : [];
}

/** Expressions of which a part may be left out, and those that need no more than one row. */
const isPartial = (node: Node): boolean =>
	Object.keys(node).some((kind) => /^(?:BoolExpr|CaseExpr|CoalesceExpr|SelectStmt)$/.test(kind)) ||
	nodeOf(node, 'SubLink')?.subLinkType === 'EXISTS_SUBLINK';

/** The tables that the queries in a value read to the end for certain. */
export function readsOfValue(value: Node | undefined, context: Context): readonly Target[] {
	const found: Target[] = [];
	visit(value, (node) => {
		if (isPartial(node)) return false;
		found.push(...wholeReadsOf(nodeOf(node, 'SubLink')?.subselect, context));
		return true;
	});
	return found;
}

/** Whether it asks for the least or the greatest value alone, which an index may tell. */
function isEndOfIndex({ targetList, groupClause, fromClause }: NodeOf<'SelectStmt'>, context: Context): boolean {
	const [only, ...more] = nodesOf(targetList, 'ResTarget');
	const call = nodeOf(only?.val, 'FuncCall');
	if (more.length > 0 || groupClause || !/^(?:min|max)$/.test(listedName(call?.funcname).name)) return false;
	const [range] = nodesOf(fromClause, 'RangeVar');
	const { relation, kind } = range ? context.at(range) : {};
	const [column] = columnsIn(call?.args);
	return kind !== 'table' || !relation || column === undefined || beginsIndex(column, relation, context);
}
