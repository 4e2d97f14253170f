import type { Node } from '../../../sql/parse-postgresql.ts';
import { type NodeOf, nodesOf } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import { isOn } from './definitions.ts';
import type { Target } from './target.ts';

/** @see https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
export function createIndex(statement: NodeOf<'IndexStmt'>, context: Context): void {
	const { relation, idxname, concurrent, unique } = statement;
	if (!relation) return;
	const target = context.at(relation);
	context.creates.push({ kind: 'index', name: idxname ?? `an index on ${target.id}` });
	if (concurrent) context.outside();
	const mode = concurrent ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE';
	const targets = relation.inh ? context.withPartitions(target) : [target];
	context.lockAll(targets, mode);
	if (statement.if_not_exists && idxname && context.known.relation({ name: idxname, schema: target.schema })) return;
	for (const each of targets) {
		context.buildIndex(each, `the ${unique ? 'unique index' : 'index'} is built`);
	}
}

/** The table of an index with those of the partitions below it; nothing when the index is not known. */
function tablesOf(index: Target, context: Context): readonly Target[] {
	const table = index.relation?.index?.table;
	if (table === undefined) return [];
	const [target] = context.all([table]);
	if (!target) return [];
	return index.kind === 'partitioned index' ? context.withChildren(target) : [target];
}

/** Queries plan with the indexes of a table, so that it is locked with its index. */
export function dropIndex(index: Target, isConcurrent: boolean, context: Context): void {
	const mode = isConcurrent ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
	for (const table of tablesOf(index, context)) context.lock(table, mode, `its index ${index.name} is dropped`);
	for (const each of context.withChildren(index)) context.lock(each, mode);
	context.drops.push({ kind: 'index', name: index.id });
}

/** @see https://www.postgresql.org/docs/current/sql-reindex.html */
export function reindex(statement: NodeOf<'ReindexStmt'>, context: Context): void {
	const { kind, relation, params } = statement;
	const isConcurrent = isOn(params, 'concurrently');
	const isIndex = kind === 'REINDEX_OBJECT_INDEX';
	const target = relation && context.at(relation, isIndex ? 'index' : undefined);
	if (isConcurrent || !target || target.kind.startsWith('partitioned')) context.outside();
	const indexes = target && isIndex ? context.withChildren(target) : [];
	context.lockAll(indexes, isConcurrent ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE');
	const tables = target ? tablesOfReindex(target, isIndex, context) : tablesOfMany(statement, context);
	context.lockAll(tables, isConcurrent ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE');
	const reason = isIndex ? `the index ${target?.name} is built anew` : 'its indexes are built anew';
	for (const each of tables) context.buildIndex(each, reason);
}

/** An index with partitions is built partition by partition; those that have partitions themselves are passed over. */
const tablesOfReindex = (target: Target, isIndex: boolean, context: Context): readonly Target[] =>
	isIndex ? leavesOf(tablesOf(target, context)) : context.withChildren(target);

/** A table, and of its partitions those that have rows. */
const leavesOf = ([table, ...partitions]: readonly Target[]): readonly Target[] =>
	table ? [table, ...partitions.filter(({ kind }) => kind !== 'partitioned table')] : [];

/** Those of a schema or of the database, one after the other, each in a transaction of its own. */
function tablesOfMany({ kind, name }: NodeOf<'ReindexStmt'>, context: Context): readonly Target[] {
	if (kind === 'REINDEX_OBJECT_SYSTEM') return [];
	const wanted = [...context.known.relations()].filter(
		({ schema, indexes }) => indexes.length > 0 && (kind === 'REINDEX_OBJECT_DATABASE' || schema === name),
	);
	return context.all(wanted.map(({ id }) => id)).filter(({ hasStorage }) => hasStorage);
}

/** @see https://www.postgresql.org/docs/current/sql-cluster.html */
export function cluster({ relation }: NodeOf<'ClusterStmt'>, context: Context): void {
	if (!relation) {
		context.outside();
		return;
	}
	const target = context.at(relation);
	if (target.kind === 'partitioned table') context.outside();
	for (const each of leavesOf(context.withPartitions(target))) {
		context.lock(each, 'ACCESS EXCLUSIVE');
		context.rewrite(each, 'all rows are written in the order of the index');
	}
}

/** @see https://www.postgresql.org/docs/current/sql-vacuum.html */
export function vacuum({ is_vacuumcmd: isVacuum, options, rels }: NodeOf<'VacuumStmt'>, context: Context): void {
	if (isVacuum) context.outside();
	if (isOn(options, 'only_database_stats')) return;
	const isFull = isVacuum && isOn(options, 'full');
	const isAnalyzing = !isVacuum || isOn(options, 'analyze');
	if (isAnalyzing) context.lockAll(sampled(rels, context), 'ACCESS SHARE', 'its rows are sampled');
	for (const each of rels ? tendedIn(rels, context) : tendedAll(isAnalyzing, context)) {
		context.lock(each, isFull ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE');
		if (isFull) context.rewrite(each, 'VACUUM FULL writes all rows anew');
	}
}

const rangesOf = (rels: readonly Node[] | undefined): readonly NodeOf<'RangeVar'>[] =>
	nodesOf(rels, 'VacuumRelation').flatMap(({ relation }) => relation ?? []);

const sampled = (rels: readonly Node[] | undefined, context: Context): readonly Target[] =>
	rangesOf(rels).flatMap((range) => context.withChildren(context.at(range)));

const tendedIn = (rels: readonly Node[], context: Context): readonly Target[] =>
	rangesOf(rels).flatMap((range) => tended(context.at(range), range.inh ?? false, context));

/** Without a name, all tables of the database that are known. */
function tendedAll(isAnalyzing: boolean, context: Context): readonly Target[] {
	const targets = context.all([...context.known.relations()].map(({ id }) => id));
	return targets.filter(({ kind, hasStorage }) => hasStorage || (isAnalyzing && kind === 'partitioned table'));
}

/**
 * Partitions are tended with their table; the children of any other table from version 18 on.
 *
 * @see https://www.postgresql.org/docs/18/release-18.html
 */
function tended(target: Target, hasChildren: boolean, context: Context): readonly Target[] {
	if (!hasChildren) return [target];
	return context.version >= 18 ? context.withChildren(target) : context.withPartitions(target);
}

/** @see https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html */
export function refresh(statement: NodeOf<'RefreshMatViewStmt'>, context: Context): void {
	const { relation, concurrent, skipData } = statement;
	if (!relation) return;
	const target = context.at(relation, 'materialized view');
	context.lock(target, concurrent ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE');
	if (!concurrent) context.replace(target, skipData ? 'it is emptied' : 'its rows are computed anew');
	if (skipData) return;
	if (concurrent) context.scan(target, 'its rows are held against the new ones');
	else if (hasIndexes(target)) context.scan(target, 'its indexes are built anew');
	const dependencies = (target.relation?.view?.dependsOn ?? []).map((dependency) => dependency.relation);
	for (const each of context.all(dependencies).flatMap((table) => context.readBy(table))) {
		context.lock(each, 'ACCESS SHARE');
		context.scan(each, 'the query of the view reads it');
	}
}

const hasIndexes = ({ relation }: Target): boolean => relation === undefined || relation.indexes.length > 0;
