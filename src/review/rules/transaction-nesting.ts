import { defineRule, NONE } from '../rule.ts';
import { isBegin, isEnd } from '../transactions.ts';

export const transactionNesting = defineRule({
	severity: 'warning',
	group: 'transactions',
	about: 'BEGIN inside a transaction, and COMMIT or ROLLBACK outside of one.',
	why: 'The server only warns: the second BEGIN does nothing, so that the first COMMIT ends all, and what follows is committed statement by statement.',
	advice: 'Use SAVEPOINT inside a transaction, and one COMMIT for one BEGIN.',
	sources: ['https://www.postgresql.org/docs/current/sql-begin.html'],
	examples: {
		bad: ['BEGIN;\nBEGIN;\nCOMMIT;', 'COMMIT;', 'BEGIN;\nCOMMIT;\nROLLBACK;'],
		good: [
			'BEGIN;\nSAVEPOINT a;\nROLLBACK TO SAVEPOINT a;\nCOMMIT;',
			'BEGIN;\nCOMMIT;\nBEGIN;\nROLLBACK;',
			'BEGIN;\nCOMMIT AND CHAIN;\nCOMMIT;',
		],
	},
	statements: {
		TransactionStmt: (control, { isInTransaction: isOpen, isInAssumed }) => {
			if (isInAssumed && isEnd(control))
				return [{ object: 'END', message: 'it ends the transaction that the script is run in' }];
			if (isOpen && isBegin(control)) return [{ object: 'BEGIN', message: 'BEGIN does nothing inside a transaction' }];
			if (isOpen || !isEnd(control)) return NONE;
			return [{ object: 'END', message: 'it ends a transaction, and none is open' }];
		},
	},
});
