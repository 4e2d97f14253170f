import type { OperationExamples } from './examples.ts';

export const dropEnum: OperationExamples = {
	arguments: { args: { name: 'state' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropEnum('order_state'),
		'told what it was': (op) => op.dropEnum('order_state', { was: ['new', 'paid'] }),
		'in a schema, if exists': (op) => op.dropEnum('Order', { schema: 'app', ifExists: true }),
	},
	scenarios: {
		'with its labels': {
			up: (op) => op.dropEnum('Kept', { was: ['b', 'a'] }),
			down: (op) => op.createEnum('Kept', ['b', 'a']),
			shows: [`SELECT to_regtype('"Kept"') IS NULL AS value`, true],
		},
		'if exists': {
			up: (op) => op.dropEnum('never', { ifExists: true }),
			down: () => undefined,
			shows: [`SELECT to_regtype('never') IS NULL AS value`, true],
		},
	},
};
