import { isAlways } from '../always.ts';
import { runningIn } from '../changes.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../spelled.ts';

export const deleteWithoutWhere = defineRule({
	severity: 'error',
	group: 'data',
	about: 'DELETE without WHERE.',
	why: 'All rows are gone. On a large table the one long transaction holds back vacuum and leaves the table as large as it was.',
	advice: 'Say which rows are meant. Where it is all of them, TRUNCATE is quick, and says so to who reads the script.',
	sources: ['https://www.postgresql.org/docs/current/sql-delete.html'],
	examples: {
		bad: [
			'DELETE FROM audit;',
			'WITH gone AS (DELETE FROM audit RETURNING id) SELECT count(*) FROM gone;',
			'DELETE FROM ONLY app.audit WHERE true;',
		],
		good: [
			"DELETE FROM audit WHERE written_at < '2020-01-01';",
			'DELETE FROM audit USING account WHERE account.id = audit.account_id;',
			'CREATE TEMP TABLE scratch (id bigint);\nDELETE FROM scratch;',
		],
	},
	every: (seen) =>
		runningIn(seen.tree, 'DeleteStmt').flatMap(({ relation, whereClause }) => {
			if (!relation || !isAlways(whereClause) || seen.isNew(relation)) return [];
			return { object: shown(relation), message: `all rows of "${shown(relation)}" are deleted` };
		}),
});
