import type { OperationExamples } from './examples.ts';

export const disableRowLevelSecurity: OperationExamples = {
	arguments: { args: { table: 'account' }, names: ['table'] },
	cases: {
		plain: (op) => op.disableRowLevelSecurity('account'),
		'in a schema, names that need quotes': (op) => op.disableRowLevelSecurity('User', { schema: 'My App' }),
	},
	scenarios: {
		'and back again': {
			up: (op) => op.disableRowLevelSecurity('guarded'),
			down: (op) => op.enableRowLevelSecurity('guarded'),
			shows: ["SELECT relrowsecurity AS value FROM pg_class WHERE oid = 'guarded'::regclass", false],
		},
	},
};
