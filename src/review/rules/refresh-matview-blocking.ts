import { defineRule, NONE } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const refreshMatviewBlocking = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'REFRESH MATERIALIZED VIEW without CONCURRENTLY.',
	why: 'Nobody can read the view while its query runs.',
	advice: 'Say CONCURRENTLY, which needs a unique index on the view.',
	op: "op.refreshMaterializedView('totals', { concurrently: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html'],
	examples: {
		bad: [
			'REFRESH MATERIALIZED VIEW totals;',
			'REFRESH MATERIALIZED VIEW app.totals WITH DATA;',
			'REFRESH MATERIALIZED VIEW "Totals";',
		],
		good: [
			'REFRESH MATERIALIZED VIEW CONCURRENTLY totals;',
			'CREATE MATERIALIZED VIEW totals AS SELECT 1 AS one;\nREFRESH MATERIALIZED VIEW totals;',
			'REFRESH MATERIALIZED VIEW totals WITH NO DATA;',
		],
	},
	statements: {
		RefreshMatViewStmt: ({ relation, concurrent, skipData }, seen) => {
			if (!relation || concurrent || skipData || seen.isNew(relation)) return NONE;
			const message = `reads of "${shown(relation)}" wait while its query runs`;
			return [
				{ object: shown(relation), message, instead: `REFRESH MATERIALIZED VIEW CONCURRENTLY ${spelled(relation)};` },
			];
		},
	},
});
