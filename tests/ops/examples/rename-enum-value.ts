import type { OperationExamples } from './examples.ts';

export const renameEnumValue: OperationExamples = {
	arguments: { args: { name: 'state', oldValue: 'sent', newValue: 'shipped' }, names: ['name'] },
	cases: {
		plain: (op) => op.renameEnumValue('order_state', 'sent', 'shipped'),
		'names and labels that need quotes': (op) =>
			op.renameEnumValue('Order', "it's", 'a\\b\u200b', { schema: 'my app' }),
	},
	scenarios: {
		'of a column with a default': {
			up: (op) => op.renameEnumValue('Held', 'new', "it's"),
			down: (op) => op.renameEnumValue('Held', "it's", 'new'),
			shows: ["SELECT state::text || states::text AS value FROM held WHERE state::text = 'it''s'", "it's{it's,paid}"],
		},
		'to a label that is empty': {
			up: (op) => op.renameEnumValue('Kept', 'b', ''),
			down: (op) => op.renameEnumValue('Kept', '', 'b'),
			shows: ['SELECT enum_range(NULL::"Kept")::text AS value', '{"",a}'],
		},
	},
};
