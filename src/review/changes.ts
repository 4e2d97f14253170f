import { type NodeKind, type NodeOf, nodeOf, visit } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';

/** Statements whose own statements run later, or never. */
const STORED = [
	'CreateFunctionStmt',
	'RuleStmt',
	'ViewStmt',
	'PrepareStmt',
	'ExplainStmt',
] as const satisfies NodeKind[];

/** The statements of a kind that run with a statement: itself, and those in WITH. */
export function runningIn<Wanted extends NodeKind>(tree: Node, kind: Wanted): readonly NodeOf<Wanted>[] {
	if (STORED.some((each) => nodeOf(tree, each) !== undefined)) return [];
	const found: NodeOf<Wanted>[] = [];
	visit(tree, (node) => {
		const statement = nodeOf(node, kind);
		if (statement) found.push(statement);
		return true;
	});
	return found;
}
