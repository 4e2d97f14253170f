import type { OperationExamples } from './examples.ts';

export const dropTableComment: OperationExamples = {
	arguments: { args: { table: 'account' }, names: ['table'] },
	cases: {
		plain: (op) => op.dropTableComment('user'),
		'in a schema': (op) => op.dropTableComment('account', { schema: 'app', existingComment: 'old' }),
	},
	scenarios: {
		'with what it was': {
			up: (op) => op.dropTableComment('kept', { existingComment: 'stays' }),
			down: (op) => op.createTableComment('kept', 'stays'),
			shows: [`SELECT obj_description('kept'::regclass) AS value`, null],
		},
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
