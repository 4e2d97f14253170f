import type { OperationExamples } from './examples.ts';
import { hasSchema, hasTable } from './queries.ts';

export const renameSchema: OperationExamples = {
	arguments: { args: { oldName: 'a', newName: 'b' }, names: ['oldName', 'newName'] },
	cases: {
		plain: (op) => op.renameSchema('billing', 'accounting'),
		'names that need quotes': (op) => op.renameSchema('user', "o'reilly"),
	},
	scenarios: {
		'with what it holds': {
			up: (op) => op.renameSchema('App', 'select'),
			down: (op) => op.renameSchema('select', 'App'),
			shows: [hasTable('"select"."a.b"'), true],
		},
		'an empty one': {
			up: (op) => op.renameSchema('Empty', 'empty'),
			down: (op) => op.renameSchema('empty', 'Empty'),
			shows: [hasSchema('empty'), true],
		},
	},
};
