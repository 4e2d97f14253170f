import { type NodeKind, type NodeOf, nodesOf, visit } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { once } from './once.ts';

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
export const runningIn = <Wanted extends Change>(tree: Node, kind: Wanted): readonly NodeOf<Wanted>[] =>
	nodesOf(changesIn(tree), kind);

const CHANGES = ['DeleteStmt', 'InsertStmt', 'MergeStmt', 'UpdateStmt'] as const satisfies readonly NodeKind[];

type Change = (typeof CHANGES)[number];

/** The statements that change rows. Several rules ask for those that run with one statement. */
const changesIn = once((tree: Node): readonly Node[] => {
	const [outer = ''] = Object.keys(tree);
	if (!RUNNING.has(outer)) return [];
	const found: Node[] = [];
	visit(tree, (node) => {
		if (CHANGES.some((kind) => kind in node)) found.push(node);
		return true;
	});
	return found;
});
