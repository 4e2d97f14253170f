import type { OperationExamples } from './examples.ts';
import { hasTable } from './queries.ts';

export const dropConstraint: OperationExamples = {
	arguments: { args: { name: 'ck', table: 'account', type: 'check' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.dropConstraint('fk_message_author', 'message'),
		'in a schema, if exists, the kind given': (op) =>
			op.dropConstraint('Fk', 'user', 'foreignkey', { schema: 'app', ifExists: true }),
	},
	scenarios: {
		'if exists, in a schema': {
			up: (op) => op.dropConstraint('never', 'a.b', undefined, { ifExists: true, schema: 'App' }),
			down: () => undefined,
			shows: [hasTable('"App"."a.b"'), true],
		},
	},
};
