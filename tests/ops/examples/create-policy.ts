import { param, sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

export const createPolicy: OperationExamples = {
	arguments: { args: { name: 'own', table: 'message' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.createPolicy('own', 'message', { using: 'author = current_user' }),
		'without a condition': (op) => op.createPolicy('none', 'message'),
		'in a schema, names that need quotes, roles of all kinds': (op) =>
			op.createPolicy('Own "1"', 'User', {
				schema: 'My App',
				to: ['Reader', 'public', sql`CURRENT_USER`, param('writer', 'identifier')],
				using: 'true',
			}),
		'of rows that are written': (op) =>
			op.createPolicy('own', 'message', { for: 'INSERT', to: 'writer', withCheck: sql`plan = ${"it's"} -- at last` }),
		'with everything': (op) =>
			op.createPolicy('own', 'message', {
				schema: 'app',
				as: 'RESTRICTIVE',
				for: 'UPDATE',
				to: ['writer'],
				using: 'author = current_user',
				withCheck: 'size < 10',
				comment: "who's there",
			}),
		'permissive, of all commands': (op) => op.createPolicy('own', 'message', { as: 'PERMISSIVE', for: 'ALL' }),
	},
	scenarios: {
		'with everything': {
			up: (op) =>
				op.createPolicy('Own "1"', 'a.b', {
					schema: 'App',
					as: 'RESTRICTIVE',
					for: 'UPDATE',
					to: ['pg_monitor', 'pg_read_all_data', sql`CURRENT_USER`],
					using: 'x > 0 OR x IS NULL -- all',
					withCheck: sql`x::text <> ${"it's"}`,
					comment: "who's there",
				}),
			down: (op) => op.dropPolicy('Own "1"', 'a.b', { schema: 'App' }),
			shows: [
				`SELECT permissive || cmd || roles::text || qual || with_check AS value FROM pg_policies WHERE policyname = 'Own "1"'`,
				"RESTRICTIVEUPDATE{pg_monitor,pg_read_all_data,postgres}((x > 0) OR (x IS NULL))((x)::text <> 'it''s'::text)",
			],
		},
		'of each command': {
			up: (op) => {
				op.createPolicy('p_all', 'thing', { as: 'PERMISSIVE', for: 'ALL' });
				op.createPolicy('p_insert', 'thing', { for: 'INSERT', to: 'public', withCheck: 'true' });
				op.createPolicy('p_select', 'thing', { for: 'SELECT', using: 'true' });
				op.createPolicy('p_delete', 'thing', { for: 'DELETE', using: 'false' });
			},
			down: (op) => {
				for (const name of ['all', 'insert', 'select', 'delete']) op.dropPolicy(`p_${name}`, 'thing');
			},
			shows: [
				`SELECT string_agg(cmd || roles::text, ' ' ORDER BY cmd) AS value FROM pg_policies WHERE policyname LIKE 'p\\__%'`,
				'ALL{public} DELETE{public} INSERT{public} SELECT{public}',
			],
		},
	},
};
