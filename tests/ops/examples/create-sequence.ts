import { t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { hasTable, sequence } from './queries.ts';

export const createSequence: OperationExamples = {
	arguments: { args: { name: 'number' }, names: ['name'] },
	cases: {
		plain: (op) => op.createSequence('invoice_number'),
		'all options, names that need quotes': (op) =>
			op.createSequence('Number', {
				schema: 'my app',
				type: t.smallInteger(),
				start: 100,
				increment: 10,
				minValue: 2,
				maxValue: 30_000,
				cycle: true,
				cache: 5,
				ownedBy: ['my app', 'order', 'a.b'],
			}),
		'downwards, without limits': (op) =>
			op.createSequence('countdown', { increment: -1, noMinValue: true, noMaxValue: true, cycle: false }),
		'large numbers': (op) => op.createSequence('large', { maxValue: 9_223_372_036_854_775_806n, start: 2n }),
		'if not exists, unlogged': (op) => op.createSequence('invoice_number', { ifNotExists: true, unlogged: true }),
		'of a type that counts nowhere': (op) => op.createSequence('invoice_number', { type: t.text() }),
	},
	scenarios: {
		'with all options': {
			up: (op) =>
				op.createSequence('Number', {
					type: t.smallInteger(),
					start: 100,
					increment: 10,
					minValue: 2,
					maxValue: 30_000,
					cycle: true,
					cache: 5,
					ownedBy: 'kept.Owner',
				}),
			down: (op) => op.dropSequence('Number'),
			shows: [sequence('"Number"'), 'smallint 100 10 2 30000 5 t'],
		},
		'downwards, in a schema': {
			up: (op) =>
				op.createSequence('down', {
					schema: 'App',
					type: t.integer(),
					increment: -1,
					noMinValue: true,
					noMaxValue: true,
					cycle: false,
					ownedBy: ['App', 'a.b', 'x'],
				}),
			down: (op) => op.dropSequence('down', { schema: 'App' }),
			shows: [sequence('"App".down'), 'integer -1 -1 -2147483648 -1 1 f'],
		},
		'unlogged, if not exists, twice': {
			up: (op) => {
				op.createSequence('fast', { unlogged: true, ifNotExists: true });
				op.createSequence('fast', { start: 7, ifNotExists: true });
			},
			down: (op) => op.dropSequence('fast'),
			shows: [hasTable('fast'), true],
		},
	},
};
