import type { Actions, Altering } from './altering.ts';
import type { Firing, Relation } from './model.ts';
import { changeIndex } from './partition-indexes.ts';
import type { State } from './state.ts';
import { nodeOf, optionsOf, valueText } from './trees.ts';
import { fireRule, fireTriggers } from './triggers.ts';

const update =
	(change: Partial<Relation>) =>
	({ state, table }: Altering): void => {
		state.update(table, change);
	};

const fire =
	(firing: Firing) =>
	({ state, table, recurse, command: { name } }: Altering): void =>
		fireTriggers(state, table, name, firing, recurse);

const rule =
	(firing: Firing) =>
	({ state, table, command: { name = '' } }: Altering): void =>
		fireRule(state, table, name, firing);

/** What a relation has apart from columns and constraints. */
export const ALTER_FLAGS: Actions = {
	AT_AddOf: ({ state, table, command: { def } }) => {
		const type = nodeOf(def, 'TypeName');
		const names = type?.names ?? [];
		const found = state.find({
			name: valueText(names.at(-1)),
			...(names.length > 1 && { schema: valueText(names.at(-2)) }),
		});
		state.update(table, { ofType: found && { schema: found.schema, name: found.name } });
	},
	AT_DropOf: update({ ofType: undefined }),
	AT_ClusterOn: ({ state, table, command: { name = '' } }) => {
		unclustered(state, table);
		const index = state.find({ schema: state.known(table).schema, name });
		if (index) changeIndex(state, index.id, { isClustered: true });
	},
	AT_DropCluster: ({ state, table }) => unclustered(state, table),
	AT_SetLogged: (altering) => setPersistence(altering, 'permanent'),
	AT_SetUnLogged: (altering) => setPersistence(altering, 'unlogged'),
	AT_SetAccessMethod: ({ state, table, command: { name } }) => void state.update(table, { accessMethod: name }),
	AT_SetTableSpace: ({ state, table, command: { name } }) => void state.update(table, { tablespace: name }),
	AT_SetRelOptions: ({ state, table, command: { def } }) => {
		const given = [...optionsOf(nodeOf(def, 'List')?.items)].map(([name, value]) => [name, valueText(value)]);
		state.update(table, { options: { ...state.known(table).options, ...Object.fromEntries(given) } });
	},
	AT_ResetRelOptions: ({ state, table, command: { def } }) => {
		const names = optionsOf(nodeOf(def, 'List')?.items);
		const options = Object.entries(state.known(table).options).filter(([name]) => !names.has(name));
		state.update(table, { options: Object.fromEntries(options) });
	},
	AT_EnableTrig: fire('origin'),
	AT_EnableAlwaysTrig: fire('always'),
	AT_EnableReplicaTrig: fire('replica'),
	AT_DisableTrig: fire('disabled'),
	AT_EnableTrigAll: fire('origin'),
	AT_DisableTrigAll: fire('disabled'),
	AT_EnableTrigUser: fire('origin'),
	AT_DisableTrigUser: fire('disabled'),
	AT_EnableRule: rule('origin'),
	AT_EnableAlwaysRule: rule('always'),
	AT_EnableReplicaRule: rule('replica'),
	AT_DisableRule: rule('disabled'),
	AT_EnableRowSecurity: update({ hasRowSecurity: true }),
	AT_DisableRowSecurity: update({ hasRowSecurity: false }),
	AT_ForceRowSecurity: update({ forcesRowSecurity: true }),
	AT_NoForceRowSecurity: update({ forcesRowSecurity: false }),
	AT_ReplicaIdentity: replicaIdentity,
};

function unclustered(state: State, table: number): void {
	for (const id of state.known(table).indexes) {
		if (state.known(id).index?.isClustered) changeIndex(state, id, { isClustered: false });
	}
}

/** Indexes and own sequences are kept as their table is. */
function setPersistence({ state, table }: Altering, persistence: Relation['persistence']): void {
	const { indexes, ownedSequences } = state.update(table, { persistence });
	for (const id of [...indexes, ...ownedSequences]) state.update(id, { persistence });
}

const IDENTITIES = { d: 'default', f: 'full', n: 'nothing' } as const;

function replicaIdentity({ state, table, command: { def } }: Altering): void {
	const { identity_type: letter, name = '' } = nodeOf(def, 'ReplicaIdentityStmt') ?? {};
	if (letter === 'd' || letter === 'f' || letter === 'n') {
		state.update(table, { replicaIdentity: { kind: IDENTITIES[letter] } });
	} else {
		const index = state.find({ schema: state.known(table).schema, name });
		if (index) state.update(table, { replicaIdentity: { kind: 'index', index: index.id } });
	}
}
