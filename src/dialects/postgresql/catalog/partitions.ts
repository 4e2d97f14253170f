import { addToTable, changeColumn, changeConstraint, newConstraint } from './constraints.ts';
import { cloneForeignKey } from './foreign-keys.ts';
import { addParent, removeParent } from './inheritance.ts';
import type { Id, PartitionBound, Relation } from './model.ts';
import { constraintName } from './names.ts';
import { ensurePartitionIndex } from './partition-indexes.ts';
import { refuse, type State } from './state.ts';
import { columnsIn, type NodeOf } from './trees.ts';

export const boundOf = (bound: NodeOf<'PartitionBoundSpec'>): PartitionBound => ({
	isDefault: bound.is_default ?? false,
	tree: { PartitionBoundSpec: bound },
});

/** Give a partition what its table has for all of them: indexes with their constraints, foreign keys, row triggers. */
export function clonePartitionParts(state: State, parent: Id, partition: Id): void {
	const above = state.known(parent);
	for (const index of above.indexes) {
		const key = above.constraints.find((constraint) => constraint.index === index);
		ensurePartitionIndex(state, partition, index, key);
	}
	for (const trigger of above.triggers.filter(({ isForEachRow }) => isForEachRow)) {
		const { triggers } = state.known(partition);
		state.update(partition, { triggers: [...triggers, { ...trigger, isInherited: true }] });
	}
	for (const key of above.constraints) {
		if (key.kind === 'foreign key') cloneForeignKey(state, partition, key);
	}
}

export function attachPartition(state: State, parent: Relation, child: Relation, bound: PartitionBound): void {
	if (parent.kind !== 'partitioned table' || child.parents.length > 0 || child.bound) refuse('cannot be attached');
	addParent(state, child.id, parent.id, true);
	state.update(child.id, { bound });
	// A partition takes its numbers from the identity column of the table.
	for (const { name, identity } of parent.columns) if (identity) changeColumn(state, child.id, name, { identity });
	clonePartitionParts(state, parent.id, child.id);
}

export function detachPartition(state: State, parent: Relation, child: Relation, isConcurrent: boolean): void {
	if (!child.bound || !child.parents.includes(parent.id)) refuse('not a partition');
	for (const { name, identity } of child.columns)
		if (identity) changeColumn(state, child.id, name, { identity: undefined });
	removeParent(state, child.id, parent.id);
	releaseIndexes(state, child.id);
	const { constraints, triggers } = state.known(child.id);
	state.update(child.id, {
		bound: undefined,
		triggers: triggers.filter(({ isInherited }) => !isInherited),
		constraints: constraints.map((each) =>
			each.kind === 'foreign key' && each.inheritCount > 0 ? { ...each, isLocal: true, inheritCount: 0 } : each,
		),
	});
	if (isConcurrent) addBoundCheck(state, parent, child.id);
}

function releaseIndexes(state: State, table: Id): void {
	for (const id of state.known(table).indexes) {
		const { parents, index } = state.known(id);
		for (const parent of parents) {
			state.update(parent, { children: state.known(parent).children.filter((each) => each !== id) });
		}
		state.update(id, { parents: [] });
		if (parents.length > 0 && index?.constraint !== undefined) {
			changeConstraint(state, table, index.constraint, { isLocal: true, inheritCount: 0 });
		}
	}
}

/**
 * What is detached concurrently keeps its bounds as a check, unless its own checks say as much; one that names all
 * columns of the key is taken to do so.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DETACH-PARTITION
 */
function addBoundCheck(state: State, { partitioning }: Relation, table: Id): void {
	const keys = (partitioning?.keys ?? []).flatMap(({ column, expression }) => column ?? columnsIn(expression));
	const columns = [...new Set(keys)];
	const isSaid = state
		.known(table)
		.constraints.some(
			(each) => each.kind === 'check' && each.isValidated && columns.every((key) => each.columns.includes(key)),
		);
	if (isSaid) return;
	const addition = columns.length === 1 ? (columns[0] ?? '') : '';
	const name = constraintName(state, state.known(table), addition, 'check');
	addToTable(state, table, newConstraint('check', name, { columns }));
}
