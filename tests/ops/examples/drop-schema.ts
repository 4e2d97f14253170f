import type { OperationExamples } from './examples.ts';
import { hasSchema } from './queries.ts';

export const dropSchema: OperationExamples = {
	arguments: { args: { name: 'app' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropSchema('billing'),
		'told what it was': (op) => op.dropSchema('billing', { was: { authorization: 'accounting' } }),
		'if exists, with all in it': (op) => op.dropSchema('Größe', { ifExists: true, cascade: true }),
	},
	scenarios: {
		'with its owner': {
			up: (op) => op.dropSchema('Empty', { was: { authorization: 'Keeper' } }),
			down: (op) => op.createSchema('Empty', { authorization: 'Keeper' }),
			shows: [hasSchema('Empty'), false],
		},
		'if exists, with all in it': {
			up: (op) => {
				op.dropSchema('never', { ifExists: true, cascade: true });
				op.createSchema('full');
				op.createEnum('state', ['new'], { schema: 'full' });
				op.dropSchema('full', { cascade: true });
			},
			down: () => undefined,
			shows: [hasSchema('full'), false],
		},
	},
};
