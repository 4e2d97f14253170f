import { addInTurn } from './alter-constraint.ts';
import type { Actions, Altering } from './altering.ts';
import { collationOf, columnDefinition, defaultOf, identityOf, unlessDefault } from './column-definition.ts';
import { addNotNull, changeColumn, findColumn, notNullOf } from './constraints.ts';
import { dropColumn, viewsOf } from './drop-column.ts';
import { dropConstraint } from './drop-constraint.ts';
import { dropRelations } from './drop-relations.ts';
import { inheritColumn } from './inheritance.ts';
import { isKey, withoutRepetition } from './keys.ts';
import type { Column, Id, Relation } from './model.ts';
import { sequencesIn } from './sequence-use.ts';
import { addOwnSequence, identitySequence } from './sequences.ts';
import { refuse, type State } from './state.ts';
import { columnsIn, nodeOf, optionsOf, valueText } from './trees.ts';
import { resolveType } from './type-names.ts';

export const ALTER_COLUMN: Actions = {
	AT_AddColumn: addColumn,
	AT_AddIdentity: addIdentity,
	AT_AlterColumnType: alterType,
	AT_ColumnDefault: setDefault,
	AT_DropColumn: ({ state, table, recurse, command: { name = '', missing_ok: missingOk, behavior } }) => {
		const isThere = state.known(table).columns.some((column) => column.name === name);
		if (isThere || !missingOk) dropColumn(state, table, name, { cascade: behavior === 'DROP_CASCADE', recurse });
	},
	AT_DropExpression: ({ state, table, recurse, command: { name = '', missing_ok: missingOk } }) => {
		const { generated } = findColumn(state.known(table), name);
		if (!generated && !missingOk) refuse('not a generated column');
		if (generated)
			eachTable(state, table, recurse, (id) =>
				changeColumn(state, id, name, { generated: undefined, default: undefined }),
			);
	},
	AT_DropIdentity: dropIdentity,
	AT_DropNotNull: ({ state, table, recurse, command: { name = '' } }) => {
		const relation = state.known(table);
		const { notNull } = findColumn(relation, name);
		const own = notNullOf(relation, name);
		if (own) dropConstraint(state, table, own.name, { cascade: false, recurse });
		else if (notNull) changeColumn(state, table, name, { notNull: false });
	},
	AT_SetCompression: ({ state, table, recurse, command: { name = '', def } }) =>
		eachTable(state, table, recurse, (id) =>
			changeColumn(state, id, name, { compression: unlessDefault(def && valueText(def)) }),
		),
	AT_SetExpression: ({ state, table, recurse, command: { name = '', def } }) =>
		eachTable(state, table, recurse, (id) => changeColumn(state, id, name, { default: def })),
	AT_SetIdentity: setIdentity,
	AT_SetNotNull: ({ state, table, recurse, command: { name = '' } }) => addNotNull(state, table, name, {}, recurse),
	AT_SetStorage: ({ state, table, recurse, command: { name = '', def } }) =>
		eachTable(state, table, recurse, (id) =>
			changeColumn(state, id, name, { storage: unlessDefault(def && valueText(def)) }),
		),
};

function setDefault({ state, table, recurse, command: { name = '', def } }: Altering): void {
	const { type, generated, identity } = findColumn(state.known(table), name);
	if (generated || identity) refuse('the column has no default');
	const value = defaultOf(state, type, def);
	const sequences = sequencesIn(state, value);
	eachTable(state, table, recurse, (id) => changeColumn(state, id, name, { default: value, sequences }));
}

/** Change a table and, unless ONLY was said, those below it that have the column from it. */
function eachTable(state: State, table: Id, recurse: boolean, change: (table: Id) => void): void {
	change(table);
	if (recurse) for (const child of state.known(table).children) eachTable(state, child, true, change);
}

function addColumn(altering: Altering): void {
	const { state, table, recurse, command } = altering;
	const def = nodeOf(command.def, 'ColumnDef');
	const relation = state.known(table);
	const isThere = relation.columns.some(({ name }) => name === def?.colname);
	if (!def || (isThere && command.missing_ok)) return;
	if (isThere) refuse('a column of this name is there');
	if (!recurse && relation.children.length > 0) refuse('children have to get the column, too');
	const { column, constraints, sequence } = columnDefinition(state, def);
	state.update(table, { columns: [...relation.columns, column] });
	if (sequence) addOwnSequence(state, state.known(table), column.name, sequence);
	inheritColumn(state, relation.children, findColumn(state.known(table), column.name));
	const others = constraints.filter((node) => !isKey(node));
	for (const node of [...others, ...withoutRepetition(constraints.filter(isKey))]) addInTurn(altering, node);
}

function alterType({ state, table, recurse, command }: Altering): void {
	const { name = '', def } = command;
	const given = nodeOf(def, 'ColumnDef');
	const relation = state.known(table);
	const type = given?.typeName && resolveType(state, given.typeName);
	if (!given || !type) return;
	if (findColumn(relation, name).inheritCount > 0) refuse('the column is inherited');
	if (!recurse && relation.children.length > 0) refuse('children have to be altered, too');
	refuseTypeUsers(state, relation, name);
	const collation = collationOf(given.collClause?.collname);
	const change: Partial<Column> = { type, collation, storage: undefined, compression: undefined };
	eachTable(state, table, true, (id) => {
		changeColumn(state, id, name, change);
		const sequence = identitySequence(state, state.known(id), name);
		if (sequence?.sequence) state.update(sequence.id, { sequence: { ...sequence.sequence, type: type.name } });
	});
}

/** A type cannot change under a view, a generated column, a policy, or a trigger that names the column. */
function refuseTypeUsers(state: State, table: Relation, name: string): void {
	const { columns, policies, triggers, partitioning } = table;
	if (viewsOf(state, table, name).length > 0) refuse('a view reads the column');
	if (columns.some((each) => each.generated && each.name !== name && columnsIn(each.default).includes(name)))
		refuse('a generated column');
	if (policies.some(({ using, withCheck }) => columnsIn([using, withCheck]).includes(name))) refuse('a policy');
	if (triggers.some((each) => [...each.columns, ...columnsIn(each.when)].includes(name))) refuse('a trigger');
	if (partitioning?.keys.some(({ column, expression }) => column === name || columnsIn(expression).includes(name)))
		refuse('the partition key');
}

function addIdentity({ state, table, command: { name = '', def } }: Altering): void {
	const node = nodeOf(def, 'Constraint');
	const relation = state.known(table);
	const column = findColumn(relation, name);
	if (!column.notNull || column.identity || column.default) refuse('the column cannot be an identity');
	const options = node?.options ?? [];
	addOwnSequence(state, relation, name, { type: column.type?.name ?? 'int8', isIdentity: true, options });
	const identity = identityOf(node?.generated_when);
	eachPartition(state, table, (id) => changeColumn(state, id, name, { identity }));
}

/** Partitions share the identity of their table; children that inherit do not. */
function eachPartition(state: State, table: Id, change: (table: Id) => void): void {
	const { kind } = state.known(table);
	eachTable(state, table, kind === 'partitioned table', change);
}

function setIdentity({ state, table, command: { name = '', def } }: Altering): void {
	if (!findColumn(state.known(table), name).identity) refuse('not an identity column');
	const generated = optionsOf(nodeOf(def, 'List')?.items).get('generated');
	// The letter of the grammar stands there as its code.
	const identity = generated && identityOf(String.fromCharCode(Number(valueText(generated))));
	if (identity) eachPartition(state, table, (id) => changeColumn(state, id, name, { identity }));
}

function dropIdentity({ state, table, command: { name = '', missing_ok: missingOk } }: Altering): void {
	const relation = state.known(table);
	if (!findColumn(relation, name).identity && !missingOk) refuse('not an identity column');
	const sequence = identitySequence(state, relation, name);
	eachPartition(state, table, (id) => changeColumn(state, id, name, { identity: undefined }));
	if (!sequence?.sequence) return;
	state.update(sequence.id, { sequence: { ...sequence.sequence, ownedBy: undefined } });
	state.update(table, { ownedSequences: state.known(table).ownedSequences.filter((id) => id !== sequence.id) });
	dropRelations(state, [sequence.id], false);
}
