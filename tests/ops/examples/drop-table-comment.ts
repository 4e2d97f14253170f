import type { OperationExamples } from './examples.ts';

export const dropTableComment: OperationExamples = {
	arguments: { args: { table: 'account' }, names: ['table'] },
	cases: {
		plain: (op) => op.dropTableComment('user'),
		'in a schema': (op) => op.dropTableComment('account', { schema: 'app', existingComment: 'old' }),
	},
	scenarios: {
		plain: {
			up: (op) => {
				op.createTableComment('a.b', 'x', { schema: 'App' });
				op.dropTableComment('a.b', { schema: 'App' });
			},
			down: () => undefined,
			shows: ['SELECT obj_description(\'"App"."a.b"\'::regclass) AS value', null],
		},
	},
};
