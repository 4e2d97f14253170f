import type { OperationExamples } from './examples.ts';
import { touching } from './programs.ts';

export const dropTrigger: OperationExamples = {
	arguments: { args: { name: 'tr', table: 'account' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.dropTrigger('tr', 'account'),
		'in a schema, if exists, cascade': (op) =>
			op.dropTrigger('Tr', 'User', { schema: 'app', ifExists: true, cascade: true }),
		'told what it was': (op) => op.dropTrigger('Touching', 'thing', { was: touching }),
	},
	scenarios: {
		'with all that it was': {
			up: (op) => op.dropTrigger('Touching', 'thing', { was: touching }),
			down: (op) => op.createTrigger('Touching', 'thing', touching),
			shows: ["SELECT count(*)::integer AS value FROM pg_trigger WHERE tgname = 'Touching'", 0],
		},
		'if exists, cascade': {
			up: (op) => {
				op.dropTrigger('Touching', 'thing', { cascade: true });
				op.dropTrigger('never', 'thing', { ifExists: true });
			},
			down: (op) => op.createTrigger('Touching', 'thing', touching),
			shows: ["SELECT count(*)::integer AS value FROM pg_trigger WHERE tgname = 'Touching'", 0],
		},
	},
};
