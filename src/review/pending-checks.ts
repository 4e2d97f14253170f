import type { Constraint, Relation } from '../dialects/postgresql/catalog/model.ts';
import { type NodeOf, nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Seen } from './seen.ts';

type Range = NodeOf<'RangeVar'> | undefined;

/** The foreign keys of a table, and those that refer to it, which may be tried at the end of a transaction. */
interface Keys {
	readonly own: readonly Constraint[];
	readonly referring: readonly Constraint[];
}

function deferrableKeys(table: Relation, { known }: Seen): Keys {
	const isDeferrable = ({ kind, isDeferrable: may, isEnforced }: Constraint): boolean =>
		kind === 'foreign key' && may && isEnforced;
	const others = table.referencedBy.flatMap((id) => known.get(id)?.constraints ?? []);
	return {
		own: table.constraints.filter(isDeferrable),
		referring: others.filter((key) => key.references?.table === table.id && isDeferrable(key)),
	};
}

export function hasDeferrableKeys(table: Relation, seen: Seen): boolean {
	const { own, referring } = deferrableKeys(table, seen);
	return own.length + referring.length > 0;
}

/** Whether one of them waits for the end of a transaction by itself. */
export function defersKeys(table: Relation, seen: Seen): boolean {
	const { own, referring } = deferrableKeys(table, seen);
	return [...own, ...referring].some(({ isInitiallyDeferred }) => isInitiallyDeferred);
}

/**
 * Whether writes of a transaction left foreign keys to be tried at its end.
 *
 * @param trees - The statements of the transaction so far.
 * @see https://www.postgresql.org/docs/current/sql-set-constraints.html
 */
export function hasPendingChecks(table: Relation, trees: readonly Node[], seen: Seen): boolean {
	const keys = deferrableKeys(table, seen);
	let modes: ReadonlyMap<string, boolean> = new Map();
	let pending: ReadonlySet<string> = new Set();
	for (const tree of trees) {
		const set = nodeOf(tree, 'ConstraintsSetStmt');
		if (set) {
			const names = namesOf(set, keys);
			modes = new Map([...modes, ...names.map((name) => [name, set.deferred ?? false] as const)]);
			if (!set.deferred) pending = new Set([...pending].filter((name) => !names.includes(name)));
		} else if (nodeOf(tree, 'TransactionStmt')?.kind === 'TRANS_STMT_ROLLBACK_TO') pending = new Set();
		else {
			const tried = keysTried(tree, table, keys, seen);
			const deferred = tried.filter(({ name, isInitiallyDeferred }) => modes.get(name) ?? isInitiallyDeferred);
			if (deferred.length > 0) pending = new Set([...pending, ...deferred.map(({ name }) => name)]);
		}
	}
	return pending.size > 0;
}

/** The keys that SET CONSTRAINTS names; ALL names every one. */
function namesOf({ constraints }: NodeOf<'ConstraintsSetStmt'>, { own, referring }: Keys): readonly string[] {
	const named = nodesOf(constraints, 'RangeVar').map(({ relname = '' }) => relname);
	const all = [...own, ...referring].map(({ name }) => name);
	return constraints === undefined ? all : all.filter((name) => named.includes(name));
}

/** The keys that a write to the table has the server try: those of new values, and those that refer to old ones. */
function keysTried(tree: Node, table: Relation, { own, referring }: Keys, seen: Seen): readonly Constraint[] {
	const isOf = (range: Range): boolean => range !== undefined && seen.relation(range)?.id === table.id;
	const copied = nodeOf(tree, 'CopyStmt');
	if (isOf(nodeOf(tree, 'InsertStmt')?.relation) || (copied?.is_from && isOf(copied.relation))) return own;
	if (isOf(nodeOf(tree, 'DeleteStmt')?.relation))
		return referring.filter(({ references }) => references?.onDelete === 'no action');
	const update = nodeOf(tree, 'UpdateStmt');
	if (!update || !isOf(update.relation)) return [];
	const changed = nodesOf(update.targetList, 'ResTarget').map(({ name }) => name);
	return [
		...own.filter(({ columns }) => columns.some((name) => changed.includes(name))),
		...referring.filter(
			({ references }) =>
				references?.onUpdate === 'no action' && references.columns.some((name) => changed.includes(name)),
		),
	];
}
