import type { StoredType } from './definitions.ts';
import { moveFunction, namedFunction } from './functions.ts';
import type { ObjectName, Relation } from './model.ts';
import { refuse, type State } from './state.ts';
import { type NodeOf, nodeOf, objectName, rangeName } from './trees.ts';
import { renameType } from './type-use.ts';

/** `ALTER … SET SCHEMA` */
export function setSchema(state: State, statement: NodeOf<'AlterObjectSchemaStmt'>): void {
	const { relation: range, object, newschema: schema = '' } = statement;
	const relation = range && state.find(rangeName(range));
	const routine = nodeOf(object, 'ObjectWithArgs');
	const found = routine && namedFunction(state, routine);
	if (relation) moveRelation(state, relation, schema);
	else if (found) moveFunction(state, found, { schema });
	else if (!range && !routine) moveObject(state, statement, objectName(object), schema);
}

function moveObject(
	state: State,
	{ objectType }: NodeOf<'AlterObjectSchemaStmt'>,
	name: Parameters<State['type']>[0],
	schema: string,
): void {
	if (objectType === 'OBJECT_STATISTIC_EXT') {
		moveStatistics(state, name, schema);
		return;
	}
	const [type, row] = [state.type(name), state.find(name)];
	if (type) moveType(state, type, schema);
	else if (row) moveRelation(state, row, schema);
}

/** A table takes its indexes and its own sequences along. */
function moveRelation(
	state: State,
	{ id, name, schema: from, indexes, ownedSequences }: Relation,
	schema: string,
): void {
	if (from === schema) return;
	if (state.isTaken({ schema, name })) refuse('the name is taken');
	renameType(state, { schema: from, name }, { schema, name });
	state.update(id, { schema });
	for (const part of [...indexes, ...ownedSequences]) moveRelation(state, state.known(part), schema);
}

function moveType(state: State, type: StoredType, schema: string): void {
	renameType(state, type, { schema, name: type.name });
	state.putType({ ...type, schema }, type);
}

function moveStatistics(state: State, name: Parameters<State['type']>[0], schema: string): void {
	const table = state.tableOfStatistics(name);
	if (table === undefined) return;
	const { statistics } = state.known(table);
	const old = statistics.find((each) => each.name === name.name && (name.schema ?? each.schema) === each.schema);
	if (!old) return;
	state.putStatistics(old, undefined);
	state.putStatistics({ ...old, schema }, table);
	state.update(table, { statistics: statistics.map((each) => (each === old ? { ...each, schema } : each)) });
}

/** `ALTER SCHEMA … RENAME TO` */
export function moveSchema(state: State, from: string, to: string): void {
	if (state.hasSchema(to)) refuse('the name is taken');
	state.removeSchema(from);
	state.putSchema(to);
	const isIn = ({ schema }: ObjectName): boolean => schema === from;
	for (const type of [...state.types()].filter(isIn)) moveType(state, type, to);
	for (const relation of [...state.relations()].filter(isIn)) {
		renameType(state, relation, { schema: to, name: relation.name });
		state.update(relation.id, { schema: to });
	}
	for (const { statistics } of [...state.relations()]) {
		for (const each of statistics.filter(isIn)) moveStatistics(state, each, to);
	}
	for (const found of state.allFunctions().filter(isIn)) moveFunction(state, found, { schema: to });
}
