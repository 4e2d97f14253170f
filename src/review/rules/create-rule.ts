import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const createRule = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'CREATE RULE on a table that the script did not create.',
	why: 'It waits for all that use the table, and nobody else can read or write it meanwhile. From then on the rule rewrites the statements of all clients: row counts, RETURNING and volatile functions come out in other ways than they expect.',
	advice:
		'Write a trigger. A rule of a view is not reported; where nothing tells what the relation is, it is advice only.',
	op: "op.createTrigger('account_log', 'account', { timing: 'AFTER', events: ['INSERT'], forEach: 'ROW', function: 'log_account' });",
	sources: [
		'https://www.postgresql.org/docs/current/sql-createrule.html',
		'https://www.postgresql.org/docs/current/rules-triggers.html',
	],
	examples: {
		bad: [
			'CREATE RULE account_log AS ON INSERT TO account DO ALSO INSERT INTO account_audit VALUES (NEW.id);',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY);\nCREATE OR REPLACE RULE keep AS ON DELETE TO account DO INSTEAD NOTHING;',
			'CREATE RULE "Keep" AS ON UPDATE TO app."Account" WHERE NEW.id <> OLD.id DO INSTEAD NOTHING;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE RULE keep AS ON DELETE TO account DO INSTEAD NOTHING;',
			'CREATE VIEW accounts AS SELECT 1 AS id;\nCREATE RULE keep AS ON DELETE TO accounts DO INSTEAD NOTHING;',
			'CREATE OR REPLACE RULE "_RETURN" AS ON SELECT TO accounts DO INSTEAD SELECT 1 AS id;',
		],
	},
	statements: {
		RuleStmt: ({ relation, rulename = '', event }, seen) => {
			if (!relation || event === 'CMD_SELECT' || !seen.work(relation)?.isTable) return NONE;
			const isKnown = seen.relation(relation) !== undefined;
			const name = shown(relation);
			const message = `nobody can use "${name}" while it gets the rule "${rulename}", which rewrites what clients send`;
			return [{ object: `${name}.${rulename}`, message, ...(!isKnown && { severity: 'info' as const }) }];
		},
	},
});
