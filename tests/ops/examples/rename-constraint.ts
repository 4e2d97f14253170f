import type { OperationExamples } from './examples.ts';
import { constraint, hasTable } from './queries.ts';

export const renameConstraint: OperationExamples = {
	arguments: { args: { name: 'uq', table: 'user', newName: 'uq_user' }, names: ['name', 'table', 'newName'] },
	cases: {
		plain: (op) => op.renameConstraint('message_author_fkey', 'message', 'fk_message_author'),
		'in a schema, names that need quotes': (op) => op.renameConstraint('Uq', 'order', 'a"b', { schema: 'my app' }),
		'if the table exists': (op) => op.renameConstraint('uq', 'message', 'uq_message', { ifExists: true }),
	},
	scenarios: {
		'of every kind': {
			up: (op) => {
				for (const name of ['pk', 'fk', 'uq', 'ck', 'ex']) op.renameConstraint(`kept_${name}`, 'kept', `Kept ${name}`);
			},
			down: (op) => {
				for (const name of ['pk', 'fk', 'uq', 'ck', 'ex']) op.renameConstraint(`Kept ${name}`, 'kept', `kept_${name}`);
			},
			shows: [constraint('Kept uq'), 'UNIQUE (number, name) DEFERRABLE'],
		},
		'with its index': {
			up: (op) => op.renameConstraint('kept_pk', 'kept', 'pk'),
			down: (op) => op.renameConstraint('pk', 'kept', 'kept_pk'),
			shows: [hasTable('pk'), true],
		},
		'if the table exists, in a schema': {
			up: (op) => op.renameConstraint('never', 'never', 'x', { schema: 'App', ifExists: true }),
			down: () => undefined,
			shows: [hasTable('"App".never'), false],
		},
	},
};
