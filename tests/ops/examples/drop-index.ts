import type { OperationExamples } from './examples.ts';
import { hasTable } from './queries.ts';

export const dropIndex: OperationExamples = {
	arguments: { args: { name: 'ix', table: 'account' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.dropIndex('ix_user_email', 'user'),
		'in a schema, if exists': (op) => op.dropIndex('Ix', undefined, { schema: 'app', ifExists: true }),
		concurrently: (op) => op.dropIndex('ix', 'account', { postgresql: { concurrently: true } }),
		'concurrently, if exists': (op) =>
			op.dropIndex('ix', undefined, { ifExists: true, postgresql: { concurrently: true } }),
	},
	scenarios: {
		'if exists': {
			up: (op) => op.dropIndex('never', 'user', { ifExists: true }),
			down: () => undefined,
			shows: [hasTable('never'), false],
		},
	},
};
