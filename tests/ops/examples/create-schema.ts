import { param, sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { hasSchema, ownerOf } from './queries.ts';

export const createSchema: OperationExamples = {
	arguments: { args: { name: 'app' }, names: ['name'] },
	cases: {
		plain: (op) => op.createSchema('billing'),
		'if not exists': (op) => op.createSchema('billing', { ifNotExists: true }),
		'of another role, names that need quotes': (op) => op.createSchema('Größe', { authorization: 'order' }),
		'of the role that runs the script': (op) => op.createSchema('billing', { authorization: sql`current_user` }),
		'of a role that is a parameter': (op) =>
			op.createSchema('billing', { authorization: sql`${param('owner', 'identifier')}` }),
	},
	scenarios: {
		'of another role': {
			up: (op) => op.createSchema('Billing', { authorization: 'Keeper' }),
			down: (op) => op.dropSchema('Billing'),
			shows: [ownerOf('pg_namespace', 'nspowner', 'nspname', 'Billing'), 'Keeper'],
		},
		'of the role that runs the script': {
			up: (op) => op.createSchema('billing', { authorization: sql`SESSION_USER` }),
			down: (op) => op.dropSchema('billing'),
			shows: [hasSchema('billing'), true],
		},
		'if not exists, twice': {
			up: (op) => {
				op.createSchema('billing', { ifNotExists: true });
				op.createSchema('billing', { ifNotExists: true, authorization: 'Keeper' });
			},
			down: (op) => op.dropSchema('billing'),
			shows: [hasSchema('billing'), true],
		},
	},
};
