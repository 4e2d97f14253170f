import type { OperationExamples } from './examples.ts';

export const createTableComment: OperationExamples = {
	arguments: { args: { table: 'account', comment: 'people' }, names: ['table'] },
	cases: {
		plain: (op) => op.createTableComment('user', "People who can't\nsign in"),
		'in a schema': (op) => op.createTableComment('account', 'new', { schema: 'app', existingComment: 'old' }),
		empty: (op) => op.createTableComment('account', '', { existingComment: null }),
	},
	scenarios: {
		plain: {
			up: (op) => op.createTableComment('user', "people; it's -- all"),
			down: (op) => op.dropTableComment('user'),
			shows: ['SELECT obj_description(\'"user"\'::regclass) AS value', "people; it's -- all"],
		},
	},
};
