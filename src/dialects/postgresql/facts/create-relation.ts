import { type NodeOf, nodeOf, nodesOf, rangeName } from '../catalog/trees.ts';
import { lockReferring, narrowDefaultPartition } from './attach-partition.ts';
import type { Context } from './context.ts';
import { mention, select } from './queries.ts';
import type { Target } from './target.ts';
import { writesInWith } from './writes.ts';

type CreateStmt = NodeOf<'CreateStmt'>;

/** What exists already is left alone by IF NOT EXISTS. */
const isThere = (range: NodeOf<'RangeVar'> | undefined, context: Context): boolean =>
	range !== undefined && context.known.relation(rangeName(range)) !== undefined;

/** A new table locks what it refers to, is a partition of, inherits from or is like. */
export function createTable(statement: CreateStmt, context: Context): void {
	const { relation, if_not_exists: ifNotExists, tableElts, inhRelations, partbound } = statement;
	if (!relation || (ifNotExists && isThere(relation, context))) return;
	const created = context.at(relation, 'table');
	context.creates.push({ kind: 'table', name: created.id });
	const others = referencesIn(statement)
		.map((range) => context.at(range))
		.filter(({ id }) => id !== created.id);
	const referenced = others.flatMap((other) => context.withChildren(other));
	context.lockAll(referenced, 'SHARE ROW EXCLUSIVE', 'a foreign key of the new table refers to it');
	const alike = nodesOf(tableElts, 'TableLikeClause').flatMap((like) => like.relation ?? []);
	context.lockAll(
		alike.map((range) => context.at(range)),
		'ACCESS SHARE',
		'the new table is like it',
	);
	const parents = nodesOf(inhRelations, 'RangeVar').map((range) => context.at(range));
	if (!partbound) context.lockAll(parents, 'SHARE UPDATE EXCLUSIVE', 'it gets a child');
	else for (const parent of parents) createPartition(parent, partbound, context);
}

/** The tables that the foreign keys of a new table refer to. */
function referencesIn({ tableElts, constraints }: CreateStmt): readonly NodeOf<'RangeVar'>[] {
	const ofColumns = nodesOf(tableElts, 'ColumnDef').flatMap((column) => nodesOf(column.constraints, 'Constraint'));
	const ofTable = [...nodesOf(tableElts, 'Constraint'), ...nodesOf(constraints, 'Constraint')];
	return [...ofColumns, ...ofTable].flatMap(({ pktable }) => pktable ?? []);
}

/**
 * A partition that is created locks the partitioned table, and the default partition is read.
 *
 * @see https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE
 */
function createPartition(parent: Target, bound: NonNullable<CreateStmt['partbound']>, context: Context): void {
	context.lock(parent, 'ACCESS EXCLUSIVE', 'it gets a partition');
	const referenced = (parent.relation?.constraints ?? []).flatMap((key) => context.referenced(key) ?? []);
	const mode = context.version < 12 ? 'ACCESS SHARE' : 'SHARE ROW EXCLUSIVE';
	context.lockAll(referenced, mode, 'a foreign key of the partition refers to it');
	if (!bound.is_default) narrowDefaultPartition(parent, bound, context);
	lockReferring(parent, context.version < 15 ? 'ACCESS SHARE' : 'SHARE ROW EXCLUSIVE', context);
}

/** CREATE TABLE AS and CREATE MATERIALIZED VIEW run their query, unless they are to be empty. */
export function createTableAs(statement: NodeOf<'CreateTableAsStmt'>, context: Context): void {
	const { into, query, if_not_exists: ifNotExists, objtype } = statement;
	if (ifNotExists && isThere(into?.rel, context)) {
		mention(query, context);
		return;
	}
	if (into?.rel) {
		const kind = objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
		context.creates.push({ kind, name: context.at(into.rel, kind).id });
	}
	const found = nodeOf(query, 'SelectStmt');
	writesInWith(found?.withClause, context);
	if (into?.skipData) mention(query, context);
	else if (found) select(found, context);
	else context.act(query);
}

/** A view locks what it reads, and itself when it is replaced. */
export function createView({ view, query }: NodeOf<'ViewStmt'>, context: Context): void {
	if (!view) return;
	if (isThere(view, context)) context.lock(context.at(view), 'ACCESS EXCLUSIVE', 'it is replaced');
	else context.creates.push({ kind: 'view', name: context.at(view, 'view').id });
	mention(query, context);
}

/** The column that a sequence is to belong to. */
export function ownColumn(options: CreateStmt['options'], context: Context): void {
	for (const { defname, arg } of nodesOf(options, 'DefElem')) {
		if (defname !== 'owned_by') continue;
		const parts = nodesOf(nodeOf(arg, 'List')?.items, 'String').map(({ sval = '' }) => sval);
		const [column, name, schema] = [...parts].reverse();
		if (column !== undefined && name !== undefined)
			context.lock(context.target(schema === undefined ? { name } : { schema, name }), 'ACCESS SHARE');
	}
}
