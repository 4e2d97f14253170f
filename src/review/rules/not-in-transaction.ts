import { commandWords } from '../command-words.ts';
import { defineRule, NONE } from '../rule.ts';

export const notInTransaction = defineRule({
	severity: 'error',
	group: 'transactions',
	about:
		'A statement inside BEGIN … COMMIT that the server refuses there: CONCURRENTLY, VACUUM, CREATE DATABASE and others.',
	why: 'It fails with the error 25001, and the whole transaction with it.',
	advice: 'Commit before it, and begin a new transaction behind it. `online: true` places it by itself.',
	op: "op.createIndex('account_email', 'account', ['email'], { online: true });",
	sources: [
		'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
		'https://www.postgresql.org/docs/current/sql-vacuum.html',
	],
	beside: ['drop-index-performance'],
	examples: {
		bad: [
			'BEGIN;\nCREATE INDEX CONCURRENTLY account_email ON account (email);\nCOMMIT;',
			'BEGIN;\nDROP INDEX CONCURRENTLY account_email;\nCOMMIT;',
			'START TRANSACTION;\nVACUUM account;\nCOMMIT;',
			'BEGIN;\nALTER TABLE event DETACH PARTITION event_2020 CONCURRENTLY;\nCOMMIT;',
			"BEGIN;\nALTER SYSTEM SET work_mem = '64MB';\nCOMMIT;",
		],
		good: [
			'CREATE INDEX CONCURRENTLY account_email ON account (email);',
			'BEGIN;\nCOMMIT;\nVACUUM account;',
			'BEGIN;\nALTER DATABASE shop SET work_mem = DEFAULT;\nCOMMIT;',
			'BEGIN;\nREFRESH MATERIALIZED VIEW CONCURRENTLY totals;\nCOMMIT;',
		],
	},
	every: ({ facts, text }) => {
		if (facts.transactional || facts.transaction === undefined) return NONE;
		const words = commandWords(text);
		const instead = `COMMIT;\n${text};\nBEGIN;`;
		return [{ object: words, message: `${words} cannot run inside a transaction`, instead }];
	},
});
