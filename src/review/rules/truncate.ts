import { nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { emptiedInBatches } from '../emptied.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../spelled.ts';

export const truncate = defineRule({
	severity: 'error',
	group: 'data',
	about: 'TRUNCATE of a table that the script did not create.',
	why: 'All rows are gone, no trigger for deleted rows runs, and reads and writes wait until the transaction ends.',
	advice: 'Delete in batches, with a condition that says which rows are meant. Each batch is a transaction of its own.',
	op: 'op.execute(\n\t"DELETE FROM audit WHERE ctid = ANY (ARRAY(SELECT ctid FROM audit LIMIT 10000))",\n);',
	sources: ['https://www.postgresql.org/docs/current/sql-truncate.html'],
	examples: {
		bad: ['TRUNCATE audit;', 'TRUNCATE TABLE ONLY app.audit RESTART IDENTITY;', 'TRUNCATE audit, job;'],
		good: [
			'CREATE TEMP TABLE scratch (id bigint);\nTRUNCATE scratch;',
			'CREATE TABLE scratch (id bigint PRIMARY KEY);\nTRUNCATE scratch;',
			"DELETE FROM audit WHERE written_at < '2020-01-01';",
		],
	},
	statements: {
		TruncateStmt: ({ relations }, seen) =>
			nodesOf(relations, 'RangeVar')
				.filter((table) => !seen.isNew(table))
				.map((table) => ({
					object: shown(table),
					message: `all rows of "${shown(table)}" are removed`,
					instead: emptiedInBatches(table),
				})),
	},
});
