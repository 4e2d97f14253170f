import { changeColumn, findColumn } from './constraints.ts';
import { type Dropping, dropKeyIndex } from './drop-constraint.ts';
import { dropRelations } from './drop-relations.ts';
import { removeConstraint } from './foreign-keys.ts';
import { columnsOfIndex } from './indexes.ts';
import type { Id, Relation } from './model.ts';
import { refuse, type State } from './state.ts';
import { removeStatistics } from './statistics.ts';
import { columnsIn } from './trees.ts';

export function dropColumn(state: State, table: Id, name: string, dropping: Dropping): void {
	if (findColumn(state.known(table), name).inheritCount > 0) refuse('the column is inherited');
	takeColumn(state, table, name, dropping);
}

/** Drop a column, whether it is inherited or not. */
function takeColumn(state: State, table: Id, name: string, dropping: Dropping): void {
	const relation = state.known(table);
	const keys = relation.partitioning?.keys ?? [];
	if (keys.some(({ column, expression }) => column === name || columnsIn(expression).includes(name)))
		refuse('partition key');
	dropDependents(state, relation, name, dropping);
	dropParts(state, table, name, dropping.cascade);
	state.update(table, { columns: state.known(table).columns.filter((column) => column.name !== name) });
	for (const child of relation.children) releaseColumn(state, child, name, dropping);
}

/** What needs CASCADE: views, generated columns, policies and triggers that name the column. */
function dropDependents(state: State, table: Relation, name: string, dropping: Dropping): void {
	const views = viewsOf(state, table, name);
	const generated = table.columns.filter((each) => each.generated && columnsIn(each.default).includes(name));
	const policies = table.policies.filter(({ using, withCheck }) => !columnsIn([using, withCheck]).includes(name));
	const triggers = table.triggers.filter(({ columns, when }) => ![...columns, ...columnsIn(when)].includes(name));
	const stays = policies.length === table.policies.length && triggers.length === table.triggers.length;
	if (!dropping.cascade && (views.length > 0 || generated.length > 0 || !stays)) refuse('something depends on it');
	dropRelations(state, views, true);
	if (!stays) state.update(table.id, { policies, triggers });
	for (const column of generated) if (column.name !== name) takeColumn(state, table.id, column.name, dropping);
}

/** The views that name a column of a table. */
export const viewsOf = (state: State, table: Relation, name: string): readonly Id[] =>
	table.views.filter((id) =>
		state.known(id).view?.dependsOn.some(({ relation, columns }) => relation === table.id && columns.includes(name)),
	);

/** What goes with a column: its constraints, indexes, statistics and sequences. */
function dropParts(state: State, table: Id, name: string, cascade: boolean): void {
	const relation = state.known(table);
	for (const { name: constraint, columns, index } of relation.constraints) {
		if (index === undefined && columns.includes(name)) removeConstraint(state, table, constraint);
	}
	for (const id of relation.indexes) {
		const { index, parents } = state.get(id) ?? {};
		if (index && parents?.length === 0 && columnsOfIndex(index).includes(name)) dropKeyIndex(state, id, cascade);
	}
	removeStatistics(state, table, ({ columns, expressions }) => [...columns, ...columnsIn(expressions)].includes(name));
	const sequences = relation.ownedSequences.filter((id) => state.known(id).sequence?.ownedBy?.column === name);
	changeColumn(state, table, name, { default: undefined, sequences: [], identity: undefined });
	for (const id of sequences) state.update(id, { sequence: { type: 'int8', ownedBy: undefined } });
	state.update(table, { ownedSequences: state.known(table).ownedSequences.filter((id) => !sequences.includes(id)) });
	dropRelations(state, sequences, cascade);
}

/** Take one parent from a child's column. */
function releaseColumn(state: State, child: Id, name: string, dropping: Dropping): void {
	const own = state.known(child).columns.find((column) => column.name === name);
	if (!own) return;
	const inheritCount = own.inheritCount - 1;
	if (dropping.recurse && inheritCount === 0 && !own.isLocal) takeColumn(state, child, name, dropping);
	else changeColumn(state, child, name, { inheritCount, isLocal: own.isLocal || !dropping.recurse });
}
