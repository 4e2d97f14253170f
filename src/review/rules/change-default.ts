import { columnDefault } from '../column-default.ts';
import { defineRule } from '../rule.ts';

export const changeDefault = defineRule({
	severity: 'info',
	group: 'clients',
	about: 'ALTER COLUMN … SET DEFAULT of a column that the script did not add.',
	why: 'Rows that are there keep their values, and clients that write the old default by themselves go on doing so.',
	advice: 'Look for clients that know the default.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-DEFAULT'],
	examples: {
		bad: [
			"ALTER TABLE account ALTER COLUMN plan SET DEFAULT 'basic';",
			"ALTER TABLE app.account ALTER plan SET DEFAULT 'basic';",
			'ALTER TABLE account ALTER COLUMN created_at SET DEFAULT now();',
		],
		good: [
			"ALTER TABLE account ADD COLUMN plan text;\nALTER TABLE account ALTER COLUMN plan SET DEFAULT 'free';",
			"CREATE TABLE account (id bigint PRIMARY KEY, plan text);\nALTER TABLE account ALTER COLUMN plan SET DEFAULT 'free';",
			'ALTER TABLE account ALTER COLUMN plan SET STATISTICS 500;',
		],
	},
	actions: {
		AT_ColumnDefault: columnDefault(({ def }, column, table) =>
			def ? `the column "${column}" of "${table}" gets another default` : undefined,
		),
	},
});
