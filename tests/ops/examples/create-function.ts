import { ident, param, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

export const createFunction: OperationExamples = {
	arguments: {
		args: { name: 'twice', definition: { returns: t.integer(), sqlBody: 'RETURN 2' } },
		names: ['name'],
	},
	cases: {
		plain: (op) =>
			op.createFunction('touch', {
				returns: 'trigger',
				language: 'plpgsql',
				body: '\nBEGIN\n\tNEW.changed_at := now(); -- it\'s "now"\n\tRETURN NEW;\nEND;\n',
			}),
		'in a schema, names that need quotes': (op) =>
			op.createFunction(
				'Twice "2"',
				{
					arguments: [{ name: 'Größe', type: t.integer() }, { type: t.raw('"My Type"') }],
					returns: t.array(t.text()),
					language: 'PLx',
					body: '',
				},
				{ schema: 'My App' },
			),
		'arguments of all kinds': (op) =>
			op.createFunction('f', {
				arguments: [
					{ name: 'a', type: t.string(10), mode: 'IN' },
					{ name: 'b', type: t.numeric(10, 2), mode: 'OUT' },
					{ name: 'c', type: t.enum('Plan', ['free', "it's"], { create: false }), mode: 'INOUT', default: 'free' },
					{ name: 'd', type: t.dateTime({ timezone: true }), default: sql`now()` },
					{ name: 'e', type: t.jsonb(), default: null },
					{ name: 'f', type: t.array(t.integer()), mode: 'VARIADIC', default: [1, 2] },
				],
				language: 'plpgsql',
				body: 'BEGIN END',
			}),
		'returns one of each': (op) => {
			const one = { language: 'plpgsql', body: 'BEGIN END' };
			op.createFunction('a', { ...one, returns: 'void' });
			op.createFunction('b', { ...one, returns: t.raw('event_trigger') });
			op.createFunction('c', { ...one, returns: { setof: t.raw('"user"') } });
			op.createFunction('d', {
				...one,
				returns: {
					table: [
						{ name: 'id', type: t.uuid() },
						{ name: 'order', type: t.text() },
					],
				},
			});
		},
		'with every attribute': (op) =>
			op.createFunction('f', {
				returns: { setof: t.integer() },
				language: 'plpgsql',
				volatility: 'STABLE',
				strict: true,
				securityDefiner: true,
				leakproof: true,
				parallel: 'SAFE',
				window: true,
				cost: 0.5,
				rows: 10,
				set: {
					search_path: ['app', '$user', 'My "App"', 'pg_temp'],
					'app.tenant': "it's",
					work_mem: '64MB',
					statement_timeout: 5000,
					enable_seqscan: false,
				},
				body: 'BEGIN END',
				comment: "who's there",
			}),
		'a body with quotes of all kinds in it': (op) =>
			op.createFunction('f', {
				returns: t.text(),
				language: 'plpgsql',
				body: "BEGIN\n\tRETURN $function$it's :a; /* \\ $function$ || $function_1$x$function_1$;\nEND; -- $function_2",
			}),
		'a body that ends like its quotes': (op) =>
			op.createFunction('f', { returns: t.text(), language: 'plpython3u', body: "return '''a''' # it's $function" }),
		'a body with values and names': (op) =>
			op.createFunction('f', {
				returns: t.text(),
				language: 'plpgsql',
				body: sql`BEGIN RETURN (SELECT max(name) FROM ${ident('User')} WHERE plan = ${"it's"}); END`,
			}),
		'a default that is a parameter': (op) =>
			op.createFunction('f', {
				arguments: [{ name: 'tenant', type: t.text(), default: sql`${param('tenant', t.text())}` }],
				returns: t.text(),
				sqlBody: 'RETURN tenant',
			}),
		'an SQL body': (op) =>
			op.createFunction('f', {
				arguments: [{ name: 'n', type: t.integer() }],
				returns: t.integer(),
				language: 'sql',
				volatility: 'IMMUTABLE',
				sqlBody: 'RETURN CASE WHEN n > 0 THEN n END -- done',
			}),
		'an SQL body of several statements': (op) =>
			op.createFunction('f', {
				returns: 'void',
				sqlBody: sql`BEGIN ATOMIC
	DELETE FROM log WHERE note = ${'a;b'};
	SELECT CASE WHEN true THEN 1 END;
END;`,
			}),
		'a procedure': (op) =>
			op.createFunction('p', {
				procedure: true,
				arguments: [{ name: 'n', type: t.integer(), mode: 'INOUT' }],
				language: 'plpgsql',
				securityDefiner: true,
				set: { search_path: '' },
				body: 'BEGIN COMMIT; END',
				comment: 'runs at night',
			}),
		'a collation in a type': (op) =>
			op.createFunction('f', { returns: t.text({ collation: 'C' }), language: 'sql', body: "SELECT 'a'" }),
	},
	scenarios: {
		'with arguments of all kinds and every attribute': {
			up: (op) =>
				op.createFunction(
					'All "of"',
					{
						arguments: [
							{ name: 'Größe', type: t.string(10) },
							{ name: 'out', type: t.text(), mode: 'OUT' },
							{ name: 'user', type: t.numeric(5, 1), mode: 'INOUT', default: 1.5 },
							{ name: 'at', type: t.date(), default: sql`'2024-01-01'::date + 1` },
							{ name: 'more', type: t.array(t.text()), mode: 'VARIADIC', default: ["it's"] },
						],
						returns: { setof: t.raw('record') },
						language: 'plpgsql',
						volatility: 'STABLE',
						strict: true,
						securityDefiner: true,
						leakproof: true,
						parallel: 'RESTRICTED',
						cost: 0.5,
						rows: 7,
						set: {
							search_path: ['App', 'a,b', '$user', 'pg_temp'],
							'app.tenant': "it's",
							TimeZone: 'UTC',
							work_mem: '8MB',
							enable_seqscan: false,
							statement_timeout: 5000,
						},
						body: sql`BEGIN "out" := "Größe" || at || more[1] || ${'$function$'} || '/' || current_schemas(false)::text; RETURN NEXT; END -- $function_1`,
						comment: "who's there",
					},
					{ schema: 'App' },
				),
			down: (op) =>
				op.dropFunction('All "of"', [t.string(10), t.numeric(), t.date(), t.array(t.text())], { schema: 'App' }),
			shows: [
				`SELECT "out" || "user" || obj_description('"App"."All ""of"""'::regproc) AS value FROM "App"."All ""of"""('a')`,
				"a2024-01-02it's$function$/{App}1.5who's there",
			],
		},
		'bodies with quotes of all kinds': {
			up: (op) => {
				op.createFunction('quoted', {
					returns: t.text(),
					language: 'plpgsql',
					body: "BEGIN\r\n\tRETURN $function$it's :a; /* \\ $function$ || $function_1$x$function_1$;\nEND; -- $function_2",
				});
				op.createFunction('empty', { returns: 'void', language: 'sql', body: '' });
			},
			down: (op) => {
				op.dropFunction('quoted');
				op.dropFunction('empty', []);
			},
			shows: ['SELECT quoted() || concat(empty()) AS value', "it's :a; /* \\ x"],
		},
		'rows of columns, of the types of an enum that is created with it': {
			up: (op) =>
				op.createFunction('labelled', {
					arguments: [{ type: t.enum('Plan', ['free', 'paid']), default: 'free' }],
					returns: {
						table: [
							{ name: 'order', type: t.integer() },
							{ name: 'plan', type: t.enum('Plan', ['free', 'paid']) },
						],
					},
					sqlBody: 'BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END, $1; END;',
				}),
			down: (op) => {
				op.dropFunction('labelled');
				op.dropEnum('Plan');
			},
			shows: [`SELECT "order" || plan::text AS value FROM labelled('paid')`, '1paid'],
		},
		'an expression, and a window function of the server': {
			up: (op) => {
				op.createFunction('half', {
					arguments: [{ name: 'n', type: t.integer() }],
					returns: t.integer(),
					language: 'sql',
					volatility: 'IMMUTABLE',
					parallel: 'SAFE',
					sqlBody: 'RETURN n / 2 -- half',
				});
				op.createFunction('half', {
					arguments: [{ name: 'n', type: t.numeric() }],
					returns: t.numeric(),
					sqlBody: 'RETURN n / 2',
				});
				op.createFunction('numbered', {
					returns: t.bigInteger(),
					language: 'internal',
					window: true,
					body: 'window_row_number',
				});
			},
			down: (op) => {
				op.dropFunction('half', [t.integer()]);
				op.dropFunction('half', [t.numeric()]);
				op.dropFunction('numbered', []);
			},
			shows: ['SELECT half(5) || half(5.0)::numeric(3, 1)::text || (numbered() OVER ())::text AS value', '22.51'],
		},
		'a procedure that commits': {
			up: (op) =>
				op.createFunction('Committed', {
					procedure: true,
					arguments: [
						{ name: 'n', type: t.integer(), mode: 'INOUT' },
						{ name: 'm', type: t.integer(), mode: 'OUT' },
					],
					language: 'plpgsql',
					body: 'BEGIN COMMIT; m := n; END -- $procedure',
					comment: 'runs at night',
				}),
			down: (op) => op.dropFunction('Committed', [t.integer()], { procedure: true }),
			shows: [`SELECT obj_description('"Committed"'::regproc) AS value`, 'runs at night'],
		},
		'settings of a function that runs with the rights of its owner': {
			up: (op) =>
				op.createFunction('safe', {
					returns: t.text(),
					language: 'sql',
					securityDefiner: true,
					set: { search_path: '' },
					body: "SELECT current_setting('search_path')",
				}),
			down: (op) => op.dropFunction('safe'),
			shows: ['SELECT safe() AS value', '""'],
		},
	},
};
