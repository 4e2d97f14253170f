import type { Node } from '../../../sql/parse-postgresql.ts';
import { changeConstraint, findColumn, findConstraint } from './constraints.ts';
import { moveFunction, namedFunction } from './functions.ts';
import type { Dependency, Id, Index, Relation } from './model.ts';
import { changeIndex } from './partition-indexes.ts';
import { moveSchema } from './schemas.ts';
import { Refused, refuse, type State } from './state.ts';
import { type NodeOf, nodeOf, objectName, rangeName, withColumnRenamed } from './trees.ts';
import { renameType } from './type-use.ts';

type Rename = NodeOf<'RenameStmt'>;
type ObjectType = NonNullable<Rename['renameType']>;
type Action = (state: State, statement: Rename, relation: Relation | undefined) => void;

const renameRelation: Action = (state, { newname: name = '' }, relation) => {
	if (!relation) return;
	if (state.isTaken({ schema: relation.schema, name })) refuse('the name is taken');
	const isRow = relation.kind !== 'index' && relation.kind !== 'partitioned index' && relation.kind !== 'sequence';
	if (isRow) renameType(state, relation, { schema: relation.schema, name });
	state.update(relation.id, { name });
	const { index } = relation;
	if (index?.constraint === undefined) return;
	changeConstraint(state, index.table, index.constraint, { name });
	changeIndex(state, relation.id, { constraint: name });
};

const renameStored: Action = (state, { object, newname: name = '' }) => {
	const type = state.type(objectName(object));
	const row = state.find(objectName(object));
	if (type) {
		renameType(state, type, { schema: type.schema, name });
		state.putType({ ...type, name }, type);
	} else if (row?.kind === 'composite type') {
		renameType(state, row, { schema: row.schema, name });
		state.update(row.id, { name });
	}
};

const renameRoutine: Action = (state, { object, newname: name = '' }) => {
	const node = nodeOf(object, 'ObjectWithArgs');
	const found = node && namedFunction(state, node);
	if (found) moveFunction(state, found, { name });
};

const renameIn =
	(list: 'triggers' | 'rules' | 'policies'): Action =>
	(state, { subname, newname: name = '' }, relation) => {
		if (!relation) return;
		const renamed = relation[list].map((each) => (each.name === subname ? { ...each, name } : each));
		state.update(relation.id, { [list]: renamed });
		if (list === 'triggers' && relation.kind === 'partitioned table') {
			for (const child of relation.children)
				renameIn(list)(state, { subname: subname ?? '', newname: name }, state.known(child));
		}
	};

const ACTIONS: { readonly [Each in ObjectType]?: Action } = {
	OBJECT_AGGREGATE: renameRoutine,
	OBJECT_ATTRIBUTE: renameColumn,
	OBJECT_COLUMN: renameColumn,
	OBJECT_DOMAIN: renameStored,
	OBJECT_DOMCONSTRAINT: (state, { object, subname, newname: name = '' }) => {
		const domain = state.type(objectName(object));
		if (domain?.kind !== 'domain') return;
		const constraints = domain.constraints.map((each) => (each.name === subname ? { ...each, name } : each));
		state.putType({ ...domain, constraints }, domain);
	},
	OBJECT_FOREIGN_TABLE: renameRelation,
	OBJECT_FUNCTION: renameRoutine,
	OBJECT_INDEX: renameRelation,
	OBJECT_MATVIEW: renameRelation,
	OBJECT_POLICY: renameIn('policies'),
	OBJECT_PROCEDURE: renameRoutine,
	OBJECT_ROUTINE: renameRoutine,
	OBJECT_RULE: renameIn('rules'),
	OBJECT_SCHEMA: (state, { subname = '', newname = '' }) => moveSchema(state, subname, newname),
	OBJECT_SEQUENCE: renameRelation,
	OBJECT_STATISTIC_EXT: (state, { object, newname: name = '' }) => {
		const given = objectName(object);
		const table = state.tableOfStatistics(given);
		const old =
			table === undefined
				? undefined
				: state
						.known(table)
						.statistics.find((each) => each.name === given.name && (given.schema ?? each.schema) === each.schema);
		if (table === undefined || !old) return;
		state.putStatistics(old, undefined);
		state.putStatistics({ ...old, name }, table);
		const { statistics } = state.known(table);
		state.update(table, { statistics: statistics.map((each) => (each === old ? { ...each, name } : each)) });
	},
	OBJECT_TABCONSTRAINT: (state, { subname = '', newname = '' }, relation) =>
		relation && renameConstraint(state, relation, subname, newname),
	OBJECT_TABLE: renameRelation,
	OBJECT_TRIGGER: renameIn('triggers'),
	OBJECT_TYPE: renameStored,
	OBJECT_VIEW: renameRelation,
};

export function rename(state: State, statement: Rename): void {
	const relation = statement.relation && state.find(rangeName(statement.relation));
	if (statement.renameType) ACTIONS[statement.renameType]?.(state, statement, relation);
}

/** An index has the name of its constraint; children have that of their parent's check. */
function renameConstraint(state: State, table: Relation, from: string, to: string): void {
	const own = findConstraint(table, from);
	if (!own || findConstraint(table, to)) throw new Refused('no such constraint, or the name is taken');
	if (own.index !== undefined) {
		if (state.isTaken({ schema: table.schema, name: to })) refuse('the name is taken');
		state.update(own.index, { name: to });
		changeIndex(state, own.index, { constraint: to });
	}
	changeConstraint(state, table.id, from, { name: to });
	if (own.kind !== 'check' && own.kind !== 'not null') return;
	for (const child of table.children) {
		const below = state.known(child);
		if (findConstraint(below, from)?.inheritCount) renameConstraint(state, below, from, to);
	}
}

function renameColumn(
	state: State,
	{ subname: from = '', newname: to = '' }: Rename,
	relation: Relation | undefined,
): void {
	if (!relation) return;
	if (findColumn(relation, from).inheritCount > 0) refuse('the column is inherited');
	renameEverywhere(state, relation, from, to);
}

function renameEverywhere(state: State, table: Relation, from: string, to: string): void {
	if (table.columns.some(({ name }) => name === to)) refuse('a column of this name is there');
	const name = (each: string): string => (each === from ? to : each);
	const tree = <Tree extends Node | undefined>(each: Tree): Tree => withColumnRenamed(each, from, to);
	state.update(table.id, {
		columns: table.columns.map((each) => ({
			...each,
			name: name(each.name),
			default: each.generated ? tree(each.default) : each.default,
		})),
		constraints: table.constraints.map((each) => ({
			...each,
			columns: each.columns.map(name),
			expression: tree(each.expression),
		})),
		statistics: table.statistics.map((each) => ({
			...each,
			columns: each.columns.map(name),
			expressions: each.expressions.map(tree),
		})),
		triggers: table.triggers.map((each) => ({ ...each, columns: each.columns.map(name), when: tree(each.when) })),
		policies: table.policies.map((each) => ({ ...each, using: tree(each.using), withCheck: tree(each.withCheck) })),
		partitioning: table.partitioning && {
			...table.partitioning,
			keys: renamedKeys(table.partitioning.keys, name, tree),
		},
	});
	for (const id of table.indexes) {
		const { index } = state.known(id);
		if (index)
			changeIndex(state, id, {
				keys: renamedKeys(index.keys, name, tree),
				include: index.include.map(name),
				predicate: tree(index.predicate),
			});
	}
	for (const id of table.ownedSequences) renameOwner(state, id, name);
	for (const id of table.referencedBy) renameReferences(state, id, table.id, name);
	for (const id of table.views) renameDependency(state, id, table.id, name);
	for (const id of table.children) {
		const below = state.known(id);
		if (below.columns.some((each) => each.name === from && each.inheritCount > 0))
			renameEverywhere(state, below, from, to);
	}
}

type Name = (name: string) => string;
type Tree = <Each extends Node | undefined>(tree: Each) => Each;

const renamedKeys = (keys: Index['keys'], name: Name, tree: Tree): Index['keys'] =>
	keys.map((key) => ({
		...key,
		column: key.column === undefined ? undefined : name(key.column),
		expression: tree(key.expression),
	}));

function renameOwner(state: State, id: Id, name: Name): void {
	const { sequence } = state.known(id);
	if (!sequence?.ownedBy) return;
	const ownedBy = { ...sequence.ownedBy, column: name(sequence.ownedBy.column) };
	state.update(id, { sequence: { ...sequence, ownedBy } });
}

function renameReferences(state: State, id: Id, table: Id, name: Name): void {
	const constraints = state.known(id).constraints.map((each) => {
		const { references } = each;
		return references?.table === table
			? { ...each, references: { ...references, columns: references.columns.map(name) } }
			: each;
	});
	state.update(id, { constraints });
}

function renameDependency(state: State, id: Id, table: Id, name: Name): void {
	const { view } = state.known(id);
	const renamed = (each: Dependency): Dependency =>
		each.relation === table ? { ...each, columns: each.columns.map(name) } : each;
	if (view) state.update(id, { view: { ...view, dependsOn: view.dependsOn.map(renamed) } });
}
