import {
	listedName,
	literalText,
	type NodeOf,
	nodeOf,
	nodesOf,
	valueText,
} from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Seen } from './seen.ts';

/** A timeout that a statement sets, with SET or with set_config(). */
export interface SetTimeout {
	readonly name: string;
	/** Undefined for DEFAULT. */
	readonly value: string | undefined;
	/** Whether it is to hold for the transaction alone. */
	readonly isLocal: boolean;
}

const TIMEOUTS = new Set([
	'idle_in_transaction_session_timeout',
	'lock_timeout',
	'statement_timeout',
	'transaction_timeout',
]);

/** The timeouts that a statement sets; RESET sets none. */
export function timeoutsSet(tree: Node): readonly SetTimeout[] {
	const set = nodeOf(tree, 'VariableSetStmt');
	const found = set ? ofSet(set) : callsIn(nodeOf(tree, 'SelectStmt'));
	return found.filter(({ name }) => TIMEOUTS.has(name));
}

function ofSet({ kind, name = '', args, is_local: isLocal = false }: NodeOf<'VariableSetStmt'>): readonly SetTimeout[] {
	const isDefault = kind === 'VAR_SET_DEFAULT';
	if (kind !== 'VAR_SET_VALUE' && !isDefault) return [];
	return [{ name, value: isDefault ? undefined : (args ?? []).map(valueText).join(''), isLocal }];
}

const callsIn = (select: NodeOf<'SelectStmt'> | undefined): readonly SetTimeout[] =>
	nodesOf(select?.targetList, 'ResTarget').flatMap(({ val }) => {
		const call = nodeOf(val, 'FuncCall');
		const [name, value, isLocal] = (call?.args ?? []).map(literalText);
		if (listedName(call?.funcname).name !== 'set_config' || name === undefined) return [];
		return [{ name: name.toLowerCase(), value, isLocal: isLocal === 'true' }];
	});

const UNITS: Readonly<Record<string, number>> = {
	us: 0.001,
	ms: 1,
	s: 1000,
	min: 60_000,
	h: 3_600_000,
	d: 86_400_000,
};

/**
 * A duration as SET takes it, in milliseconds; undefined where it is none.
 *
 * @see https://www.postgresql.org/docs/current/config-setting.html#CONFIG-SETTING-NAMES-VALUES
 */
export function milliseconds(text: string): number | undefined {
	const [, value, unit = ''] = /^\s*([\d.]+)\s*(us|ms|s|min|h|d)?\s*$/.exec(text) ?? [];
	return value === undefined ? undefined : Number(value) * (UNITS[unit] ?? 1);
}

/** The statement with a limit in front, which ends with the transaction where one is open. */
export const limited = (name: string, value: string, { text, isInTransaction }: Seen): string =>
	`SET ${isInTransaction ? 'LOCAL ' : ''}${name} = '${value}';\n${text};`;

/** Whether a statement keeps no others waiting: LOCK … NOWAIT, and REFRESH … CONCURRENTLY, which lets all read the view. */
export const isWaitedForByNone = (tree: Node): boolean =>
	nodeOf(tree, 'RefreshMatViewStmt')?.concurrent ?? nodeOf(tree, 'LockStmt')?.nowait ?? false;

/** Whether a timeout is in force; zero switches it off. */
export function isLimited(name: string, { facts }: Seen): boolean {
	const value = facts.settings.get(name);
	return value !== undefined && milliseconds(value) !== 0;
}
