import type { OperationExamples } from './examples.ts';

export const enableTrigger: OperationExamples = {
	arguments: { args: { name: 'tr', table: 'account' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.enableTrigger('tr', 'account'),
		'in a schema, names that need quotes': (op) => op.enableTrigger('all', 'User', { schema: 'app' }),
	},
	scenarios: {
		'after a change without it': {
			up: (op) => {
				op.disableTrigger('Touching', 'thing');
				op.execute("UPDATE thing SET name = 'touch' WHERE name = 'b'");
				op.enableTrigger('Touching', 'thing');
			},
			down: (op) => op.execute("UPDATE thing SET name = 'b' WHERE name = 'touch'"),
			shows: [
				"SELECT name || tgenabled::text AS value FROM thing, pg_trigger WHERE tgname = 'Touching' AND id = 2",
				'touchO',
			],
		},
	},
};
