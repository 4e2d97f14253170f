import { index } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { stored } from './programs.ts';
import { hasTable } from './queries.ts';

export const dropMaterializedView: OperationExamples = {
	arguments: { args: { name: 'total' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropMaterializedView('total'),
		'in a schema, if exists': (op) => op.dropMaterializedView('Total', { schema: 'app', ifExists: true }),
		cascade: (op) => op.dropMaterializedView('total', { cascade: true }),
		'told what it was': (op) => op.dropMaterializedView('total', { was: 'SELECT 1' }),
	},
	scenarios: {
		'with all that it was': {
			up: (op) => {
				op.dropIndex('ix_stored', 'stored', { was: index(null, ['id'], { unique: true }) });
				op.dropMaterializedView('stored', { was: stored });
			},
			down: (op) => {
				const { query, ...options } = stored;
				op.createMaterializedView('stored', query, options);
				op.createIndex('ix_stored', 'stored', ['id'], { unique: true });
			},
			shows: [hasTable('stored'), false],
		},
		'cascade, if exists': {
			up: (op) => {
				op.createMaterializedView('below', 'SELECT 1 AS a');
				op.createView('above', 'SELECT a FROM below');
				op.dropMaterializedView('below', { cascade: true });
				op.dropMaterializedView('never', { ifExists: true });
			},
			down: () => undefined,
			shows: [hasTable('above'), false],
		},
	},
};
