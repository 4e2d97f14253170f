import { sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { own } from './programs.ts';

export const alterPolicy: OperationExamples = {
	arguments: {
		args: { name: 'own', table: 'message' },
		names: ['name', 'table'],
		least: { using: 'true' },
		instead: { newName: 'b' },
	},
	cases: {
		'its rows': (op) => op.alterPolicy('own', 'message', { using: 'true -- all' }),
		'its name': (op) => op.alterPolicy('own', 'message', { newName: 'Own' }),
		'with everything': (op) =>
			op.alterPolicy('Own "1"', 'User', {
				schema: 'My App',
				to: ['Reader', sql`SESSION_USER`],
				using: 'true',
				withCheck: 'size < 10',
				newName: 'own',
				existingTo: 'public',
				existingUsing: 'false',
				existingWithCheck: 'true',
			}),
	},
	scenarios: {
		'with everything': {
			up: (op) =>
				op.alterPolicy('Own', 'thing', {
					to: 'pg_monitor',
					using: sql`name <> ${"it's"}`,
					withCheck: 'true',
					newName: 'Other "1"',
					existingTo: own.to,
					existingUsing: own.using,
					existingWithCheck: own.withCheck,
				}),
			down: (op) =>
				op.alterPolicy('Other "1"', 'thing', {
					to: own.to,
					using: own.using,
					withCheck: own.withCheck,
					newName: 'Own',
				}),
			shows: [
				`SELECT roles::text || qual || with_check AS value FROM pg_policies WHERE policyname = 'Other "1"'`,
				"{pg_monitor}(name <> 'it''s'::text)true",
			],
		},
		'in a schema, its roles alone': {
			up: (op) => {
				op.createPolicy('open', 'a.b', { schema: 'App' });
				op.alterPolicy('open', 'a.b', { schema: 'App', to: sql`CURRENT_USER` });
			},
			down: (op) => op.dropPolicy('open', 'a.b', { schema: 'App' }),
			shows: ["SELECT roles::text AS value FROM pg_policies WHERE policyname = 'open'", '{postgres}'],
		},
	},
};
