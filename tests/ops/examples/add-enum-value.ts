import type { OperationExamples } from './examples.ts';

export const addEnumValue: OperationExamples = {
	arguments: { args: { name: 'state', value: 'sent' }, names: ['name'] },
	cases: {
		plain: (op) => op.addEnumValue('order_state', 'returned'),
		'names and labels that need quotes': (op) =>
			op.addEnumValue('Order', "it's", { schema: 'my app', before: 'a\\b\u200b' }),
		'after another, if not exists': (op) =>
			op.addEnumValue('order_state', 'returned', { after: 'sent', ifNotExists: true }),
		'outside a transaction': (op) => void op.autocommitBlock(() => op.addEnumValue('order_state', 'returned')),
	},
	scenarios: {
		'before, after and at the end': {
			up: (op) => {
				op.addEnumValue('Kept', "it's", { before: 'b' });
				op.addEnumValue('Kept', '', { after: 'b' });
				op.addEnumValue('Kept', 'last', { ifNotExists: true });
				op.addEnumValue('Kept', 'b', { ifNotExists: true });
			},
			down: (op) => op.replaceEnum('Kept', ['b', 'a']),
			shows: ['SELECT enum_range(NULL::"Kept")::text AS value', `{it's,b,"",a,last}`],
		},
	},
};
