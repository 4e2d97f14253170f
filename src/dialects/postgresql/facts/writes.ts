import type { Node } from '../../../sql/parse-postgresql.ts';
import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../catalog/trees.ts';
import { behindView, type Context } from './context.ts';
import { followRules, followTriggers, isWrittenByTriggers } from './followed.ts';
import { lookUpReferenced, lookUpReferencing } from './foreign-key-lookups.ts';
import { LOCK_MODES } from './lock-modes.ts';
import { movedInto, remaining, routed, rowsOf } from './partition-pruning.ts';
import { noIndex, READS_ALL, read, readsOfValue, readThrough, wholeReads } from './queries.ts';
import type { Target } from './target.ts';

/**
 * Lock what is written: partitions know what their table leaves to them, and a view writes to the table that it reads.
 *
 * @param isChecked - Whether rows come that have to belong into a partition.
 */
function lockWritten(
	target: Target,
	targets: readonly Target[],
	event: 'insert' | 'update' | 'delete',
	context: Context,
	isChecked = true,
): readonly Target[] {
	context.lockAll(targets, 'ROW EXCLUSIVE');
	if (isChecked && target.relation?.bound)
		context.lockAll(context.above(target), 'ACCESS SHARE', `${target.id} is a partition of it`);
	if (target.kind !== 'view') return targets;
	const isByTriggers = isWrittenByTriggers(target, event);
	const query = nodeOf(target.relation?.view?.query, 'SelectStmt');
	if (!isByTriggers || event !== 'insert') context.lockAll(context.readBy(target), 'ACCESS SHARE');
	if (isByTriggers) return [];
	const [range] = nodesOf(query?.fromClause, 'RangeVar');
	const below = target.relation ? behindView(target.relation) : [];
	const table = context.all(below).find(({ name }) => name === range?.relname);
	return table ? lockWritten(table, context.withChildren(table), event, context) : [];
}

function insert(statement: NodeOf<'InsertStmt'>, context: Context): void {
	const { relation, selectStmt, withClause, onConflictClause } = statement;
	if (!relation) return;
	const target = context.at(relation);
	if (followRules('insert', target, context)) context.lock(target, 'ROW EXCLUSIVE');
	else insertInto(target, statement, context);
	writesInWith(withClause, context);
	read({ InsertStmt: { selectStmt, withClause, onConflictClause } }, context);
	const query = nodeOf(selectStmt, 'SelectStmt');
	if (query) context.scanAll(wholeReads(query, context), READS_ALL);
}

function insertInto(target: Target, statement: NodeOf<'InsertStmt'>, context: Context): void {
	const isRouted = context.isRunning && target.kind === 'partitioned table';
	const written = lockWritten(target, isRouted ? routed(target, statement, context) : [target], 'insert', context);
	const given = givenColumns(target, statement);
	lookUpReferenced(target, context, (key) => key.columns.every((column) => given(column)));
	followTriggers('insert', target, written, context);
	if (statement.onConflictClause?.action === 'ONCONFLICT_UPDATE') followTriggers('update', target, written, context);
}

/** Tells whether a column may get a value that is not NULL. */
function givenColumns({ relation }: Target, { cols, selectStmt }: NodeOf<'InsertStmt'>): (column: string) => boolean {
	const lists = rowsOf(selectStmt);
	const all = relation?.columns ?? [];
	const listed = nodesOf(cols, 'ResTarget').map(({ name }) => name);
	const names = listed.length > 0 ? listed : all.map(({ name }) => name);
	const isNull = (items: readonly Node[], at: number): boolean => {
		const item = items[at];
		return item === undefined || nodeOf(item, 'A_Const')?.isnull === true;
	};
	return (column) => {
		const at = names.indexOf(column);
		const isLeftOut = at === -1 || (lists.length > 0 && lists.every(({ length }) => at >= length));
		if (isLeftOut || !selectStmt)
			return all.some(({ name, default: value, identity }) => name === column && !!(value ?? identity));
		return lists.length === 0 || !lists.every((items) => isNull(items, at));
	};
}

function update(statement: NodeOf<'UpdateStmt'>, context: Context): void {
	const { relation, targetList, whereClause, fromClause, withClause } = statement;
	if (!relation) return;
	const target = context.at(relation);
	const assigned = nodesOf(targetList, 'ResTarget');
	const columns = new Set(assigned.map(({ name }) => name));
	const emptied = new Set(assigned.flatMap(({ name, val }) => (nodeOf(val, 'A_Const')?.isnull ? name : [])));
	const where = fromClause ? undefined : whereClause;
	const targets = relation.inh ? remaining(target, where, context) : [target];
	writesInWith(withClause, context);
	read({ UpdateStmt: { targetList, whereClause, fromClause, withClause } }, context);
	for (const { val } of assigned) context.scanAll(readsOfValue(val, context), READS_ALL);
	if (followRules('update', target, context)) {
		context.lockAll(targets, 'ROW EXCLUSIVE');
		return;
	}
	const moved = movedInto(target, assigned, context);
	const written = lockWritten(target, [...new Set([...targets, ...moved])], 'update', context);
	if (!fromClause) context.scanAll(readThrough(written, where, context), noIndex(where));
	followTriggers('update', target, written, context, columns);
	lookUpReferenced(
		target,
		context,
		(key) => key.columns.some((column) => columns.has(column)) && !key.columns.some((column) => emptied.has(column)),
	);
	lookUpReferencing(target, context, (key) => key.references?.columns.some((column) => columns.has(column)) ?? false);
}

function deleteRows(statement: NodeOf<'DeleteStmt'>, context: Context): void {
	const { relation, usingClause, whereClause, withClause } = statement;
	if (!relation) return;
	const target = context.at(relation);
	const where = usingClause ? undefined : whereClause;
	const targets = relation.inh ? remaining(target, where, context) : [target];
	writesInWith(withClause, context);
	read({ DeleteStmt: { usingClause, whereClause, withClause } }, context);
	if (followRules('delete', target, context)) {
		context.lockAll(targets, 'ROW EXCLUSIVE');
		return;
	}
	const written = lockWritten(target, targets, 'delete', context, context.version < 14);
	if (!usingClause) context.scanAll(readThrough(written, where, context), noIndex(where));
	followTriggers('delete', target, written, context);
	lookUpReferencing(target, context, () => true, true);
}

function merge(statement: NodeOf<'MergeStmt'>, context: Context): void {
	const { relation, sourceRelation, joinCondition, mergeWhenClauses, withClause } = statement;
	if (!relation) return;
	const target = context.at(relation);
	const written = lockWritten(target, relation.inh ? context.withChildren(target) : [target], 'update', context);
	const clauses = nodesOf(mergeWhenClauses, 'MergeWhenClause');
	const writes = (column: string): boolean =>
		clauses.some(
			({ commandType, targetList, values }) =>
				(commandType === 'CMD_UPDATE' || commandType === 'CMD_INSERT') &&
				((values !== undefined && !targetList) || nodesOf(targetList, 'ResTarget').some(({ name }) => name === column)),
		);
	lookUpReferenced(target, context, ({ columns }) => columns.some(writes));
	lookUpReferencing(target, context, ({ references }) => references?.columns.some(writes) ?? false);
	const deletes = clauses.some(({ commandType }) => commandType === 'CMD_DELETE');
	if (deletes) lookUpReferencing(target, context, () => true, true);
	for (const event of ['insert', 'update', 'delete'] as const)
		if (clauses.some(({ commandType }) => commandType === `CMD_${event.toUpperCase()}`))
			followTriggers(event, target, written, context);
	writesInWith(withClause, context);
	read({ MergeStmt: { sourceRelation, joinCondition, mergeWhenClauses, withClause } }, context);
}

/** The statements that change rows in the WITH of another one. */
export function writesInWith(clause: NodeOf<'SelectStmt'>['withClause'], context: Context): void {
	for (const { ctequery } of nodesOf(clause?.ctes, 'CommonTableExpr')) writesIn(ctequery, context);
}

function writesIn(tree: Node | undefined, context: Context): void {
	for (const [kind, statement] of Object.entries(tree ?? {})) writes[kind]?.(statement as never, context);
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
export function copy({ relation, query, attlist, is_from: isFrom }: NodeOf<'CopyStmt'>, context: Context): void {
	const select = nodeOf(query, 'SelectStmt');
	if (query) read(query, context);
	writesIn(query, context);
	writesInWith(select?.withClause, context);
	if (select) context.scanAll(wholeReads(select, context), READS_ALL);
	if (!relation) return;
	const target = context.at(relation);
	if (isFrom) copyInto(target, stringsOf(attlist), context);
	else {
		context.lock(target, 'ACCESS SHARE');
		context.scan(target, 'all rows are copied');
	}
}

/** Rules are passed over by COPY. */
function copyInto(target: Target, columns: readonly string[], context: Context): void {
	const written = lockWritten(target, context.withPartitions(target), 'insert', context);
	const filled = new Set(
		(target.relation?.columns ?? []).flatMap(({ name, default: value, identity }) => (value || identity ? name : [])),
	);
	const isGiven = (name: string): boolean => columns.length === 0 || columns.includes(name) || filled.has(name);
	lookUpReferenced(target, context, (key) => key.columns.every(isGiven));
	followTriggers('insert', target, written, context);
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
		followTriggers('truncate', target, [], context);
		if (context.version < 14 && target.relation?.bound) context.lockAll(context.above(target), 'ACCESS SHARE');
	}
}

/** @see https://www.postgresql.org/docs/current/sql-lock.html */
export function lockTable({ relations, mode = LOCK_MODES.length }: NodeOf<'LockStmt'>, context: Context): void {
	const word = LOCK_MODES[mode - 1] ?? 'ACCESS EXCLUSIVE';
	for (const range of nodesOf(relations, 'RangeVar')) {
		const target = context.at(range);
		for (const each of range.inh ? context.withChildren(target) : [target]) context.lock(each, word);
		if (target.kind === 'view') context.lockAll(context.readBy(target), word, `the view ${target.id} reads it`);
	}
}
