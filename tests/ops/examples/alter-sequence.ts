import { t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { hasTable, sequence } from './queries.ts';

export const alterSequence: OperationExamples = {
	arguments: {
		args: { name: 'number' },
		names: ['name'],
		least: { cycle: true },
		instead: { increment: 2 },
	},
	cases: {
		plain: (op) => op.alterSequence('invoice_number', { increment: 10 }),
		'told what it was': (op) =>
			op.alterSequence('invoice_number', {
				increment: 10,
				noMinValue: true,
				was: { increment: 1, minValue: 5, cache: 1 },
			}),
		'all options, names that need quotes, if exists': (op) =>
			op.alterSequence('Number', {
				schema: 'my app',
				type: t.bigInteger(),
				start: 100,
				increment: 10,
				minValue: 2,
				maxValue: 30_000,
				cycle: true,
				cache: 5,
				ownedBy: 'order.id',
				restart: 50,
				ifExists: true,
			}),
		'of no column, without limits': (op) =>
			op.alterSequence('number', { ownedBy: null, noMinValue: true, noMaxValue: true, cycle: false }),
		'from where it starts': (op) => op.alterSequence('number', { restart: true }),
		'out of the log': (op) => op.alterSequence('number', { unlogged: true }),
		'into the log, with more': (op) => op.alterSequence('number', { unlogged: false, cache: 1, ifExists: true }),
	},
	scenarios: {
		'with all that it was': {
			up: (op) =>
				op.alterSequence('Counted', {
					type: t.integer(),
					start: 100,
					increment: 10,
					minValue: 1,
					maxValue: 30_000,
					cycle: true,
					cache: 5,
					ownedBy: 'kept.Owner',
					unlogged: true,
					was: {
						type: t.bigInteger(),
						start: 1,
						increment: 1,
						noMinValue: true,
						noMaxValue: true,
						cycle: false,
						cache: 1,
						ownedBy: null,
						unlogged: false,
					},
				}),
			down: (op) =>
				op.alterSequence('Counted', {
					type: t.bigInteger(),
					start: 1,
					increment: 1,
					noMinValue: true,
					noMaxValue: true,
					cycle: false,
					cache: 1,
					ownedBy: null,
					unlogged: false,
				}),
			shows: [sequence('"Counted"'), 'integer 100 10 1 30000 5 t'],
		},
		'to another next value': {
			up: (op) => op.alterSequence('Counted', { restart: 50 }),
			down: (op) => op.alterSequence('Counted', { restart: true }),
			shows: ['SELECT last_value::int AS value FROM "Counted"', 50],
		},
		'if exists, in a schema': {
			up: (op) => op.alterSequence('never', { schema: 'App', ifExists: true, cycle: true }),
			down: () => undefined,
			shows: [hasTable('"App".never'), false],
		},
	},
};
