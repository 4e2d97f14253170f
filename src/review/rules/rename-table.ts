import { rangeName } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

export const renameTable = defineRule({
	severity: 'error',
	group: 'clients',
	about: 'ALTER TABLE … RENAME TO, of a table that the script did not create.',
	why: 'Clients that run while the script does, and those of the version before, still use the old name and fail.',
	advice:
		'Create a view with the old name behind the rename, in the same transaction: simple views take writes. Silent where the script does.',
	op: "op.renameTable('account', 'member');\nop.createView('account', 'SELECT * FROM member');",
	sources: ['https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS'],
	examples: {
		bad: [
			'ALTER TABLE account RENAME TO member;',
			'ALTER TABLE IF EXISTS app.account RENAME TO member;',
			'ALTER TABLE account RENAME TO member;\nCREATE VIEW people AS SELECT * FROM member;',
		],
		good: [
			'ALTER TABLE account RENAME TO member;\nCREATE VIEW account AS SELECT * FROM member;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account RENAME TO member;',
			'ALTER INDEX account_email RENAME TO member_email;',
		],
	},
	statements: {
		RenameStmt: ({ renameType, relation, newname = '' }, seen) => {
			if (renameType !== 'OBJECT_TABLE' || !relation || seen.isNew(relation) || hasViewAfter(relation, seen))
				return NONE;
			const old = rangeName(relation);
			const to = { ...old, name: newname };
			const rename = `ALTER TABLE ${spelled(old)} RENAME TO ${spelled(newname)};`;
			return [
				{
					object: shown(old),
					message: `the table "${shown(old)}" is renamed to "${newname}"`,
					instead: `${rename}\nCREATE VIEW ${spelled(old)} AS SELECT * FROM ${spelled(to)};`,
				},
			];
		},
	},
});

const hasViewAfter = (old: Parameters<typeof rangeName>[0], seen: Seen): boolean =>
	seen.later.has('ViewStmt', ({ view }) => view !== undefined && spelled(view) === spelled(old));
