import type { NodeOf } from '../dialects/postgresql/catalog/trees.ts';

type Control = NodeOf<'TransactionStmt'>;

export const isBegin = ({ kind }: Control): boolean => kind === 'TRANS_STMT_BEGIN' || kind === 'TRANS_STMT_START';

/** COMMIT, ROLLBACK or PREPARE TRANSACTION. */
export const isEnd = ({ kind }: Control): boolean =>
	kind === 'TRANS_STMT_COMMIT' || kind === 'TRANS_STMT_ROLLBACK' || kind === 'TRANS_STMT_PREPARE';
