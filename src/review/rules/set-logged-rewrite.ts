import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';

export const setLoggedRewrite = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ALTER TABLE … SET LOGGED or SET UNLOGGED, where the table is not so already.',
	why: 'The whole table is written anew, and nobody can read or write it meanwhile.',
	advice: 'Decide while the table is empty, or in a maintenance window.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-LOGGED-UNLOGGED'],
	beside: ['unlogged-table'],
	examples: {
		bad: [
			'ALTER TABLE session SET LOGGED;',
			'ALTER TABLE app.session SET UNLOGGED;',
			'CREATE TABLE IF NOT EXISTS session (id bigint PRIMARY KEY);\nALTER TABLE session SET UNLOGGED;',
		],
		good: [
			'CREATE UNLOGGED TABLE session (id bigint PRIMARY KEY);\nALTER TABLE session SET LOGGED;',
			'CREATE TABLE IF NOT EXISTS session (id bigint PRIMARY KEY);\nALTER TABLE session SET LOGGED;',
			'ALTER TABLE session SET (fillfactor = 70);',
		],
	},
	actions: { AT_SetLogged: rewritten, AT_SetUnLogged: rewritten },
});

function rewritten({ table, name }: Action, seen: Seen): Problems {
	if (!seen.work(table)?.rewrite) return NONE;
	return [{ object: name, message: `"${name}" is written anew under the strongest lock` }];
}
