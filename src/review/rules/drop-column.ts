import { defineRule, NONE } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const dropColumn = defineRule({
	severity: 'error',
	group: 'data',
	about: 'DROP COLUMN of a column that the script did not add.',
	why: 'The values are gone, and clients that still name the column fail, as do cached plans of SELECT *.',
	advice:
		'Let the clients stop using the column first, and drop it in a later release. A column that must not be NULL is made optional until then, so that clients can leave it out. Where it takes back what added the column, in the same file or in the one before, it is advice.',
	op: "op.alterColumn('account', 'nickname', { nullable: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DROP-COLUMN'],
	examples: {
		bad: [
			'ALTER TABLE account DROP COLUMN nickname;',
			'ALTER TABLE app.account ADD COLUMN alias text, DROP COLUMN nickname;',
			'ALTER TABLE account DROP COLUMN IF EXISTS nickname;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, nickname text);\nALTER TABLE account DROP COLUMN nickname;',
			'ALTER TABLE account ADD COLUMN nickname text;\nALTER TABLE account DROP COLUMN nickname;',
			'CREATE TYPE pair AS (a text, b text);\nALTER TYPE pair DROP ATTRIBUTE b;',
		],
	},
	actions: {
		AT_DropColumn: ({ cmd: { name = '' }, statement, table, name: owner }, seen) => {
			const isKept = statement.objtype === 'OBJECT_TYPE' || seen.isNew(table);
			if (isKept || seen.history.addedColumn(table, name, seen.known)) return NONE;
			const column = seen.column(table, name);
			if (column?.generated === 'virtual') return NONE;
			const isOptional = column?.notNull === false;
			const isBack = seen.undone?.columnsAdded(table).some(({ colname }) => colname === name);
			return [
				{
					object: `${owner}.${name}`,
					message: `the column "${shown({ name })}" of "${owner}" is dropped with its values`,
					instead: isOptional
						? undefined
						: `ALTER TABLE ${spelled(table)} ALTER COLUMN ${spelled(name)} DROP NOT NULL;`,
					...(isBack && { severity: 'info' as const }),
				},
			];
		},
	},
});
