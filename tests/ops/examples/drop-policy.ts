import type { OperationExamples } from './examples.ts';
import { own } from './programs.ts';

export const dropPolicy: OperationExamples = {
	arguments: { args: { name: 'own', table: 'message' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.dropPolicy('own', 'message'),
		'in a schema, if exists': (op) => op.dropPolicy('Own', 'User', { schema: 'app', ifExists: true }),
		'told what it was': (op) => op.dropPolicy('own', 'message', { was: { using: 'true' } }),
	},
	scenarios: {
		'with all that it was': {
			up: (op) => {
				op.dropPolicy('Own', 'thing', { was: own });
				op.dropPolicy('never', 'thing', { ifExists: true });
			},
			down: (op) => op.createPolicy('Own', 'thing', own),
			shows: ["SELECT count(*)::integer AS value FROM pg_policies WHERE policyname = 'Own'", 0],
		},
	},
};
