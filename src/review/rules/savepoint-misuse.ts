import { defineRule, NONE } from '../rule.ts';

export const savepointMisuse = defineRule({
	severity: 'info',
	group: 'transactions',
	about: 'RELEASE or ROLLBACK TO a savepoint that the transaction does not have.',
	why: 'It fails, and with it the transaction.',
	advice: 'Name a savepoint that was set in the same transaction and was not released.',
	sources: ['https://www.postgresql.org/docs/current/sql-savepoint.html'],
	examples: {
		bad: [
			'BEGIN;\nROLLBACK TO SAVEPOINT a;\nCOMMIT;',
			'BEGIN;\nSAVEPOINT a;\nRELEASE SAVEPOINT b;\nCOMMIT;',
			'BEGIN;\nSAVEPOINT a;\nRELEASE SAVEPOINT a;\nROLLBACK TO SAVEPOINT a;\nCOMMIT;',
			'BEGIN;\nSAVEPOINT a;\nSAVEPOINT b;\nROLLBACK TO SAVEPOINT a;\nRELEASE SAVEPOINT b;\nCOMMIT;',
		],
		good: [
			'BEGIN;\nSAVEPOINT a;\nRELEASE SAVEPOINT a;\nCOMMIT;',
			'BEGIN;\nSAVEPOINT a;\nROLLBACK TO SAVEPOINT a;\nROLLBACK TO SAVEPOINT a;\nCOMMIT;',
			'BEGIN;\nSAVEPOINT a;\nSAVEPOINT b;\nRELEASE SAVEPOINT b;\nROLLBACK TO SAVEPOINT a;\nCOMMIT;',
			'BEGIN;\nSAVEPOINT a;\nSAVEPOINT a;\nRELEASE SAVEPOINT a;\nRELEASE SAVEPOINT a;\nCOMMIT;',
		],
	},
	statements: {
		TransactionStmt: ({ kind, savepoint_name: name = '' }, seen) => {
			if (kind !== 'TRANS_STMT_RELEASE' && kind !== 'TRANS_STMT_ROLLBACK_TO') return NONE;
			const isSet = seen.facts.transaction !== undefined && seen.history.hasSavepoint(name);
			return isSet ? NONE : [{ object: name, message: `the transaction has no savepoint "${name}"` }];
		},
	},
});
