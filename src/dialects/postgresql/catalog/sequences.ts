import { qualified } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import { changeColumn } from './constraints.ts';
import type { Id, Relation, Sequence } from './model.ts';
import { createdName, relationName } from './names.ts';
import { nextValue } from './sequence-use.ts';
import type { State } from './state.ts';
import { listedName, type NodeOf, nodeOf, optionsOf, rangeName, stringsOf } from './trees.ts';

export function createSequence(state: State, statement: NodeOf<'CreateSeqStmt'>): void {
	if (!statement.sequence) return;
	const name = createdName(state, rangeName(statement.sequence), statement.sequence.relpersistence === 't');
	if (statement.if_not_exists && state.isTaken(name)) return;
	const options = optionsOf(statement.options);
	const sequence = state.create(name, {
		kind: 'sequence',
		persistence: persistenceOf(statement.sequence),
		sequence: { type: typeOf(options.get('as')) ?? 'int8', ownedBy: undefined },
	});
	own(state, sequence, options.get('owned_by'));
}

export function alterSequence(state: State, statement: NodeOf<'AlterSeqStmt'>): void {
	const found = statement.sequence && state.find(rangeName(statement.sequence));
	if (!found?.sequence) return;
	const options = optionsOf(statement.options);
	const type = typeOf(options.get('as'));
	if (type) state.update(found.id, { sequence: { ...found.sequence, type } });
	own(state, state.known(found.id), options.get('owned_by'));
}

const typeOf = (node: Node | undefined): string | undefined => {
	const type = nodeOf(node, 'TypeName');
	return type && listedName(type.names).name;
};

export const persistenceOf = ({ relpersistence, schemaname }: NodeOf<'RangeVar'>): Relation['persistence'] => {
	if (relpersistence === 't' || schemaname === 'pg_temp') return 'temporary';
	return relpersistence === 'u' ? 'unlogged' : 'permanent';
};

/** `OWNED BY table.column`, or NONE. */
function own(state: State, sequence: Relation, owner: Node | undefined): void {
	const parts = stringsOf(nodeOf(owner, 'List')?.items);
	if (parts.length === 0 || !sequence.sequence) return;
	const table = parts.length > 1 ? state.find(qualified(parts.at(-2) ?? '', parts.at(-3))) : undefined;
	if (parts.length > 1 && !table) return;
	disown(state, sequence);
	if (table) give(state, sequence.id, table.id, parts.at(-1) ?? '', false);
}

/** Take a sequence from the column that owns it. */
function disown(state: State, { id, sequence }: Relation): void {
	if (!sequence?.ownedBy) return;
	const { table } = sequence.ownedBy;
	state.update(table, { ownedSequences: state.known(table).ownedSequences.filter((each) => each !== id) });
	state.update(id, { sequence: { ...sequence, ownedBy: undefined } });
}

function give(state: State, id: Id, table: Id, column: string, isIdentity: boolean): void {
	const { sequence } = state.known(id);
	if (!sequence) return;
	state.update(id, { sequence: { ...sequence, ownedBy: { table, column, isIdentity } } });
	state.update(table, { ownedSequences: [...state.known(table).ownedSequences, id] });
}

/** Create the sequence of a serial or identity column. */
export function addOwnSequence(
	state: State,
	table: Relation,
	column: string,
	{
		type,
		isIdentity,
		options,
	}: { readonly type: string; readonly isIdentity: boolean; readonly options: readonly Node[] },
): void {
	const given = nodeOf(optionsOf(options).get('sequence_name'), 'List');
	const named = given && createdName(state, listedName(given.items));
	const name = named ?? { schema: table.schema, name: relationName(state, table, column, 'seq') };
	const sequence: Sequence = { type, ownedBy: undefined };
	const { id } = state.create(name, { kind: 'sequence', persistence: table.persistence, sequence });
	give(state, id, table.id, column, isIdentity);
	if (!isIdentity) changeColumn(state, table.id, column, { default: nextValue(name), sequences: [id] });
}

/** The sequence of an identity column. */
export const identitySequence = (state: State, table: Relation, column: string): Relation | undefined =>
	table.ownedSequences
		.map((id) => state.known(id))
		.find(({ sequence }) => sequence?.ownedBy?.isIdentity && sequence.ownedBy.column === column);
