import type { Relation } from '../dialects/postgresql/catalog/model.ts';
import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../dialects/postgresql/catalog/trees.ts';
import { conjuncts } from '../dialects/postgresql/facts/not-null-proof.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { runningIn } from './changes.ts';
import type { Seen } from './seen.ts';

type Range = NodeOf<'RangeVar'>;

/** Whether a statement writes rows of which nothing says that they are few. */
export const isBulkWrite = (tree: Node, seen: Seen): boolean =>
	runningIn(tree, 'UpdateStmt').some((each) => isMany(each, seen)) ||
	runningIn(tree, 'DeleteStmt').some((each) => isMany(each, seen)) ||
	runningIn(tree, 'InsertStmt').some(({ selectStmt }) => nodeOf(selectStmt, 'SelectStmt')?.fromClause !== undefined) ||
	runningIn(tree, 'MergeStmt').length > 0;

const isMany = ({ relation, whereClause }: { relation?: Range; whereClause?: Node }, seen: Seen): boolean =>
	!isOneRow(relation, whereClause, seen);

/** What a table that is not known is most often unique by. */
export const KEYS: ReadonlySet<string> = new Set(['id', 'uuid', 'version', 'version_num']);

/** Whether a condition names one row by its key. */
export function isOneRow(range: Range | undefined, condition: Node | undefined, seen: Seen): boolean {
	const columns = new Set(conjuncts(condition).flatMap((part) => columnOf(part, range)));
	const relation = range && seen.relation(range);
	if (!relation) return [...columns].some((name) => KEYS.has(name));
	return uniqueKeys(relation, seen).some((key) => key.length > 0 && key.every((name) => columns.has(name)));
}

const uniqueKeys = ({ indexes }: Relation, { known }: Seen): readonly (readonly string[])[] =>
	indexes.flatMap((id) => {
		const index = known.get(id)?.index;
		return index?.isUnique && !index.predicate ? [index.keys.map(({ column }) => column ?? '')] : [];
	});

/** The column of `column = value`, where it is one of the relation. */
function columnOf(condition: Node, range: Range | undefined): readonly string[] {
	const expression = nodeOf(condition, 'A_Expr');
	if (expression?.kind !== 'AEXPR_OP' || stringsOf(expression.name).at(-1) !== '=') return [];
	const isValue = !nodeOf(expression.rexpr, 'ColumnRef');
	const [column] = nodesOf(expression.lexpr ? [expression.lexpr] : [], 'ColumnRef');
	const [name, owner] = [...stringsOf(column?.fields)].reverse();
	const isOwn = owner === undefined || owner === (range?.alias?.aliasname ?? range?.relname);
	return isValue && isOwn && name !== undefined ? [name] : [];
}
