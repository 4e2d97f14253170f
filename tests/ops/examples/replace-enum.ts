import { sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

export const replaceEnum: OperationExamples = {
	arguments: { args: { name: 'state', labels: ['new'] }, names: ['name'] },
	cases: {
		plain: (op) => op.replaceEnum('order_state', ['sent', 'new']),
		'with a column': (op) =>
			op.replaceEnum('order_state', ['new', 'sent'], {
				columns: [{ table: 'order', column: 'state' }],
				was: ['new', 'paid', 'sent'],
			}),
		'with a mapping, a default, and an array': (op) =>
			op.replaceEnum('order_state', ['new', 'sent'], {
				columns: [
					{ table: 'order', column: 'state', serverDefault: 'new', existingServerDefault: 'paid' },
					{ table: 'audit', column: 'state', serverDefault: null },
					{ table: 'order', column: 'history', array: true, serverDefault: ['new'] },
				],
				mapping: { paid: 'new', lost: null },
			}),
		'names and labels that need quotes': (op) =>
			op.replaceEnum('Order', ["it's", '$gen_sql$'], {
				schema: 'my app',
				columns: [
					{ schema: "o'reilly", table: 'Order', column: 'a"b' },
					{ schema: "o'reilly", table: 'Order', column: 'All', array: true },
				],
				mapping: { 'a\\b': "it's" },
			}),
		'with a conversion of its own': (op) =>
			op.replaceEnum('order_state', ['new', 'sent'], {
				columns: [
					{
						table: 'order',
						column: 'state',
						using: "(CASE WHEN sent_at IS NULL THEN 'new' ELSE 'sent' END)::order_state",
					},
				],
			}),
		'labels of an array that take the places of others': (op) =>
			op.replaceEnum('e', ['b', 'c'], {
				columns: [{ table: 't', column: 'all', array: true, serverDefault: sql`'{b}'` }],
				mapping: { a: 'b', b: 'c' },
			}),
		'a name that leaves no room': (op) => op.replaceEnum(`${'é'.repeat(30)}abc`, ['new']),
		'outside a transaction': (op) => void op.autocommitBlock(() => op.replaceEnum('order_state', ['new'])),
	},
	scenarios: {
		'with all its columns': {
			up: (op) =>
				op.replaceEnum('Held', ['shipped', "it's", 'new'], {
					columns: [
						{ table: 'held', column: 'state', serverDefault: 'shipped', existingServerDefault: 'new' },
						{
							schema: 'public',
							table: 'held',
							column: 'states',
							array: true,
							serverDefault: ['new', "it's"],
							existingServerDefault: ['new', 'paid'],
						},
						{ table: 'held', column: 'plain' },
					],
					mapping: { paid: "it's", sent: 'shipped' },
					was: ['new', 'paid', 'sent'],
				}),
			down: (op) =>
				op.replaceEnum('Held', ['new', 'paid', 'sent'], {
					columns: [
						{ table: 'held', column: 'state', serverDefault: 'new' },
						{ table: 'held', column: 'states', array: true, serverDefault: ['new', 'paid'] },
						{ table: 'held', column: 'plain' },
					],
					mapping: { "it's": 'paid', shipped: 'sent' },
				}),
			shows: [
				"SELECT string_agg(concat_ws(' ', state, states, plain), ', ' ORDER BY state) AS value FROM held",
				"it's {shipped,it's} shipped, new {new,it's}",
			],
		},
		'without columns, in another order': {
			up: (op) => op.replaceEnum('Kept', ['a', 'b'], { was: ['b', 'a'] }),
			down: (op) => op.replaceEnum('Kept', ['b', 'a']),
			shows: ['SELECT enum_range(NULL::"Kept")::text AS value', '{a,b}'],
		},
	},
};
