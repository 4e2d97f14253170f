import type { OperationExamples } from './examples.ts';

export const refreshMaterializedView: OperationExamples = {
	arguments: { args: { name: 'total' }, names: ['name'] },
	cases: {
		plain: (op) => op.refreshMaterializedView('total'),
		'in a schema, concurrently': (op) => op.refreshMaterializedView('Total', { schema: 'app', concurrently: true }),
		'without its rows': (op) => op.refreshMaterializedView('total', { withData: false }),
	},
	scenarios: {
		concurrently: {
			up: (op) => {
				op.execute("INSERT INTO thing (id, name) VALUES (9, 'c')");
				op.refreshMaterializedView('stored', { concurrently: true });
			},
			down: (op) => {
				op.execute('DELETE FROM thing WHERE id = 9');
				op.refreshMaterializedView('stored');
			},
			shows: ["SELECT string_agg(name, '' ORDER BY name) AS value FROM stored", 'abc'],
		},
		'concurrently, in the transaction that creates it': {
			up: (op) =>
				op.execute(`DO $$ BEGIN
					CREATE MATERIALIZED VIEW passing AS SELECT 1 AS a;
					CREATE UNIQUE INDEX ON passing (a);
					REFRESH MATERIALIZED VIEW CONCURRENTLY passing;
				END $$`),
			down: (op) => op.dropMaterializedView('passing'),
			shows: ['SELECT a AS value FROM passing', 1],
		},
		'without its rows': {
			up: (op) => op.refreshMaterializedView('stored', { withData: false }),
			down: (op) => op.refreshMaterializedView('stored', { withData: true }),
			shows: ["SELECT relispopulated AS value FROM pg_class WHERE oid = 'stored'::regclass", false],
		},
		'where it was made just before': {
			up: (op) => {
				op.createMaterializedView('fresh', 'SELECT 1 AS a', { withData: false });
				op.refreshMaterializedView('fresh');
			},
			down: (op) => op.dropMaterializedView('fresh'),
			shows: ['SELECT a AS value FROM fresh', 1],
		},
	},
};
