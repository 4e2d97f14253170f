import type { OperationExamples } from './examples.ts';

export const disableTrigger: OperationExamples = {
	arguments: { args: { name: 'tr', table: 'account' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.disableTrigger('tr', 'account'),
		'in a schema, names that need quotes': (op) => op.disableTrigger('user', 'User', { schema: 'app' }),
	},
	scenarios: {
		'and enabled again': {
			up: (op) => op.disableTrigger('Touching', 'thing'),
			down: (op) => op.enableTrigger('Touching', 'thing'),
			shows: ["SELECT tgenabled::text AS value FROM pg_trigger WHERE tgname = 'Touching'", 'D'],
		},
	},
};
