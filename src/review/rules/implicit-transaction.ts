import { commandWords } from '../command-words.ts';
import { defineRule, NONE } from '../rule.ts';

export const implicitTransaction = defineRule({
	severity: 'warning',
	group: 'transactions',
	about: 'A statement that cannot run in a transaction, in a script with others that change something.',
	why: 'Statements that are sent as one string run in one transaction, also without BEGIN: psql -c, dbmate, golang-migrate and many drivers send a script so, and then the server refuses the statement with the error 25001.',
	advice:
		'Give it a script of its own. It is advice where nothing tells how the script is sent, and silent where the script has transactions of its own; psql -f and runners that split the script are safe. With the option `oneString` it is told of every script of two statements.',
	op: "op.createIndex('account_email', 'account', ['email'], { online: true });",
	sources: [
		'https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT',
		'https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-OPTION-COMMAND',
	],
	options: { oneString: false },
	beside: ['drop-index-performance', 'not-idempotent'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN email text;\nCREATE INDEX CONCURRENTLY account_email ON account (email);',
			'DROP INDEX CONCURRENTLY IF EXISTS app.account_email;\nALTER TABLE app.account ALTER COLUMN email SET STATISTICS 200;',
			'REINDEX (CONCURRENTLY) TABLE account;\nANALYZE account;',
		],
		good: [
			'CREATE INDEX CONCURRENTLY account_email ON account (email);\nCREATE INDEX CONCURRENTLY account_name ON account (name);',
			'BEGIN;\nALTER TABLE account ADD COLUMN email text;\nCOMMIT;\nCREATE INDEX CONCURRENTLY account_email ON account (email);',
			'ALTER TABLE account ADD COLUMN email text;\nALTER TABLE account ADD COLUMN name text;',
		],
	},
	every: (seen, { oneString: isOneString }) => {
		const { facts, script, index, text, history } = seen;
		if (facts.transactional || facts.transaction !== undefined || history.hasTold('implicit-transaction')) return NONE;
		const isOther = (at: number): boolean => at !== -1 && at !== index;
		const isBesideChange =
			!script.shape.hasTransactions && [script.shape.firstChange, script.shape.lastChange].some(isOther);
		const isAlone = index === 0 && !seen.later.some(() => true);
		if (isOneString ? isAlone : !isBesideChange) return NONE;
		history.tell('implicit-transaction');
		const words = commandWords(text);
		const message = `${words} fails where the script is sent as one string`;
		return [{ object: words, message, ...(!isOneString && { severity: 'info' as const }) }];
	},
});
