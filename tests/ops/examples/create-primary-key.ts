import { column, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { constraint } from './queries.ts';

export const createPrimaryKey: OperationExamples = {
	arguments: { args: { name: 'pk', table: 'account', columns: ['a'] }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.createPrimaryKey('pk_member', 'member', ['conversation_id', 'user_id']),
		'named by the server, in a schema': (op) => op.createPrimaryKey(null, 'member', ['user'], { schema: 'app' }),
		'with every option': (op) =>
			op.createPrimaryKey('pk', 'member', ['id'], {
				deferrable: true,
				initially: 'DEFERRED',
				postgresql: { include: ['name', 'Group'] },
			}),
		'not deferrable': (op) => op.createPrimaryKey('pk', 'member', ['id'], { deferrable: false }),
		'told which columns took NULL': (op) =>
			op.createPrimaryKey('pk', 'account', ['id', 'plan'], { existingNullable: ['plan'] }),
	},
	scenarios: {
		'in a schema, with a column to store, checked at the end': {
			up: (op) => {
				op.addColumn('a.b', column('y', t.integer()), { schema: 'App' });
				op.createPrimaryKey('pk', 'a.b', ['x'], {
					schema: 'App',
					deferrable: true,
					initially: 'DEFERRED',
					postgresql: { include: ['y'] },
				});
			},
			down: (op) => {
				op.dropConstraint('pk', 'a.b', 'primary', { schema: 'App' });
				op.alterColumn('a.b', 'x', { schema: 'App', nullable: true });
				op.dropColumn('a.b', 'y', { schema: 'App' });
			},
			shows: [constraint('pk'), 'PRIMARY KEY (x) INCLUDE (y) DEFERRABLE INITIALLY DEFERRED'],
		},
		'of two columns': {
			up: (op) => op.createPrimaryKey(null, 'note', ['id', 'user_id'], { deferrable: true }),
			down: (op) => {
				op.dropConstraint('note_pkey', 'note', 'primary');
				for (const name of ['id', 'user_id']) op.alterColumn('note', name, { nullable: true });
			},
			shows: [constraint('note_pkey'), 'PRIMARY KEY (id, user_id) DEFERRABLE'],
		},
		'on a column that took NULL': {
			up: (op) => op.createPrimaryKey('pk', 'a.b', ['x'], { schema: 'App', existingNullable: ['x'] }),
			down: (op) => {
				op.dropConstraint('pk', 'a.b', 'primary', { schema: 'App' });
				op.alterColumn('a.b', 'x', { schema: 'App', nullable: true });
			},
			shows: [constraint('pk'), 'PRIMARY KEY (x)'],
		},
	},
};
