import type { OperationExamples } from './examples.ts';

export const noForceRowLevelSecurity: OperationExamples = {
	arguments: { args: { table: 'account' }, names: ['table'] },
	cases: {
		plain: (op) => op.noForceRowLevelSecurity('account'),
		'in a schema, names that need quotes': (op) => op.noForceRowLevelSecurity('User', { schema: 'My App' }),
	},
	scenarios: {
		'and back again': {
			up: (op) => op.noForceRowLevelSecurity('guarded'),
			down: (op) => op.forceRowLevelSecurity('guarded'),
			shows: ["SELECT relforcerowsecurity AS value FROM pg_class WHERE oid = 'guarded'::regclass", false],
		},
	},
};
