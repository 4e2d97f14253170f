import type { OperationExamples } from './examples.ts';
import { shown } from './programs.ts';
import { hasTable } from './queries.ts';

export const dropView: OperationExamples = {
	arguments: { args: { name: 'active' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropView('active'),
		'in a schema, if exists': (op) => op.dropView('Active', { schema: 'app', ifExists: true }),
		cascade: (op) => op.dropView('active', { cascade: true }),
		'told what it was': (op) => op.dropView('active', { was: { query: 'SELECT 1', columns: ['a'] } }),
	},
	scenarios: {
		'with all that it was': {
			up: (op) => op.dropView('shown', { was: shown }),
			down: (op) => op.createView('shown', shown.query, { comment: shown.comment }),
			shows: [hasTable('shown'), false],
		},
		'cascade, if exists': {
			up: (op) => {
				op.createView('lower', 'SELECT 1 AS a');
				op.createView('upper', 'SELECT a FROM lower');
				op.dropView('lower', { cascade: true });
				op.dropView('never', { ifExists: true });
			},
			down: () => undefined,
			shows: [hasTable('upper'), false],
		},
	},
};
