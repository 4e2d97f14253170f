import { nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { emptiedInBatches } from '../emptied.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const truncateCascade = defineRule({
	severity: 'error',
	group: 'data',
	about: 'TRUNCATE … CASCADE.',
	why: 'It also empties every table that refers to this one, and those that refer to them, without naming any.',
	advice:
		'Name every table that is meant: without CASCADE the statement fails where another one refers to them. Or remove the rows in batches: DELETE follows the keys as they say.',
	op: 'op.execute(\n\t"DELETE FROM account WHERE ctid = ANY (ARRAY(SELECT ctid FROM account LIMIT 10000))",\n);',
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
			const instead = tables.map(emptiedInBatches).join('\n');
			return tables.map((table) => ({
				object: shown(table),
				message: `every table that refers to "${shown(table)}" is emptied with it`,
				instead,
			}));
		},
	},
});
