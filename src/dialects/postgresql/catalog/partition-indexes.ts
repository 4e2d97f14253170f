import { addToTable, changeConstraint, newConstraint } from './constraints.ts';
import { createIndexOn, type IndexShape, isSameShape } from './indexes.ts';
import type { Constraint, Id, Index, Relation } from './model.ts';
import { Refused, refuse, type State } from './state.ts';
import { columnsIn } from './trees.ts';

interface Creating {
	readonly name?: string | undefined;
	/** Whether partitions get the index, too. */
	readonly recurse: boolean;
	/** Attributes of the constraint that it belongs to. */
	readonly attributes?: Partial<Constraint>;
}

/** Create an index, its constraint when it belongs to one, and those of partitions. */
export function createIndexes(state: State, table: Id, shape: IndexShape, creating: Creating): Relation {
	const relation = state.known(table);
	const index = createIndexOn(state, relation, shape, creating.name);
	if (shape.constraint !== undefined) addToTable(state, table, keyConstraint(state, index.id, creating.attributes));
	if (relation.kind !== 'partitioned table') return index;
	if (creating.recurse) {
		for (const child of relation.children) ensurePartitionIndex(state, child, index.id, creating.attributes);
	} else if (relation.children.length > 0) {
		changeIndex(state, index.id, { isValid: false });
	}
	return state.known(index.id);
}

export function changeIndex(state: State, id: Id, change: Partial<Index>): void {
	const { index } = state.known(id);
	if (index) state.update(id, { index: { ...index, ...change } });
}

/** The constraint that belongs to an index. */
export function keyConstraint(state: State, id: Id, attributes: Partial<Constraint> = {}): Constraint {
	const { index } = state.known(id);
	if (!index) return refuse('no index');
	const keyKind = index.isExclusion ? 'exclude' : 'unique';
	const { isDeferrable = false, isInitiallyDeferred = false } = attributes;
	return newConstraint(index.isPrimary ? 'primary key' : keyKind, index.constraint ?? '', {
		isDeferrable,
		isInitiallyDeferred,
		noInherit: true,
		columns: index.keys.flatMap(({ column, expression }) => column ?? columnsIn(expression)),
		index: id,
	});
}

/** See to it that a partition has an index that belongs to one of its table: its own, or a new one. */
export function ensurePartitionIndex(state: State, partition: Id, parent: Id, attributes?: Partial<Constraint>): void {
	const [relation, { index }] = [state.known(partition), state.known(parent)];
	if (!index) return;
	if (relation.kind === 'foreign table') {
		if (index.isUnique) refuse('a foreign table has no unique index');
		return;
	}
	const own = relation.indexes.find((id) => fits(state.known(id), index));
	const constraint = index.constraint === undefined ? undefined : '';
	const shape = { ...index, constraint, isValid: true, isClustered: false };
	linkIndex(
		state,
		parent,
		own ?? createIndexes(state, partition, shape, { recurse: true, ...(attributes && { attributes }) }).id,
	);
}

const fits = ({ parents, index }: Relation, wanted: Index): boolean =>
	index !== undefined &&
	parents.length === 0 &&
	index.isValid &&
	isSameShape(index, wanted) &&
	(wanted.constraint === undefined || (index.constraint !== undefined && index.isPrimary === wanted.isPrimary));

/** Make an index of a partition a part of the partitioned one. */
export function linkIndex(state: State, parent: Id, child: Id): void {
	const above = state.known(parent);
	state.update(parent, { children: [...above.children, child] });
	const { index } = state.update(child, { parents: [parent] });
	if (index?.constraint !== undefined && above.index?.constraint !== undefined) {
		changeConstraint(state, index.table, index.constraint, { isLocal: false, inheritCount: 1 });
	}
}

/** `ALTER INDEX … ATTACH PARTITION`: the partitioned index is valid when every partition has one. */
export function attachIndex(state: State, parent: Relation, child: Relation): void {
	if (!parent.index || !child.index) throw new Refused('no index');
	if (child.parents[0] === parent.id) return;
	if (child.parents.length > 0 || !isSameShape(parent.index, child.index)) refuse('the index does not fit');
	if (!state.known(parent.index.table).children.includes(child.index.table)) refuse('not of a partition');
	linkIndex(state, parent.id, child.id);
	validate(state, parent.id);
}

function validate(state: State, id: Id): void {
	const { index, children, parents } = state.known(id);
	if (!index || index.isValid) return;
	const isComplete = children.length === state.known(index.table).children.length;
	if (!isComplete || !children.every((child) => state.known(child).index?.isValid)) return;
	changeIndex(state, id, { isValid: true });
	for (const parent of parents) validate(state, parent);
}
