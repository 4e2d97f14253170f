import type { Node } from '../../../sql/parse-postgresql.ts';
import { listedName, literalText, type NodeOf, nodeOf, nodesOf, valueText } from '../catalog/trees.ts';

/** What SET left in force; a setting that no statement made is not known. */
export class Settings {
	readonly #session: ReadonlyMap<string, string>;
	readonly #local: ReadonlyMap<string, string>;

	constructor(session: ReadonlyMap<string, string> = new Map(), local: ReadonlyMap<string, string> = new Map()) {
		this.#session = session;
		this.#local = local;
	}

	get values(): ReadonlyMap<string, string> {
		return this.#local.size === 0 ? this.#session : new Map([...this.#session, ...this.#local]);
	}

	/** After COMMIT, which ends SET LOCAL. */
	committed(): Settings {
		return new Settings(this.#session);
	}

	/** After one statement. SET LOCAL has no effect outside a transaction. */
	after(tree: Node, isInTransaction: boolean): Settings {
		const set = nodeOf(tree, 'VariableSetStmt');
		if (set) return this.#afterSet(set, isInTransaction);
		if (nodeOf(tree, 'DiscardStmt')?.target === 'DISCARD_ALL') return new Settings();
		const select = nodeOf(tree, 'SelectStmt');
		return select ? this.#afterCalls(select, isInTransaction) : this;
	}

	#afterSet(
		{ kind, name = '', args, is_local: isLocal }: NodeOf<'VariableSetStmt'>,
		isInTransaction: boolean,
	): Settings {
		if (kind === 'VAR_RESET_ALL') return new Settings();
		if (kind === 'VAR_SET_MULTI' || kind === 'VAR_SET_CURRENT') return this;
		const value = kind === 'VAR_SET_VALUE' ? (args ?? []).map(textOf).join(', ') : undefined;
		return this.#with(name, value, isLocal ?? false, isInTransaction);
	}

	/** `SELECT set_config('lock_timeout', '2s', false)` */
	#afterCalls({ targetList }: NodeOf<'SelectStmt'>, isInTransaction: boolean): Settings {
		let result: Settings = this;
		for (const { val } of nodesOf(targetList, 'ResTarget')) {
			const call = nodeOf(val, 'FuncCall');
			if (listedName(call?.funcname).name !== 'set_config') continue;
			const [name, value, isLocal] = (call?.args ?? []).map(literalText);
			if (name !== undefined) result = result.#with(name, value, isLocal === 'true', isInTransaction);
		}
		return result;
	}

	#with(given: string, value: string | undefined, isLocal: boolean, isInTransaction: boolean): Settings {
		if (isLocal && !isInTransaction) return this;
		const name = given.toLowerCase();
		const [session, local] = [new Map(this.#session), new Map(this.#local)];
		const changed = isLocal ? local : session;
		if (value === undefined) changed.delete(name);
		else changed.set(name, value);
		if (!isLocal) local.delete(name);
		return new Settings(session, local);
	}
}

const textOf = (node: Node): string => {
	const cast = nodeOf(node, 'TypeCast');
	return cast?.arg ? textOf(cast.arg) : valueText(node);
};
