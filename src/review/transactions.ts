import { type NodeOf, nodeOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';

type Control = NodeOf<'TransactionStmt'>;

const kindOf = (tree: Node): Control['kind'] => nodeOf(tree, 'TransactionStmt')?.kind;

export const isBegin = ({ kind }: Control): boolean => kind === 'TRANS_STMT_BEGIN' || kind === 'TRANS_STMT_START';

/** COMMIT, ROLLBACK or PREPARE TRANSACTION. */
export const isEnd = ({ kind }: Control): boolean =>
	kind === 'TRANS_STMT_COMMIT' || kind === 'TRANS_STMT_ROLLBACK' || kind === 'TRANS_STMT_PREPARE';

/** The statements up to the end of the transaction that they begin in. */
export function restOfTransaction(trees: readonly Node[]): readonly Node[] {
	const end = trees.findIndex((tree) => {
		const control = nodeOf(tree, 'TransactionStmt');
		return control !== undefined && isEnd(control);
	});
	return end === -1 ? trees : trees.slice(0, end);
}

/** The statements since the beginning of the transaction that is open behind them. */
export function beginOfTransaction(trees: readonly Node[]): readonly Node[] {
	const begin = trees.findLastIndex(
		(tree) => kindOf(tree) === 'TRANS_STMT_BEGIN' || kindOf(tree) === 'TRANS_STMT_START',
	);
	return trees.slice(begin + 1);
}
