import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const clusterRewrite = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'CLUSTER of a table that the script did not create, or of all tables.',
	why: 'The whole table is written anew in the order of the index, and nobody can read or write it meanwhile.',
	advice: 'Use pg_repack, or a maintenance window.',
	sources: ['https://www.postgresql.org/docs/current/sql-cluster.html'],
	examples: {
		bad: ['CLUSTER account USING account_pkey;', 'CLUSTER app.account;', 'CLUSTER (VERBOSE) account;', 'CLUSTER;'],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCLUSTER account USING account_pkey;',
			'ALTER TABLE account CLUSTER ON account_pkey;',
			'ANALYZE account;',
		],
	},
	statements: {
		ClusterStmt: ({ relation }, seen) => {
			if (!relation)
				return [
					{ object: 'database', message: 'each table that was clustered before is written anew, one after the other' },
				];
			if (seen.isNew(relation)) return NONE;
			return [{ object: shown(relation), message: `"${shown(relation)}" is written anew under the strongest lock` }];
		},
	},
});
