import type { OperationExamples } from './examples.ts';
import { hasExtension } from './queries.ts';

export const createExtension: OperationExamples = {
	arguments: { args: { name: 'citext' }, names: ['name'] },
	cases: {
		plain: (op) => op.createExtension('citext'),
		'names that need quotes, in a schema, of a version': (op) =>
			op.createExtension('uuid-ossp', { schema: 'my app', version: '1.1' }),
		'if not exists, with what it needs': (op) =>
			op.createExtension('earthdistance', { cascade: true, ifNotExists: true }),
	},
	scenarios: {
		'in a schema': {
			up: (op) => op.createExtension('earthdistance', { schema: 'App' }),
			down: (op) => op.dropExtension('earthdistance'),
			shows: [hasExtension('earthdistance'), '"App"'],
		},
		'of a version, with what it needs, if not exists': {
			up: (op) => {
				op.dropExtension('cube', { was: { schema: 'public' } });
				op.createExtension('earthdistance', { schema: 'public', cascade: true });
				op.createExtension('cube', { ifNotExists: true });
			},
			down: (op) => {
				op.dropExtension('earthdistance');
				op.dropExtension('cube');
				op.createExtension('cube', { schema: 'public' });
			},
			shows: [hasExtension('cube'), 'public'],
		},
	},
};
