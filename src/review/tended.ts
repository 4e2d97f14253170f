import { columnsIn, type NodeOf, nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Passage } from './passage.ts';
import { wordsOf } from './script-index.ts';

/**
 * Whether earlier statements looked after the rows of a table, as far as some columns go: they changed or removed rows by
 * these, asked for rows by them, or a DO block names them.
 */
export const isTended = (table: NodeOf<'RangeVar'>, columns: readonly string[], earlier: Passage): boolean =>
	earlier.tending(table).some((tree) => namesAll(columnsUsed(tree), columns)) ||
	earlier.blocksNaming(table.relname ?? '').some((block) => namesAll(wordsOf(block), columns));

const namesAll = (used: ReadonlySet<string>, columns: readonly string[]): boolean =>
	columns.every((column) => used.has(column));

function columnsUsed(tree: Node): ReadonlySet<string> {
	const set = nodesOf(nodeOf(tree, 'UpdateStmt')?.targetList, 'ResTarget').flatMap(({ name }) => name ?? []);
	return new Set([...set, ...columnsIn(tree)]);
}
