import { defineRule } from '../rule.ts';
import { listed } from '../spelled.ts';
import { changingType } from '../type-change.ts';

export const alterColumnTypeRecheck = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'ALTER COLUMN … TYPE, which costs nothing else, of a column that a CHECK reads.',
	why: 'The check is made again for the new type and tried on all rows, and nobody can read or write the table meanwhile.',
	advice:
		'Drop the check before, add it NOT VALID afterwards, and validate it in another transaction. Silent where the whole table is written anew, which another rule tells.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE'],
	beside: ['prefer-text'],
	examples: {
		bad: [
			"CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan varchar(20) CONSTRAINT given CHECK (plan <> ''));\nALTER TABLE account ALTER COLUMN plan TYPE varchar(40);",
			'CREATE TABLE IF NOT EXISTS app.account (id bigint PRIMARY KEY, plan text, CHECK (length(plan) < 9 OR id > 5));\nALTER TABLE app.account ALTER plan SET DATA TYPE varchar, ADD COLUMN note text;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, "Plan" text);\nALTER TABLE account ADD CONSTRAINT given CHECK ("Plan" <> \'\') NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT given;\nALTER TABLE account ALTER COLUMN "Plan" TYPE varchar;',
		],
		good: [
			"CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan text, CONSTRAINT given CHECK (plan <> ''));\nALTER TABLE account DROP CONSTRAINT given;\nALTER TABLE account ALTER COLUMN plan TYPE varchar;\nALTER TABLE account ADD CONSTRAINT given CHECK (plan <> '') NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT given;",
			"CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan text, note text CHECK (note <> ''));\nALTER TABLE account ALTER COLUMN plan TYPE varchar;",
			"CREATE TABLE account (id bigint PRIMARY KEY, plan text CHECK (plan <> ''));\nALTER TABLE account ALTER COLUMN plan TYPE varchar;",
		],
	},
	actions: {
		AT_AlterColumnType: changingType(({ object, facts: { rewrite, checks } }) => {
			if (rewrite || checks.length === 0) return undefined;
			return { message: `${listed(checks)} of "${object}" is tried on all rows again` };
		}),
	},
});
