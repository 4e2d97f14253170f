import { type NodeOf, nodeOf, rangeName } from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

type Range = NodeOf<'RangeVar'>;

export const renameTable = defineRule({
	severity: 'error',
	group: 'clients',
	about: 'ALTER TABLE … RENAME TO, of a table that the script did not create.',
	why: 'Clients that run while the script does, and those of the version before, still use the old name and fail.',
	advice:
		'Create a view with the old name behind the rename, in the same transaction: simple views take writes. Silent where the script does, or gives the old name to another table. A name that ends with _to_drop is a warning: the table is taken out of use, and can be brought back.',
	op: "op.renameTable('account', 'member');\nop.createView('account', 'SELECT * FROM member');",
	sources: ['https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS'],
	examples: {
		bad: [
			'ALTER TABLE account RENAME TO member;',
			'ALTER TABLE IF EXISTS app.account RENAME TO member;',
			'ALTER TABLE account RENAME TO member;\nCREATE VIEW people AS SELECT * FROM member;',
			'ALTER TABLE account RENAME TO member;\nCREATE TABLE app.account (id bigint PRIMARY KEY);',
		],
		good: [
			'ALTER TABLE account RENAME TO member;\nCREATE VIEW account AS SELECT * FROM member;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account RENAME TO member;',
			'ALTER INDEX account_email RENAME TO member_email;',
			'CREATE TABLE account_new (id bigint PRIMARY KEY);\nALTER TABLE account RENAME TO account_old;\nALTER TABLE account_new RENAME TO account;',
		],
	},
	statements: {
		RenameStmt: ({ renameType, relation, newname = '' }, seen) => {
			if (renameType !== 'OBJECT_TABLE' || !relation || seen.isNew(relation) || isNamedAgain(relation, seen))
				return NONE;
			const old = rangeName(relation);
			const to = { ...old, name: newname };
			const rename = `ALTER TABLE ${spelled(old)} RENAME TO ${spelled(newname)};`;
			return [
				{
					object: shown(old),
					message: `the table "${shown(old)}" is renamed to "${newname}"`,
					instead: `${rename}\nCREATE VIEW ${spelled(old)} AS SELECT * FROM ${spelled(to)};`,
					...(isRetired(newname) && { severity: 'warning' }),
				},
			];
		},
	},
});

/** Whether a name says that the table is dropped next, as `drop-table` advises. */
const isRetired = (name: string): boolean => name.endsWith('_to_drop');

/** Whether a view or a table behind it gets the old name. */
const isNamedAgain = (old: Range, { later }: Seen): boolean =>
	(['view', 'table'] as const)
		.flatMap((kind) => later.naming(kind, old.relname ?? ''))
		.some((tree) => namedBy(tree)?.schemaname === old.schemaname);

/** What a statement names, up to its schema. */
const namedBy = (tree: Node): Range | undefined =>
	nodeOf(tree, 'ViewStmt')?.view ??
	nodeOf(tree, 'CreateStmt')?.relation ??
	nodeOf(tree, 'CreateTableAsStmt')?.into?.rel ??
	nodeOf(tree, 'RenameStmt')?.relation;
