import type { OperationExamples } from './examples.ts';

export const forceRowLevelSecurity: OperationExamples = {
	arguments: { args: { table: 'account' }, names: ['table'] },
	cases: {
		plain: (op) => op.forceRowLevelSecurity('account'),
		'in a schema, names that need quotes': (op) => op.forceRowLevelSecurity('User', { schema: 'My App' }),
	},
	scenarios: {
		'and back again': {
			up: (op) => op.forceRowLevelSecurity('thing'),
			down: (op) => op.noForceRowLevelSecurity('thing'),
			shows: ["SELECT relforcerowsecurity AS value FROM pg_class WHERE oid = 'thing'::regclass", true],
		},
		'in a schema': {
			up: (op) => op.forceRowLevelSecurity('a.b', { schema: 'App' }),
			down: (op) => op.noForceRowLevelSecurity('a.b', { schema: 'App' }),
			shows: [`SELECT relforcerowsecurity AS value FROM pg_class WHERE oid = '"App"."a.b"'::regclass`, true],
		},
	},
};
