import { nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const truncateCascade = defineRule({
	severity: 'error',
	group: 'data',
	about: 'TRUNCATE … CASCADE.',
	why: 'It also empties every table that refers to this one, and those that refer to them, without naming any.',
	advice: 'Name every table that is meant: the statement then fails where another one refers to them.',
	op: "op.execute('TRUNCATE account');",
	sources: ['https://www.postgresql.org/docs/current/sql-truncate.html'],
	covers: ['truncate'],
	examples: {
		bad: [
			'TRUNCATE account CASCADE;',
			'TRUNCATE account, plan CASCADE;',
			'TRUNCATE app.account RESTART IDENTITY CASCADE;',
		],
		good: [
			'CREATE TEMP TABLE scratch (id bigint);\nTRUNCATE scratch CASCADE;',
			'CREATE TABLE scratch (id bigint PRIMARY KEY);\nTRUNCATE scratch;',
			'CREATE TABLE scratch (id bigint PRIMARY KEY);\nTRUNCATE scratch RESTRICT;',
		],
	},
	statements: {
		TruncateStmt: ({ relations, behavior }, seen) => {
			if (behavior !== 'DROP_CASCADE') return NONE;
			const tables = nodesOf(relations, 'RangeVar').filter((table) => !seen.isNew(table));
			const instead = `TRUNCATE ${tables.map(spelled).join(', ')};`;
			return tables.map((table) => ({
				object: shown(table),
				message: `every table that refers to "${shown(table)}" is emptied with it`,
				instead,
			}));
		},
	},
});
