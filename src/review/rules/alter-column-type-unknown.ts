import { defineRule } from '../rule.ts';
import { changingType } from '../type-change.ts';

export const alterColumnTypeUnknown = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'ALTER COLUMN … TYPE where the old type is not known.',
	why: 'Unless the old values can stay as they are, the whole table is written anew while nobody can read or write it.',
	advice: 'Give the schema with --baseline: then only what is dangerous is told.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'],
	examples: {
		bad: [
			'ALTER TABLE account ALTER COLUMN plan TYPE text;',
			'ALTER TABLE app.account ALTER plan SET DATA TYPE varchar(200);',
			'ALTER TABLE account ALTER COLUMN seats TYPE bigint USING seats::bigint;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text);\nALTER TABLE account ALTER COLUMN plan TYPE bytea USING plan::bytea;',
			'ALTER TABLE account ALTER COLUMN plan SET STATISTICS 100;',
			'ALTER TABLE account ADD COLUMN address cidr;\nALTER TABLE account ALTER COLUMN address TYPE inet;',
			'CREATE TEMP TABLE scratch (plan text);\nALTER TABLE scratch ALTER COLUMN plan TYPE text COLLATE "C";',
		],
	},
	actions: {
		AT_AlterColumnType: changingType(({ from, object }) =>
			from ? undefined : { message: `the type of "${object}" is changed, and the old one is not known` },
		),
	},
});
