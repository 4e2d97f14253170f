import { droppedBy } from '../drops.ts';
import { defineRule } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const dropTable = defineRule({
	severity: 'error',
	group: 'data',
	about: 'DROP TABLE of a table that the script did not create.',
	why: 'The rows are gone, and clients that still use the table fail. Only a backup brings them back.',
	advice:
		'Take the table out of use first, rename it so that it can be brought back, and drop it in a later release. Where it takes back what created the table, in the same file or in the one before, it is advice.',
	op: "op.renameTable('account', 'account_to_drop');",
	sources: ['https://www.postgresql.org/docs/current/sql-droptable.html'],
	examples: {
		bad: ['DROP TABLE account;', 'DROP TABLE IF EXISTS app.account;', 'DROP TABLE invoice, invoice_line;'],
		good: [
			'CREATE TABLE scratch (id bigint PRIMARY KEY);\nDROP TABLE scratch;',
			'CREATE TEMPORARY TABLE scratch (id bigint);\nDROP TABLE scratch;',
			'DROP FOREIGN TABLE remote_account;',
		],
	},
	statements: {
		DropStmt: (drop, seen) =>
			droppedBy(drop, 'OBJECT_TABLE')
				.filter((name) => !seen.isNew(name))
				.map((name) => ({
					object: shown(name),
					message: `the table "${shown(name)}" is dropped with all of its rows`,
					instead: `ALTER TABLE ${spelled(name)} RENAME TO ${spelled(`${name.name}_to_drop`)};`,
					...(seen.undone?.creates(name) && { severity: 'info' as const }),
				})),
	},
});
