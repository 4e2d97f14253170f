import type { Node } from '../../../sql/parse-postgresql.ts';
import type { Trigger } from '../catalog/model.ts';
import { type NodeOf, nodeOf, nodesOf, rangeName, visit } from '../catalog/trees.ts';
import type { Known } from './known.ts';

type Event = Trigger['events'][number];

interface Write {
	readonly relation: NodeOf<'RangeVar'> | undefined;
	readonly event: Event;
	/** The columns that an UPDATE assigns to. */
	readonly columns?: ReadonlySet<string> | undefined;
}

/**
 * The triggers that a statement fires, as if their conditions held and rows were found. Deferred ones wait for the end of
 * the transaction.
 */
export function firedBy(tree: Node, known: Known): readonly Trigger[] {
	const writes: Write[] = [];
	visit(tree, (node) => {
		writes.push(...writesOf(node));
		return true;
	});
	return [...new Set(writes.flatMap((write) => firedByWrite(write, known)))];
}

function firedByWrite({ relation, event, columns }: Write, known: Known): readonly Trigger[] {
	const triggers = relation ? known.relation(rangeName(relation))?.triggers : undefined;
	return (triggers ?? []).filter((trigger) => isFired(trigger, event, columns));
}

function isFired({ events, columns, firing, isDeferred }: Trigger, event: Event, assigned: Write['columns']): boolean {
	if (!events.includes(event) || isDeferred || firing === 'disabled' || firing === 'replica') return false;
	const isOfColumns = event === 'update' && columns.length > 0 && assigned;
	return !isOfColumns || columns.some((column) => assigned.has(column));
}

const namesOf = (targets: readonly Node[] | undefined): ReadonlySet<string> =>
	new Set(nodesOf(targets, 'ResTarget').map(({ name = '' }) => name));

/** What one node of a statement does to rows. */
function writesOf(node: Node): readonly Write[] {
	const insert = nodeOf(node, 'InsertStmt');
	if (insert) {
		const { relation, onConflictClause: conflict } = insert;
		const isUpdate = conflict?.action === 'ONCONFLICT_UPDATE';
		const update: Write = { relation, event: 'update', columns: namesOf(conflict?.targetList) };
		return [{ relation, event: 'insert' }, ...(isUpdate ? [update] : [])];
	}
	const update = nodeOf(node, 'UpdateStmt');
	if (update) return [{ relation: update.relation, event: 'update', columns: namesOf(update.targetList) }];
	const removal = nodeOf(node, 'DeleteStmt');
	if (removal) return [{ relation: removal.relation, event: 'delete' }];
	const copy = nodeOf(node, 'CopyStmt');
	if (copy) return copy.is_from ? [{ relation: copy.relation, event: 'insert' }] : [];
	const merge = nodeOf(node, 'MergeStmt');
	if (merge) return nodesOf(merge.mergeWhenClauses, 'MergeWhenClause').flatMap((clause) => mergeWrite(merge, clause));
	const relations = nodesOf(nodeOf(node, 'TruncateStmt')?.relations, 'RangeVar');
	return relations.map((relation) => ({ relation, event: 'truncate' }));
}

const MERGED: Readonly<Record<string, Event>> = { CMD_INSERT: 'insert', CMD_UPDATE: 'update', CMD_DELETE: 'delete' };

function mergeWrite(
	{ relation }: NodeOf<'MergeStmt'>,
	{ commandType, targetList }: NodeOf<'MergeWhenClause'>,
): readonly Write[] {
	const event = MERGED[commandType ?? ''];
	return event ? [{ relation, event, columns: namesOf(targetList) }] : [];
}
