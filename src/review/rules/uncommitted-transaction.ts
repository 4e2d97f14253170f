import { defineRule, NONE } from '../rule.ts';
import { isBegin, isEnd } from '../transactions.ts';

export const uncommittedTransaction = defineRule({
	severity: 'error',
	group: 'transactions',
	about: 'BEGIN without COMMIT or ROLLBACK behind it.',
	why: 'At the end of the session the server takes everything back, without an error.',
	advice: 'Add COMMIT. ROLLBACK TO SAVEPOINT does not end a transaction; PREPARE TRANSACTION does.',
	sources: ['https://www.postgresql.org/docs/current/sql-commit.html'],
	examples: {
		bad: [
			'BEGIN;\nCREATE SCHEMA app;',
			'BEGIN;\nCOMMIT;\nSTART TRANSACTION;\nCREATE SCHEMA app;',
			'BEGIN;\nSAVEPOINT a;\nROLLBACK TO SAVEPOINT a;',
		],
		good: [
			'BEGIN;\nCREATE SCHEMA app;\nCOMMIT;',
			"BEGIN;\nCREATE SCHEMA app;\nPREPARE TRANSACTION 'app';",
			'BEGIN;\nCREATE SCHEMA app;\nROLLBACK;',
		],
	},
	statements: {
		TransactionStmt: (control, seen) => {
			if (!isBegin(control) || seen.isInAssumed || seen.later.has('TransactionStmt', isEnd)) return NONE;
			return [{ object: 'BEGIN', message: 'the transaction that begins here is not committed' }];
		},
	},
});
