import type { OperationExamples } from './examples.ts';
import { constraint, hasTable, indexDefinition } from './queries.ts';

export const renameIndex: OperationExamples = {
	arguments: { args: { oldName: 'ix', newName: 'ix_user' }, names: ['oldName', 'newName'] },
	cases: {
		plain: (op) => op.renameIndex('user_email_idx', 'ix_user_email'),
		'in a schema, if exists, names that need quotes': (op) =>
			op.renameIndex('Ix', 'a"b', { schema: 'my app', ifExists: true }),
	},
	scenarios: {
		'over an expression': {
			up: (op) => op.renameIndex('ix_kept', 'Ix'),
			down: (op) => op.renameIndex('Ix', 'ix_kept'),
			shows: [
				indexDefinition('"Ix"'),
				'CREATE UNIQUE INDEX "Ix" ON public.kept USING btree (lower(name)) WHERE (number > 5)',
			],
		},
		'with its constraint': {
			up: (op) => op.renameIndex('kept_pk', 'pk'),
			down: (op) => op.renameIndex('pk', 'kept_pk'),
			shows: [constraint('pk'), 'PRIMARY KEY (number)'],
		},
		'if exists, in a schema': {
			up: (op) => op.renameIndex('never', 'x', { schema: 'App', ifExists: true }),
			down: () => undefined,
			shows: [hasTable('"App".x'), false],
		},
	},
};
