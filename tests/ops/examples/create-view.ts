import { ident, param, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

export const createView: OperationExamples = {
	arguments: { args: { name: 'active', query: 'SELECT 1 AS a' }, names: ['name'] },
	cases: {
		plain: (op) => op.createView('active', 'SELECT id, email FROM account'),
		'in a schema, names that need quotes': (op) =>
			op.createView('Active "user"', 'SELECT 1, 2', { schema: 'My App', columns: ['select', 'Größe'] }),
		'a query with values and names, and a comment at the end': (op) =>
			op.createView(
				'active',
				sql`SELECT * FROM ${ident('app', 'user')} WHERE plan = ${"it's"} AND tenant = ${param('tenant', t.string())} -- for now`,
				{ checkOption: 'LOCAL' },
			),
		'a query with semicolons in quotes, and one at its end': (op) =>
			op.createView('active', "\n\tSELECT ';' AS a, $x$;$x$ AS b /* ; /* ; */ */;\n\t-- the end\n"),
		temporary: (op) => op.createView('active', 'SELECT 1', { temporary: true }),
		recursive: (op) =>
			op.createView('numbers', 'VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 100', {
				recursive: true,
				columns: ['n'],
			}),
		'with everything': (op) =>
			op.createView('active', 'SELECT * FROM account WHERE deleted_at IS NULL', {
				schema: 'app',
				columns: ['id'],
				checkOption: 'CASCADED',
				securityBarrier: true,
				securityInvoker: true,
				comment: "who's there",
			}),
		'with a comment that is none': (op) => op.createView('active', 'SELECT 1', { comment: null }),
	},
	scenarios: {
		'with every option': {
			up: (op) =>
				op.createView('Active', "SELECT id, name, ';' FROM thing WHERE id > 0 -- all;", {
					schema: 'App',
					columns: ['Id', 'select', 'x'],
					checkOption: 'LOCAL',
					securityBarrier: true,
					securityInvoker: true,
					comment: "who's there",
				}),
			down: (op) => op.dropView('Active', { schema: 'App' }),
			shows: [
				`SELECT reloptions::text || obj_description(oid) AS value FROM pg_class WHERE oid = '"App"."Active"'::regclass`,
				"{security_barrier=true,security_invoker=true,check_option=local}who's there",
			],
		},
		recursive: {
			up: (op) =>
				op.createView('numbers', 'VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 100;', {
					recursive: true,
					columns: ['n'],
				}),
			down: (op) => op.dropView('numbers'),
			shows: ['SELECT sum(n)::integer AS value FROM numbers', 5050],
		},
		temporary: {
			up: (op) => op.createView('passing', 'SELECT 1 AS a', { temporary: true }),
			down: (op) => op.dropView('passing'),
			shows: ["SELECT relpersistence AS value FROM pg_class WHERE oid = 'passing'::regclass", 't'],
		},
		'cascaded check': {
			up: (op) => op.createView('checked', 'SELECT * FROM shown WHERE id < 9', { checkOption: 'CASCADED' }),
			down: (op) => op.dropView('checked'),
			shows: [
				"SELECT reloptions::text AS value FROM pg_class WHERE oid = 'checked'::regclass",
				'{check_option=cascaded}',
			],
		},
	},
};
