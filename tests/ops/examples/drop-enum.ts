import type { OperationExamples } from './examples.ts';

export const dropEnum: OperationExamples = {
	arguments: { args: { name: 'state' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropEnum('order_state'),
		'in a schema, if exists': (op) => op.dropEnum('Order', { schema: 'app', ifExists: true }),
	},
	scenarios: {
		'if exists': {
			up: (op) => op.dropEnum('never', { ifExists: true }),
			down: () => undefined,
			shows: [`SELECT to_regtype('never') IS NULL AS value`, true],
		},
	},
};
