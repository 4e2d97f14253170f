import { dropRelations } from './drop-relations.ts';
import type { State } from './state.ts';
import { listedName, literalText, type NodeOf, nodeOf, nodesOf, valueText } from './trees.ts';

export function setVariable(
	state: State,
	{ kind, name, args = [], is_local: isLocal }: NodeOf<'VariableSetStmt'>,
): void {
	const isReset = kind === 'VAR_SET_DEFAULT' || kind === 'VAR_RESET';
	if (kind === 'VAR_RESET_ALL' || (isReset && name === 'search_path')) state.resetSearchPath();
	else if (kind === 'VAR_SET_VALUE' && name === 'search_path') {
		state.setSearchPath(
			args.map(valueText).filter((schema) => schema !== ''),
			isLocal,
		);
	}
}

/** What SET LOCAL said ends with the transaction, and so do tables ON COMMIT DROP. */
export function endTransaction(state: State, { kind }: NodeOf<'TransactionStmt'>): void {
	if (kind !== 'TRANS_STMT_COMMIT' && kind !== 'TRANS_STMT_ROLLBACK' && kind !== 'TRANS_STMT_PREPARE') return;
	state.endLocalSettings();
	const ids = [...state.relations()].flatMap(({ id, isDroppedOnCommit }) => (isDroppedOnCommit ? [id] : []));
	dropRelations(state, ids, true);
}

/** `DISCARD ALL` and `DISCARD TEMP` */
export function discard(state: State, { target }: NodeOf<'DiscardStmt'>): void {
	if (target === 'DISCARD_ALL') state.resetSearchPath();
	if (target !== 'DISCARD_ALL' && target !== 'DISCARD_TEMP') return;
	const ids = [...state.relations()].flatMap(({ id, persistence }) => (persistence === 'temporary' ? [id] : []));
	dropRelations(state, ids, true);
}

/** `SELECT set_config('search_path', …)`, as pg_dump has it. */
export function setConfig(state: State, { targetList }: NodeOf<'SelectStmt'>): void {
	for (const { val } of nodesOf(targetList, 'ResTarget')) {
		const call = nodeOf(val, 'FuncCall');
		if (!call || listedName(call.funcname).name !== 'set_config') continue;
		const [name, value, isLocal] = (call.args ?? []).map(literalText);
		if (name === 'search_path' && value !== undefined) state.setSearchPath(pathOf(value), isLocal === 'true');
	}
}

/** A list of names as the server reads it: small letters where it is not quoted. */
const pathOf = (text: string): readonly string[] =>
	[...text.matchAll(/"((?:[^"]|"")*)"|([^",\s]+)/g)]
		.map(([, quoted, plain = '']) => (quoted === undefined ? plain.toLowerCase() : quoted.replaceAll('""', '"')))
		.filter((schema) => schema !== '');
