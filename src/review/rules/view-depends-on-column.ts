import { type Action, defineRule, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const viewDependsOnColumn = defineRule({
	severity: 'error',
	group: 'clients',
	about: 'ALTER COLUMN … TYPE or DROP COLUMN of a column that a view reads.',
	why: 'The server refuses it with the error 0A000 or 2BP01, also where the new type is stored like the old one.',
	advice:
		'Drop the view first, and create it again behind the change, in one transaction. Views are those of the baseline and of the script; with CASCADE the view goes along, of which another rule speaks.',
	op: "op.dropView('accounts');\nop.alterColumn('account', 'plan', { type: t.text(), existingType: t.string(40) });",
	sources: [
		'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE',
		'https://www.postgresql.org/docs/current/ddl-depend.html',
	],
	beside: ['drop-column', 'prefer-text'],
	examples: {
		bad: [
			'CREATE TABLE account (id bigint PRIMARY KEY, plan varchar(40));\nCREATE VIEW accounts AS SELECT id, plan FROM account;\nALTER TABLE account ALTER COLUMN plan TYPE text;',
			'CREATE TABLE IF NOT EXISTS app."Account" (id bigint PRIMARY KEY, plan text);\nCREATE VIEW app.free AS SELECT id FROM app."Account" WHERE plan = \'free\';\nALTER TABLE app."Account" DROP COLUMN plan;',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text);\nCREATE MATERIALIZED VIEW plans AS SELECT plan, count(*) FROM account GROUP BY plan;\nALTER TABLE account ADD COLUMN note text, DROP COLUMN IF EXISTS plan;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, plan varchar(40));\nCREATE VIEW accounts AS SELECT id FROM account;\nALTER TABLE account ALTER COLUMN plan TYPE text;',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan varchar(40));\nCREATE VIEW accounts AS SELECT id, plan FROM account;\nDROP VIEW accounts;\nALTER TABLE account ALTER COLUMN plan TYPE text;\nCREATE VIEW accounts AS SELECT id, plan FROM account;',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text);\nCREATE VIEW accounts AS SELECT id, plan FROM account;\nALTER TABLE account DROP COLUMN plan CASCADE;',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text);\nCREATE VIEW accounts AS SELECT id, plan FROM account;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
		],
	},
	actions: { AT_AlterColumnType: refused, AT_DropColumn: refused },
});

function refused({ cmd, table, name: owner }: Action, seen: Seen): Problems {
	const relation = seen.relation(table);
	const column = cmd.name ?? '';
	if (!relation || cmd.behavior === 'DROP_CASCADE') return [];
	const views = relation.views
		.flatMap((id) => seen.known.get(id) ?? [])
		.filter(({ view }) =>
			view?.dependsOn.some((each) => each.relation === relation.id && each.columns.includes(column)),
		);
	if (views.length === 0) return [];
	const object = `${owner}.${shown({ name: column })}`;
	const names = views.map((view) => `"${shown(view)}"`).join(', ');
	return [
		{
			object,
			message: `the server refuses to change "${object}", which ${names} read${views.length === 1 ? 's' : ''}`,
		},
	];
}
