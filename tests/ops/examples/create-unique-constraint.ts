import type { OperationExamples } from './examples.ts';
import { constraint } from './queries.ts';

export const createUniqueConstraint: OperationExamples = {
	arguments: { args: { name: 'uq', table: 'account', columns: ['a'] }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.createUniqueConstraint('uq_tag_name', 'tag', ['workspace_id', 'name']),
		'named by the server, in a schema': (op) => op.createUniqueConstraint(null, 'tag', ['user'], { schema: 'app' }),
		'with every option': (op) =>
			op.createUniqueConstraint('uq', 'tag', ['name'], {
				deferrable: true,
				initially: 'DEFERRED',
				postgresql: { include: ['id'], nullsNotDistinct: true },
			}),
		online: (op) =>
			op.createUniqueConstraint('uq', 'account', ['a', 'B'], {
				schema: 'app',
				online: true,
				deferrable: true,
				initially: 'DEFERRED',
				postgresql: { include: ['c'], nullsNotDistinct: true },
			}),
	},
	scenarios: {
		'of one NULL, with a column to store': {
			up: (op) =>
				op.createUniqueConstraint('uq', 'user', ['size'], {
					postgresql: { include: ['email'], nullsNotDistinct: true },
				}),
			down: (op) => op.dropConstraint('uq', 'user', 'unique'),
			shows: [constraint('uq'), 'UNIQUE NULLS NOT DISTINCT (size) INCLUDE (email)'],
		},
		deferrable: {
			up: (op) =>
				op.createUniqueConstraint('uq', 'user', ['email', 'size'], { deferrable: true, initially: 'IMMEDIATE' }),
			down: (op) => op.dropConstraint('uq', 'user', 'unique'),
			shows: [constraint('uq'), 'UNIQUE (email, size) DEFERRABLE'],
		},
		online: {
			up: (op) =>
				op.createUniqueConstraint('uq', 'user', ['email', 'size'], {
					online: true,
					deferrable: true,
					initially: 'DEFERRED',
					postgresql: { include: ['id'], nullsNotDistinct: true },
				}),
			down: (op) => op.dropConstraint('uq', 'user', 'unique'),
			shows: [constraint('uq'), 'UNIQUE NULLS NOT DISTINCT (email, size) INCLUDE (id) DEFERRABLE INITIALLY DEFERRED'],
		},
	},
};
