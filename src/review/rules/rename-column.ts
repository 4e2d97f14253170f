import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const renameColumn = defineRule({
	severity: 'error',
	group: 'clients',
	about: 'RENAME COLUMN of a column that the script did not add.',
	why: 'Clients that run while the script does, and those of the version before, still use the old name and fail.',
	advice:
		'Add a column with the new name, keep both in step with a trigger, let clients move, and drop the old one later. Silent where the script adds a column with the old name again, such as a generated one.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-RENAME'],
	examples: {
		bad: [
			'ALTER TABLE account RENAME COLUMN mail TO email;',
			'ALTER TABLE IF EXISTS app.account RENAME mail TO email;',
			'ALTER VIEW recent RENAME COLUMN mail TO email;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, mail text);\nALTER TABLE account RENAME COLUMN mail TO email;',
			'ALTER TABLE account ADD COLUMN mail text;\nALTER TABLE account RENAME COLUMN mail TO email;',
			'ALTER TABLE account RENAME COLUMN mail TO email;\nALTER TABLE account ADD COLUMN mail text;',
		],
	},
	statements: {
		RenameStmt: ({ renameType, relation, subname = '', newname = '' }, seen) => {
			if (renameType !== 'OBJECT_COLUMN' || !relation || seen.isNew(relation)) return NONE;
			const isOwn = seen.history.addedColumn(relation, subname, seen.known);
			if (isOwn || seen.later.columnsAdded(relation).some(({ colname }) => colname === subname)) return NONE;
			const name = shown({ name: subname });
			return [
				{
					object: `${shown(relation)}.${name}`,
					message: `the column "${name}" of "${shown(relation)}" is renamed to "${shown({ name: newname })}"`,
				},
			];
		},
	},
});
