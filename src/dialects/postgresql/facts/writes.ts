import { type NodeOf, nodeOf, nodesOf } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import { lookUpReferenced, lookUpReferencing } from './foreign-key-lookups.ts';
import { LOCK_MODES } from './lock-modes.ts';
import { read, wholeReads } from './queries.ts';

function insert({ relation, selectStmt, withClause, onConflictClause }: NodeOf<'InsertStmt'>, context: Context): void {
	if (!relation) return;
	const target = context.at(relation);
	context.lock(target, 'ROW EXCLUSIVE');
	lookUpReferenced(target, context);
	read([selectStmt, withClause, onConflictClause], context);
	const query = nodeOf(selectStmt, 'SelectStmt');
	if (query) for (const each of wholeReads(query, context)) context.scan(each, 'the query reads all rows');
}

function update(statement: NodeOf<'UpdateStmt'>, context: Context): void {
	const { relation, targetList, whereClause, fromClause, withClause } = statement;
	if (!relation) return;
	const target = context.at(relation);
	const columns = new Set(nodesOf(targetList, 'ResTarget').map(({ name }) => name));
	for (const each of relation.inh ? context.withChildren(target) : [target]) {
		context.lock(each, 'ROW EXCLUSIVE');
		if (!whereClause && !fromClause) context.scan(each, 'there is no WHERE');
	}
	lookUpReferenced(target, context, (key) => key.columns.some((column) => columns.has(column)));
	lookUpReferencing(target, context, (key) => key.references?.columns.some((column) => columns.has(column)) ?? false);
	read([targetList, whereClause, fromClause, withClause], context);
}

function deleteRows({ relation, usingClause, whereClause, withClause }: NodeOf<'DeleteStmt'>, context: Context): void {
	if (!relation) return;
	const target = context.at(relation);
	for (const each of relation.inh ? context.withChildren(target) : [target]) {
		context.lock(each, 'ROW EXCLUSIVE');
		if (!whereClause && !usingClause) context.scan(each, 'there is no WHERE');
	}
	lookUpReferencing(target, context, () => true, true);
	read([usingClause, whereClause, withClause], context);
}

function merge(statement: NodeOf<'MergeStmt'>, context: Context): void {
	const { relation, sourceRelation, joinCondition, mergeWhenClauses, withClause } = statement;
	if (!relation) return;
	const target = context.at(relation);
	for (const each of relation.inh ? context.withChildren(target) : [target]) context.lock(each, 'ROW EXCLUSIVE');
	lookUpReferenced(target, context);
	const deletes = nodesOf(mergeWhenClauses, 'MergeWhenClause').some(({ commandType }) => commandType === 'CMD_DELETE');
	if (deletes) lookUpReferencing(target, context, () => true, true);
	read([sourceRelation, joinCondition, mergeWhenClauses, withClause], context);
}

/** The statements that change rows in the WITH of another one. */
export function writesInWith(clause: NodeOf<'SelectStmt'>['withClause'], context: Context): void {
	for (const { ctequery } of nodesOf(clause?.ctes, 'CommonTableExpr'))
		for (const [kind, statement] of Object.entries(ctequery ?? {})) writes[kind]?.(statement as never, context);
}

/** The statements that change rows, also inside of WITH. */
export const WRITES = {
	InsertStmt: insert,
	UpdateStmt: update,
	DeleteStmt: deleteRows,
	MergeStmt: merge,
} as const;

const writes: Readonly<Record<string, ((statement: never, context: Context) => void) | undefined>> = WRITES;

/** @see https://www.postgresql.org/docs/current/sql-copy.html */
export function copy({ relation, query, is_from: isFrom }: NodeOf<'CopyStmt'>, context: Context): void {
	const select = nodeOf(query, 'SelectStmt');
	if (query) read(query, context);
	if (select) context.scanAll(wholeReads(select, context), 'the query reads all rows');
	if (!relation) return;
	const target = context.at(relation);
	context.lock(target, isFrom ? 'ROW EXCLUSIVE' : 'ACCESS SHARE');
	if (isFrom) lookUpReferenced(target, context);
	else context.scan(target, 'all rows are copied');
}

/** @see https://www.postgresql.org/docs/current/sql-truncate.html */
export function truncate({ relations, behavior }: NodeOf<'TruncateStmt'>, context: Context): void {
	const given = nodesOf(relations, 'RangeVar').flatMap((range) => {
		const target = context.at(range);
		return range.inh ? context.withChildren(target) : [target];
	});
	const isCascading = behavior === 'DROP_CASCADE';
	const referring = isCascading
		? given.flatMap((each) => context.spread(each, ({ referencedBy }) => referencedBy))
		: [];
	for (const target of [...given, ...referring.flatMap((each) => context.withChildren(each))]) {
		context.lock(
			target,
			'ACCESS EXCLUSIVE',
			given.includes(target) ? undefined : 'it refers to a table that is emptied',
		);
		context.replace(target, 'it is emptied');
	}
}

/** @see https://www.postgresql.org/docs/current/sql-lock.html */
export function lockTable({ relations, mode = LOCK_MODES.length }: NodeOf<'LockStmt'>, context: Context): void {
	const word = LOCK_MODES[mode - 1] ?? 'ACCESS EXCLUSIVE';
	for (const range of nodesOf(relations, 'RangeVar')) {
		const target = context.at(range);
		for (const each of range.inh ? context.withChildren(target) : [target]) context.lock(each, word);
		if (target.kind !== 'view') continue;
		const dependencies = (target.relation?.view?.dependsOn ?? []).map(({ relation }) => relation);
		for (const each of context.all(dependencies)) context.lock(each, word, `the view ${target.id} reads it`);
	}
}
