import type { OperationExamples } from './examples.ts';
import { hasExtension } from './queries.ts';

export const dropExtension: OperationExamples = {
	arguments: { args: { name: 'citext' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropExtension('citext'),
		'told what it was': (op) => op.dropExtension('citext', { was: { schema: 'app', version: '1.5' } }),
		'if exists, with what depends on it': (op) => op.dropExtension('uuid-ossp', { ifExists: true, cascade: true }),
	},
	scenarios: {
		'to another version and back': {
			up: (op) => {
				op.dropExtension('cube', { was: { schema: 'public' } });
				op.createExtension('cube', { schema: 'App', version: '1.4' });
			},
			down: (op) => {
				op.dropExtension('cube', { was: { schema: 'App', version: '1.4' } });
				op.createExtension('cube', { schema: 'public' });
			},
			shows: ["SELECT extversion AS value FROM pg_extension WHERE extname = 'cube'", '1.4'],
		},
		'if exists, with what depends on it': {
			up: (op) => {
				op.dropExtension('earthdistance', { ifExists: true });
				op.createExtension('earthdistance', { schema: 'public' });
				op.dropExtension('cube', { cascade: true });
			},
			down: (op) => op.createExtension('cube', { schema: 'public' }),
			shows: [hasExtension('earthdistance'), null],
		},
	},
};
