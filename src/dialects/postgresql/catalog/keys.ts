import { addNotNull, addToTable, attributesOf, notNullOf } from './constraints.ts';
import { columnKey, excludedElements, type IndexShape, indexShape } from './indexes.ts';
import type { ConstraintKind, Id, Relation } from './model.ts';
import { createIndexes, keyConstraint } from './partition-indexes.ts';
import { Refused, refuse, type State } from './state.ts';
import { type NodeOf, stringsOf } from './trees.ts';

/** The constraints that have an index. */
const KINDS: Readonly<Record<string, ConstraintKind>> = {
	CONSTR_PRIMARY: 'primary key',
	CONSTR_UNIQUE: 'unique',
	CONSTR_EXCLUSION: 'exclude',
};

export const isKey = (node: NodeOf<'Constraint'>): boolean => node.contype !== undefined && node.contype in KINDS;

/** Add a primary key, a unique or an exclusion constraint, with its index. */
export function addKey(state: State, table: Id, node: NodeOf<'Constraint'>, recurse: boolean): void {
	const kind = KINDS[node.contype ?? ''] ?? 'unique';
	const relation = state.known(table);
	if (kind === 'primary key' && hasPrimaryKey(relation)) refuse('the table has a primary key');
	if (node.indexname) {
		useIndex(state, relation, node, kind);
		return;
	}
	const shape = shapeOf(node, kind);
	if (kind === 'primary key') keysAreNotNull(state, relation, shape);
	createIndexes(state, table, shape, { name: node.conname, recurse, attributes: attributesOf(node) });
}

const hasPrimaryKey = (table: Relation): boolean => table.constraints.some(({ kind }) => kind === 'primary key');

function shapeOf(node: NodeOf<'Constraint'>, kind: ConstraintKind): IndexShape {
	const isExclusion = kind === 'exclude';
	const hasPeriod = node.without_overlaps ?? false;
	return indexShape({
		isUnique: !isExclusion,
		isPrimary: kind === 'primary key',
		isExclusion,
		areNullsDistinct: !node.nulls_not_distinct,
		isImmediate: !node.deferrable,
		method: hasPeriod ? 'gist' : (node.access_method ?? 'btree'),
		keys: isExclusion ? excludedElements(node.exclusions) : stringsOf(node.keys).map(columnKey),
		include: stringsOf(node.including),
		predicate: node.where_clause,
		constraint: node.conname ?? '',
	});
}

function keysAreNotNull(state: State, table: Relation, { keys }: IndexShape): void {
	for (const { column } of keys) {
		const own = column === undefined ? undefined : notNullOf(state.known(table.id), column);
		if (column !== undefined && !own) addNotNull(state, table.id, column, {});
	}
}

/** `ADD CONSTRAINT … USING INDEX`: the index takes the name of the constraint. */
function useIndex(state: State, table: Relation, node: NodeOf<'Constraint'>, kind: ConstraintKind): void {
	const found = state.find({ schema: table.schema, name: node.indexname ?? '' });
	if (!found?.index || found.index.table !== table.id || !found.index.isUnique) throw new Refused('no such index');
	if (found.index.constraint !== undefined || found.index.predicate) refuse('the index cannot be used');
	const name = node.conname ?? found.name;
	const index = { ...found.index, isPrimary: kind === 'primary key', isImmediate: !node.deferrable, constraint: name };
	if (name !== found.name && state.isTaken({ schema: table.schema, name })) refuse('the name is taken');
	state.update(found.id, { name, index });
	if (index.isPrimary) keysAreNotNull(state, table, index);
	addToTable(state, table.id, keyConstraint(state, found.id, attributesOf(node)));
}

type Key = NodeOf<'Constraint'>;

/** The primary key comes first; a unique constraint that says the same as one before it is not made. */
export function withoutRepetition(keys: readonly Key[]): readonly Key[] {
	const sorted = keys.toSorted(
		(a, b) => Number(b.contype === 'CONSTR_PRIMARY') - Number(a.contype === 'CONSTR_PRIMARY'),
	);
	const result: Key[] = [];
	for (const key of sorted) {
		const at = result.findIndex((each) => shapeText(each) === shapeText(key));
		const earlier = result[at];
		if (!earlier) result.push(key);
		else if (earlier.conname === undefined && key.conname !== undefined)
			result[at] = { ...earlier, conname: key.conname };
	}
	return result;
}

function shapeText({ contype, conname, location, ...rest }: Key & { readonly location?: number }): string {
	return JSON.stringify(rest, (key, value) => (key === 'location' ? undefined : value));
}
