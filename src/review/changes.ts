import { type NodeKind, type NodeOf, nodeOf, visit } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';

/** Statements that run others with them; those of a function, a rule or a view run later, or never. */
const RUNNING: ReadonlySet<string> = new Set<NodeKind>([
	'CopyStmt',
	'CreateTableAsStmt',
	'DeclareCursorStmt',
	'DeleteStmt',
	'InsertStmt',
	'MergeStmt',
	'SelectStmt',
	'UpdateStmt',
]);

/** The statements of a kind that run with a statement: itself, and those in WITH. */
export function runningIn<Wanted extends NodeKind>(tree: Node, kind: Wanted): readonly NodeOf<Wanted>[] {
	const [outer = ''] = Object.keys(tree);
	if (!RUNNING.has(outer)) return [];
	const found: NodeOf<Wanted>[] = [];
	visit(tree, (node) => {
		const statement = nodeOf(node, kind);
		if (statement) found.push(statement);
		return true;
	});
	return found;
}
