import { columnDefault } from '../column-default.ts';
import { defineRule } from '../rule.ts';

export const dropDefault = defineRule({
	severity: 'info',
	group: 'clients',
	about: 'ALTER COLUMN … DROP DEFAULT of a column that the script did not add.',
	why: 'Clients that leave the column out store NULL from then on, or fail where it must not be NULL.',
	advice: 'Let all clients give the value before the default goes.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-DEFAULT'],
	examples: {
		bad: [
			'ALTER TABLE account ALTER COLUMN plan DROP DEFAULT;',
			'ALTER TABLE app.account ALTER plan DROP DEFAULT;',
			'ALTER TABLE account ALTER COLUMN plan DROP DEFAULT, ADD COLUMN seats bigint;',
		],
		good: [
			"ALTER TABLE account ADD COLUMN plan text DEFAULT 'free';\nALTER TABLE account ALTER COLUMN plan DROP DEFAULT;",
			"CREATE TABLE account (id bigint PRIMARY KEY, plan text DEFAULT 'free');\nALTER TABLE account ALTER COLUMN plan DROP DEFAULT;",
			'ALTER TABLE account ALTER COLUMN plan SET STATISTICS 500;',
		],
	},
	actions: {
		AT_ColumnDefault: columnDefault(({ def }, column, table) =>
			def ? undefined : `the column "${column}" of "${table}" has no default any more`,
		),
	},
});
