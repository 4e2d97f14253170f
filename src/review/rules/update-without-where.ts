import { isAlways } from '../always.ts';
import { runningIn } from '../changes.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../spelled.ts';

export const updateWithoutWhere = defineRule({
	severity: 'warning',
	group: 'data',
	dependsOnRows: true,
	about: 'UPDATE without WHERE.',
	why: 'Every row is written anew and stays locked until the transaction ends; writers wait, and the table grows to twice its size.',
	advice: 'Update in batches, by ranges of the key, each in a transaction of its own.',
	sources: ['https://www.postgresql.org/docs/current/sql-update.html'],
	examples: {
		bad: [
			"UPDATE account SET plan = 'free';",
			'WITH done AS (UPDATE account SET seen = now() RETURNING id) SELECT count(*) FROM done;',
			'UPDATE account SET plan = tariff.plan FROM tariff;',
			'UPDATE app.account SET plan = lower(plan) WHERE true;',
		],
		good: [
			"UPDATE account SET plan = 'free' WHERE id BETWEEN 1 AND 10000;",
			'UPDATE account SET plan = tariff.plan FROM tariff WHERE tariff.id = account.tariff_id;',
			'CREATE TABLE scratch (id bigint PRIMARY KEY);\nUPDATE scratch SET id = 1;',
		],
	},
	every: (seen) =>
		runningIn(seen.tree, 'UpdateStmt').flatMap(({ relation, whereClause }) => {
			if (!relation || !isAlways(whereClause) || seen.isNew(relation)) return [];
			return { object: shown(relation), message: `every row of "${shown(relation)}" is updated in one transaction` };
		}),
});
