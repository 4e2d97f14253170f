import type { OperationExamples } from './examples.ts';
import { hasTable, ofColumn } from './queries.ts';

export const renameColumn: OperationExamples = {
	arguments: {
		args: { table: 'user', column: 'email', newName: 'mail' },
		names: ['table', 'column', 'newName'],
	},
	cases: {
		plain: (op) => op.renameColumn('message', 'text', 'body'),
		'in a schema, names that need quotes': (op) => op.renameColumn('Order', 'from', 'a"b', { schema: 'my app' }),
		'if the table exists': (op) => op.renameColumn('message', 'text', 'body', { ifExists: true }),
	},
	scenarios: {
		'with its default and its comment': {
			up: (op) => op.renameColumn('user', 'size', 'Größe'),
			down: (op) => op.renameColumn('user', 'Größe', 'size'),
			shows: [
				ofColumn('pg_get_expr(d.adbin, d.adrelid) || col_description(a.attrelid, a.attnum)', 'Größe'),
				"'5'::character varyingold",
			],
		},
		'of a table with one of each kind, in indexes and constraints': {
			up: (op) => op.renameColumn('kept', 'number', 'select'),
			down: (op) => op.renameColumn('kept', 'select', 'number'),
			shows: [
				"SELECT pg_get_constraintdef(oid) AS value FROM pg_constraint WHERE conname = 'kept_ck'",
				'CHECK (("select" > 0))',
			],
		},
		'if the table exists, in a schema': {
			up: (op) => {
				op.renameColumn('a.b', 'x', 'y', { schema: 'App', ifExists: true });
				op.renameColumn('never', 'x', 'y', { ifExists: true });
			},
			down: (op) => op.renameColumn('a.b', 'y', 'x', { schema: 'App' }),
			shows: [hasTable('"App"."a.b"'), true],
		},
	},
};
