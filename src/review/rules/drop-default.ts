import { columnDefault } from '../column-default.ts';
import { type Action, defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';

export const dropDefault = defineRule({
	severity: 'info',
	group: 'clients',
	about: 'ALTER COLUMN … DROP DEFAULT of a column that the script did not add, and gives no other default.',
	why: 'Clients that leave the column out store NULL from then on, or fail where it must not be NULL.',
	advice: 'Let all clients give the value before the default goes.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-DEFAULT'],
	beside: ['change-default'],
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
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan date);\nALTER TABLE account ALTER plan DROP DEFAULT, ALTER plan TYPE date, ALTER plan SET DEFAULT current_date;',
			"ALTER TABLE account ALTER COLUMN plan DROP DEFAULT;\nALTER TABLE account ALTER COLUMN plan SET DEFAULT 'basic';",
		],
	},
	actions: {
		AT_ColumnDefault: (action, seen) => (isSetLater(action, seen) ? NONE : dropped(action, seen)),
	},
});

const dropped = columnDefault(({ def }, column, table) =>
	def ? undefined : `the column "${column}" of "${table}" has no default any more`,
);

const isSetLater = ({ table, cmd }: Action, seen: Seen): boolean =>
	seen.onward.actionsOn(table, 'AT_ColumnDefault', cmd.name).some(({ def }) => def !== undefined);
