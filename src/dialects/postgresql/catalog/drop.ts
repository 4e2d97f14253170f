import { type QualifiedName, qualified } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import { dropKeyIndex } from './drop-constraint.ts';
import { dropRelations } from './drop-relations.ts';
import { dropFunctions } from './functions.ts';
import type { Id, Relation, RelationKind } from './model.ts';
import { refuse, type State } from './state.ts';
import { removeStatistics } from './statistics.ts';
import { listedName, type NodeOf, nodeOf, objectName, stringsOf } from './trees.ts';
import { dropTypeUsers } from './type-use.ts';

type Drop = NodeOf<'DropStmt'>;
type ObjectType = NonNullable<Drop['removeType']>;

/** The kinds that each DROP takes. */
const RELATIONS: { readonly [Each in ObjectType]?: readonly RelationKind[] } = {
	OBJECT_FOREIGN_TABLE: ['foreign table'],
	OBJECT_INDEX: ['index', 'partitioned index'],
	OBJECT_MATVIEW: ['materialized view'],
	OBJECT_SEQUENCE: ['sequence'],
	OBJECT_TABLE: ['table', 'partitioned table'],
	OBJECT_VIEW: ['view'],
};

const OTHERS: { readonly [Each in ObjectType]?: (state: State, objects: readonly Node[], cascade: boolean) => void } = {
	OBJECT_AGGREGATE: dropFunctions,
	OBJECT_DOMAIN: dropTypes,
	OBJECT_FUNCTION: dropFunctions,
	OBJECT_POLICY: (state, objects) => dropFromTable(state, objects, 'policies'),
	OBJECT_PROCEDURE: dropFunctions,
	OBJECT_ROUTINE: dropFunctions,
	OBJECT_RULE: (state, objects) => dropFromTable(state, objects, 'rules'),
	OBJECT_SCHEMA: dropSchemas,
	OBJECT_STATISTIC_EXT: dropStatistics,
	OBJECT_TRIGGER: (state, objects) => dropFromTable(state, objects, 'triggers'),
	OBJECT_TYPE: dropTypes,
};

export function dropObjects(state: State, { removeType, objects = [], behavior }: Drop): void {
	const cascade = behavior === 'DROP_CASCADE';
	const kinds = removeType && RELATIONS[removeType];
	if (!kinds) {
		if (removeType) OTHERS[removeType]?.(state, objects, cascade);
		return;
	}
	const relations = objects.flatMap((object) => state.find(objectName(object)) ?? []);
	for (const { kind } of relations) if (!kinds.includes(kind)) refuse('it is of another kind');
	if (removeType === 'OBJECT_INDEX') for (const index of relations) dropIndex(state, index, cascade);
	else dropRelations(state, idsOf(relations), cascade);
}

const idsOf = (relations: readonly Relation[]): readonly Id[] => relations.map(({ id }) => id);

function dropIndex(state: State, { id, index, parents }: Relation, cascade: boolean): void {
	if (index?.constraint !== undefined || parents.length > 0) refuse('something requires the index');
	dropKeyIndex(state, id, cascade);
}

function dropTypes(state: State, objects: readonly Node[], cascade: boolean): void {
	for (const object of objects) {
		const name = objectName(object);
		const [type, relation] = [state.type(name), state.find(name)];
		if (type) {
			dropTypeUsers(state, type, cascade);
			state.removeType(type);
		} else if (relation?.kind === 'composite type') {
			dropRelations(state, typedTables(state, relation, cascade), cascade);
		}
	}
}

/** A composite type, and the tables that are made of it, which need CASCADE. */
function typedTables(state: State, type: Relation, cascade: boolean): readonly Id[] {
	const tables = [...state.relations()].filter(
		({ ofType }) => ofType?.schema === type.schema && ofType.name === type.name,
	);
	if (tables.length > 0 && !cascade) refuse('a table is of the type');
	return [type.id, ...idsOf(tables)];
}

/** A trigger, a policy or a rule: its name follows that of its table. */
function dropFromTable(state: State, objects: readonly Node[], list: 'triggers' | 'policies' | 'rules'): void {
	for (const object of objects) {
		const parts = stringsOf(nodeOf(object, 'List')?.items);
		const table = state.find(qualified(parts.at(-2) ?? '', parts.at(-3)));
		const name = parts.at(-1) ?? '';
		if (!table) continue;
		const trigger = list === 'triggers' ? table.triggers.find((each) => each.name === name) : undefined;
		if (trigger?.isInherited) refuse('the trigger is inherited');
		removeNamed(state, table, list, name, trigger !== undefined);
	}
}

function removeNamed(
	state: State,
	table: Relation,
	list: 'triggers' | 'policies' | 'rules',
	name: string,
	recurse: boolean,
): void {
	state.update(table.id, { [list]: table[list].filter((each) => each.name !== name) });
	if (recurse && table.kind === 'partitioned table') {
		for (const child of table.children) removeNamed(state, state.known(child), list, name, true);
	}
}

function dropStatistics(state: State, objects: readonly Node[]): void {
	for (const object of objects) {
		const name = objectName(object);
		const table = state.tableOfStatistics(name);
		if (table === undefined) continue;
		removeStatistics(state, table, (each) => each.name === name.name && (name.schema ?? each.schema) === each.schema);
	}
}

function dropSchemas(state: State, objects: readonly Node[], cascade: boolean): void {
	for (const schema of objects.map((object) => listedName([object]).name)) {
		const relations = [...state.relations()].filter((each) => each.schema === schema);
		const types = [...state.types()].filter((each) => each.schema === schema);
		const functions = state.allFunctions().filter((each) => each.schema === schema);
		if (!cascade && relations.length + types.length + functions.length > 0) refuse('the schema is not empty');
		dropRelations(state, idsOf(relations), true);
		for (const type of types) {
			dropTypeUsers(state, type, true);
			state.removeType(type);
		}
		dropFunctions(state, functions.map(functionNode), true);
		state.removeSchema(schema);
	}
}

const functionNode = ({ schema, name }: QualifiedName): Node => ({
	ObjectWithArgs: {
		objname: [{ String: { sval: schema ?? '' } }, { String: { sval: name } }],
		args_unspecified: true,
	},
});
