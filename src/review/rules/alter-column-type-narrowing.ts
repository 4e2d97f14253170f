import { defineRule } from '../rule.ts';
import { changingType } from '../type-change.ts';

export const alterColumnTypeNarrowing = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'ALTER COLUMN … TYPE to a type that holds less.',
	why: 'It fails at the first value that does not fit, or rounds and cuts values without a word.',
	advice: 'Look for values that do not fit first. A check can keep out new ones before.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE'],
	beside: [
		'alter-column-type-breaks-clients',
		'alter-column-type-rewrite',
		'create-enum',
		'prefer-bigint',
		'prefer-text',
	],
	examples: {
		bad: [
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN plan TYPE varchar(10);',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN id TYPE integer;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN seats TYPE smallint;',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, code text, total numeric(10, 2));\nALTER TABLE invoice ALTER COLUMN total TYPE numeric(10, 4);',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, code text, total numeric(10, 2));\nALTER TABLE invoice ALTER COLUMN code TYPE bigint USING code::bigint;',
			"CREATE TYPE plan AS ENUM ('free', 'pro');\nCREATE TYPE plan_new AS ENUM ('pro');\nCREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan plan);\nALTER TABLE account ALTER COLUMN plan TYPE plan_new USING plan::text::plan_new;",
		],
		good: [
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN plan TYPE varchar(40);',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20), seats integer);\nALTER TABLE account ALTER COLUMN plan TYPE text;',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, total numeric(10, 2));\nALTER TABLE invoice ALTER COLUMN total TYPE numeric(12, 2);',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, lines numeric(6));\nALTER TABLE invoice ALTER COLUMN lines TYPE bigint;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ALTER COLUMN id TYPE integer;',
		],
	},
	actions: {
		AT_AlterColumnType: changingType(({ object, facts }) =>
			facts.narrows ? { message: `the new type of "${object}" does not hold all that the old one does` } : undefined,
		),
	},
});
