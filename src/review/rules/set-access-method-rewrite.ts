import { defineRule, NONE } from '../rule.ts';

export const setAccessMethodRewrite = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'SET ACCESS METHOD of a table that has another one. PostgreSQL has it from version 15 on.',
	why: 'The whole table and its indexes are written anew, and nobody can read or write it meanwhile.',
	advice:
		'Decide while the table is empty; otherwise fill a second table in batches, and let the two change places. A partitioned table has no rows of its own: silent.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-ACCESS-METHOD'],
	beside: ['table-without-primary-key'],
	given: { version: 15 },
	examples: {
		bad: [
			'ALTER TABLE measure SET ACCESS METHOD columnar;',
			'ALTER TABLE app."Measure" SET ACCESS METHOD heap;',
			'CREATE TABLE IF NOT EXISTS measure (id bigint PRIMARY KEY);\nALTER TABLE measure SET ACCESS METHOD columnar;',
			'CREATE TABLE IF NOT EXISTS measure (id bigint PRIMARY KEY) USING columnar;\nALTER TABLE measure SET ACCESS METHOD DEFAULT;',
		],
		good: [
			'CREATE TABLE measure (id bigint PRIMARY KEY);\nALTER TABLE measure SET ACCESS METHOD columnar;',
			'CREATE TABLE IF NOT EXISTS measure (id bigint PRIMARY KEY);\nALTER TABLE measure SET ACCESS METHOD heap;',
			'CREATE TABLE IF NOT EXISTS measure (id bigint) PARTITION BY RANGE (id);\nALTER TABLE measure SET ACCESS METHOD columnar;',
		],
	},
	actions: {
		AT_SetAccessMethod: ({ cmd, table, name }, seen) => {
			if (!seen.work(table)?.rewrite) return NONE;
			const method = cmd.name === undefined ? 'that of the server' : `"${cmd.name}"`;
			return [{ object: name, message: `"${name}" is written anew for the access method ${method}` }];
		},
	},
});
