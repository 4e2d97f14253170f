import { defineRule } from '../rule.ts';
import { changingType } from '../type-change.ts';

export const alterColumnTypeRewrite = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ALTER COLUMN … TYPE to a type that stores the values in another way.',
	why: 'The whole table and all of its indexes are written anew, and nobody can read or write it meanwhile.',
	advice:
		'Add a column with the new type, keep it up with a trigger, fill it in batches, and change over. A longer varchar, and varchar to text, cost nothing.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'],
	beside: ['alter-column-type-breaks-clients', 'prefer-bigint', 'prefer-text'],
	examples: {
		bad: [
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN seats TYPE bigint;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN seats SET DATA TYPE numeric;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN plan TYPE text USING upper(plan);',
			'ALTER TABLE account ADD COLUMN seats integer;\nALTER TABLE account ALTER COLUMN seats TYPE bigint;',
		],
		good: [
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN plan TYPE varchar(40);',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN plan TYPE text;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN seats TYPE integer;',
		],
	},
	actions: {
		AT_AlterColumnType: changingType(({ from, object, facts }) =>
			from && facts.rewrite ? { message: `the table is written anew for the new type of "${object}"` } : undefined,
		),
	},
});
