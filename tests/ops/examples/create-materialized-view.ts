import type { OperationExamples } from './examples.ts';

export const createMaterializedView: OperationExamples = {
	arguments: { args: { name: 'total', query: 'SELECT 1 AS a' }, names: ['name'] },
	cases: {
		plain: (op) => op.createMaterializedView('total', 'SELECT count(*) FROM account'),
		'without its rows': (op) => op.createMaterializedView('total', 'SELECT 1 -- one', { withData: false }),
		'if not exists': (op) => op.createMaterializedView('total', 'SELECT 1;', { ifNotExists: true }),
		'with everything': (op) =>
			op.createMaterializedView('Total "sum"', 'SELECT count(*) FROM account', {
				schema: 'My App',
				columns: ['select'],
				using: 'heap',
				with: { fillfactor: 70, 'toast.autovacuum_enabled': false },
				tablespace: 'Fast',
				withData: false,
				ifNotExists: true,
				comment: "it's slow",
			}),
	},
	scenarios: {
		'with every option': {
			up: (op) => {
				op.createMaterializedView('Total', 'SELECT count(*) FROM thing', {
					schema: 'App',
					columns: ['select'],
					using: 'heap',
					with: { fillfactor: 70, autovacuum_enabled: false },
					tablespace: 'pg_default',
					comment: "it's slow",
				});
				op.createIndex('ix_total', 'Total', ['select'], { schema: 'App' });
			},
			down: (op) => op.dropMaterializedView('Total', { schema: 'App' }),
			shows: [
				`SELECT "select"::integer || obj_description('"App"."Total"'::regclass) AS value FROM "App"."Total"`,
				"2it's slow",
			],
		},
		'if not exists, without its rows, and filled later': {
			up: (op) => {
				op.createMaterializedView('later', 'SELECT 1 AS a', { ifNotExists: true, withData: false });
				op.createMaterializedView('later', 'SELECT 2 AS b', { ifNotExists: true });
				op.refreshMaterializedView('later');
			},
			down: (op) => op.dropMaterializedView('later'),
			shows: ['SELECT a AS value FROM later', 1],
		},
	},
};
