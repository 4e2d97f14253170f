import { changeColumn } from './constraints.ts';
import { removeConstraint } from './foreign-keys.ts';
import type { Id, Relation } from './model.ts';
import { refuse, type State } from './state.ts';
import { dropTypeUsers } from './type-use.ts';

/**
 * Drop relations, with what belongs to them.
 *
 * @param cascade - Whether what depends on them goes along; without it, something that does is a reason to refuse.
 */
export function dropRelations(state: State, ids: readonly Id[], cascade: boolean): void {
	const gone = new Set<Id>();
	for (const id of ids) take(state, id, gone);
	// What is taken along grows the set, which is followed while it grows.
	for (const id of gone) takeDependents(state, state.known(id), gone, cascade);
	for (const id of gone) releaseUsers(state, state.known(id), gone, cascade);
	for (const id of gone) {
		const relation = state.get(id);
		if (relation) forget(state, relation, gone);
	}
}

/** What goes with a relation in any case. */
function take(state: State, id: Id, gone: Set<Id>): void {
	const relation = state.get(id);
	if (!relation || gone.has(id)) return;
	gone.add(id);
	const isPartitioned = relation.kind === 'partitioned table' || relation.kind === 'partitioned index';
	const parts = [...relation.indexes, ...relation.ownedSequences, ...(isPartitioned ? relation.children : [])];
	for (const part of parts) take(state, part, gone);
}

/** Children and views need CASCADE. */
function takeDependents(state: State, { children, views }: Relation, gone: Set<Id>, cascade: boolean): void {
	for (const id of [...children, ...views]) {
		if (gone.has(id)) continue;
		if (!cascade) refuse('something depends on it');
		take(state, id, gone);
	}
}

/** Foreign keys that point to a relation, defaults that count by it, and columns of its row type need CASCADE. */
function releaseUsers(state: State, relation: Relation, gone: ReadonlySet<Id>, cascade: boolean): void {
	for (const target of referredWith(state, relation)) releaseKeys(state, target, gone, cascade);
	if (relation.kind === 'sequence') releaseDefaults(state, relation, gone, cascade);
	const isIndex = relation.kind === 'index' || relation.kind === 'partitioned index';
	if (!isIndex && relation.kind !== 'sequence' && state.isTypeUsed(relation))
		dropTypeUsers(state, relation, cascade, gone);
}

/** A key that points to a partitioned table needs all of its partitions. */
const referredWith = (state: State, relation: Relation): readonly Relation[] => [
	relation,
	...(relation.bound ? relation.parents.flatMap((id) => referredWith(state, state.known(id))) : []),
];

function releaseKeys(state: State, target: Relation, gone: ReadonlySet<Id>, cascade: boolean): void {
	for (const id of target.referencedBy) {
		if (gone.has(id)) continue;
		const keys = state.known(id).constraints.filter(({ references }) => references?.table === target.id);
		if (!cascade && keys.length > 0) refuse('a foreign key depends on it');
		for (const { name } of keys) removeConstraint(state, id, name);
	}
}

function releaseDefaults(state: State, sequence: Relation, gone: ReadonlySet<Id>, cascade: boolean): void {
	const isOwned = sequence.sequence?.ownedBy;
	if (isOwned?.isIdentity && !gone.has(isOwned.table)) refuse('an identity column needs it');
	for (const { id, columns } of [...state.relations()]) {
		if (gone.has(id)) continue;
		for (const { name } of columns.filter(({ sequences }) => sequences.includes(sequence.id))) {
			if (!cascade) refuse('a default depends on it');
			changeColumn(state, id, name, { default: undefined, sequences: [] });
		}
	}
}

/** Take a relation out, and its name from those that stay. */
function forget(state: State, relation: Relation, gone: ReadonlySet<Id>): void {
	const { id, index, sequence } = relation;
	const change = (other: Id | undefined, changed: (other: Relation) => Partial<Relation>): void => {
		const stays = other === undefined || gone.has(other) ? undefined : state.get(other);
		if (stays) state.update(stays.id, changed(stays));
	};
	const without = (ids: readonly Id[]): readonly Id[] => ids.filter((each) => each !== id);
	for (const parent of relation.parents) change(parent, ({ children }) => ({ children: without(children) }));
	for (const each of relation.view?.dependsOn ?? []) change(each.relation, ({ views }) => ({ views: without(views) }));
	for (const { references } of relation.constraints) {
		change(references?.table, ({ referencedBy }) => ({ referencedBy: without(referencedBy) }));
	}
	change(index?.table, ({ indexes }) => ({ indexes: without(indexes) }));
	change(sequence?.ownedBy?.table, ({ ownedSequences }) => ({ ownedSequences: without(ownedSequences) }));
	for (const statistics of relation.statistics) state.putStatistics(statistics, undefined);
	state.remove(id);
}
