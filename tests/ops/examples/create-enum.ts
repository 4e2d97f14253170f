import type { OperationExamples } from './examples.ts';

export const createEnum: OperationExamples = {
	arguments: { args: { name: 'state', labels: ['new'] }, names: ['name'] },
	cases: {
		plain: (op) => op.createEnum('order_state', ['new', 'paid', 'sent']),
		'in a schema': (op) => op.createEnum('order_state', ['new'], { schema: 'app' }),
		'names and labels that need quotes': (op) =>
			op.createEnum('Order', ["it's", 'a\\b', 'say "hi"', '', 'two\nlines', 'zero\u200bwidth'], { schema: 'größe' }),
		'if not exists': (op) => op.createEnum('order_state', ['new', "it's"], { ifNotExists: true }),
		'if not exists, in a schema': (op) =>
			op.createEnum('Order', ['$gen_sql$'], { schema: "o'reilly", ifNotExists: true }),
	},
	scenarios: {
		'with labels of all kinds': {
			up: (op) =>
				op.createEnum('State', ['new', "it's", 'a\\b', '', 'two\nlines', 'zero\u200bwidth'], { schema: 'App' }),
			down: (op) => op.dropEnum('State', { schema: 'App' }),
			shows: [
				`SELECT string_agg(enumlabel, '|' ORDER BY enumsortorder) AS value FROM pg_enum WHERE enumtypid = '"App"."State"'::regtype`,
				"new|it's|a\\b||two\nlines|zero\u200bwidth",
			],
		},
		'if not exists, twice': {
			up: (op) => {
				for (let time = 0; time < 2; time++) op.createEnum('state', ['b', 'a'], { ifNotExists: true });
				for (let time = 0; time < 2; time++) op.createEnum('date', ['$gen_sql$'], { schema: 'App', ifNotExists: true });
			},
			down: (op) => {
				op.dropEnum('state');
				op.dropEnum('date', { schema: 'App' });
			},
			shows: [
				'SELECT enum_range(NULL::state)::text || enum_range(NULL::"App".date)::text AS value',
				'{b,a}{$gen_sql$}',
			],
		},
	},
};
