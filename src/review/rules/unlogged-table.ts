import { defineRule, NONE } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const unloggedTable = defineRule({
	severity: 'info',
	group: 'data',
	about: 'CREATE UNLOGGED TABLE, and ALTER TABLE … SET UNLOGGED.',
	why: 'After a crash the table is empty, and replicas never have its rows.',
	advice: 'Take it for rows that can be made again.',
	op: "op.createTable('session', [column('id', t.bigInteger(), { primaryKey: true, autoincrement: false })]);",
	sources: ['https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-UNLOGGED'],
	examples: {
		bad: [
			'CREATE UNLOGGED TABLE session (id bigint PRIMARY KEY);',
			'CREATE UNLOGGED TABLE IF NOT EXISTS app.session (id bigint PRIMARY KEY);',
			'CREATE TABLE session (id bigint PRIMARY KEY);\nALTER TABLE session SET UNLOGGED;',
		],
		good: [
			'CREATE TABLE session (id bigint PRIMARY KEY);',
			'CREATE TEMP TABLE session (id bigint);',
			'CREATE TABLE session (id bigint PRIMARY KEY);\nALTER TABLE session SET LOGGED;',
		],
	},
	statements: {
		CreateStmt: ({ relation }, seen) => {
			if (relation?.relpersistence !== 'u') return NONE;
			const instead = `${seen.text.replace(/\bunlogged\s+/i, '')};`;
			return [{ object: shown(relation), message: `the table "${shown(relation)}" is emptied by a crash`, instead }];
		},
	},
	actions: {
		AT_SetUnLogged: ({ table, name }) => [
			{
				object: name,
				message: `the table "${name}" is emptied by a crash from now on`,
				instead: `ALTER TABLE ${spelled(table)} SET LOGGED;`,
			},
		],
	},
});
