import type { OperationExamples } from './examples.ts';
import { hasTable } from './queries.ts';

export const renameTable: OperationExamples = {
	arguments: { args: { oldName: 'a', newName: 'b' }, names: ['oldName', 'newName'] },
	cases: {
		plain: (op) => op.renameTable('chat', 'conversation'),
		'in a schema': (op) => op.renameTable('user', 'User', { schema: 'app' }),
	},
	scenarios: {
		'in a schema': {
			up: (op) => op.renameTable('a.b', 'c', { schema: 'App' }),
			down: (op) => op.renameTable('c', 'a.b', { schema: 'App' }),
			shows: [hasTable('"App".c'), true],
		},
		'to a reserved word': {
			up: (op) => op.renameTable('note', 'select'),
			down: (op) => op.renameTable('select', 'note'),
			shows: [hasTable('"select"'), true],
		},
	},
};
