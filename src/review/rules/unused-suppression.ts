import { defineRule } from '../rule.ts';

export const unusedSuppression = defineRule({
	severity: 'info',
	group: 'text',
	about: 'A comment that allows what is not found, names no rule, or gives no reason.',
	why: 'Who reads the script takes it for checked; a rule that is misspelled is not allowed at all.',
	advice:
		'Write `-- gen-sql: allow drop-column because nobody reads it` in front of the statement, and take it out when the statement has changed. Comments of squawk need no reason, and may be needed by squawk alone.',
	sources: ['https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-COMMENTS'],
	beside: ['drop-table'],
	examples: {
		bad: [
			'-- gen-sql: allow drop-table because it is empty\nSELECT 1;',
			'-- gen-sql: allow drop-tabel because it is empty\nDROP TABLE account;',
			'-- gen-sql: allow drop-table\nDROP TABLE account;',
			'SELECT 1; -- squawk-ignore ban-drop-tabel',
		],
		good: [
			'-- gen-sql: allow drop-table because it is empty\nDROP TABLE account;',
			'DROP TABLE account; /* gen-sql: allow drop-table because it is empty */',
			'-- squawk-ignore ban-drop-table -- it is empty\nDROP TABLE account;',
			'-- gen-sql: allow drop-table because these are empty\n\nDROP TABLE account;\nDROP TABLE invoice;',
			'-- squawk-ignore ban-drop-table\nSELECT 1;',
		],
	},
});
