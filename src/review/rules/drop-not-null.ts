import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const dropNotNull = defineRule({
	severity: 'warning',
	group: 'clients',
	about: 'ALTER COLUMN … DROP NOT NULL on a table that the script did not create.',
	why: 'Clients that read the column may get a NULL that they never saw before.',
	advice: 'Let all clients that read the column take NULL before the first one is written.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL'],
	examples: {
		bad: [
			'ALTER TABLE account ALTER COLUMN email DROP NOT NULL;',
			'ALTER TABLE ONLY app.account ALTER email DROP NOT NULL;',
			'ALTER TABLE account ALTER COLUMN email DROP NOT NULL, ALTER COLUMN phone DROP NOT NULL;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);\nALTER TABLE account ALTER COLUMN email DROP NOT NULL;',
			'ALTER TABLE account ADD COLUMN email text;\nALTER TABLE account ALTER COLUMN email DROP NOT NULL;',
			'ALTER TABLE account ALTER COLUMN email SET STATISTICS 500;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, email text);\nALTER TABLE account ALTER COLUMN email DROP NOT NULL;',
		],
	},
	actions: {
		AT_DropNotNull: ({ cmd, table, name: owner }, seen) => {
			const name = cmd.name ?? '';
			if (
				seen.isNew(table) ||
				seen.column(table, name)?.notNull === false ||
				seen.history.addedColumn(table, name, seen.known)
			)
				return NONE;
			const message = `the column "${shown({ name })}" of "${owner}" may be NULL from now on`;
			return [{ object: `${owner}.${name}`, message }];
		},
	},
});
