import type { OperationExamples } from './examples.ts';

export const enableRowLevelSecurity: OperationExamples = {
	arguments: { args: { table: 'account' }, names: ['table'] },
	cases: {
		plain: (op) => op.enableRowLevelSecurity('account'),
		'in a schema, names that need quotes': (op) => op.enableRowLevelSecurity('User', { schema: 'My App' }),
	},
	scenarios: {
		'and back again': {
			up: (op) => op.enableRowLevelSecurity('thing'),
			down: (op) => op.disableRowLevelSecurity('thing'),
			shows: ["SELECT relrowsecurity AS value FROM pg_class WHERE oid = 'thing'::regclass", true],
		},
		'in a schema': {
			up: (op) => op.enableRowLevelSecurity('a.b', { schema: 'App' }),
			down: (op) => op.disableRowLevelSecurity('a.b', { schema: 'App' }),
			shows: [`SELECT relrowsecurity AS value FROM pg_class WHERE oid = '"App"."a.b"'::regclass`, true],
		},
	},
};
