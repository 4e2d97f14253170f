import { checkConstraint, column, sql, t } from '../../../src/index.ts';
import { boundsOf, createParent } from './create-partition.ts';
import type { OperationExamples } from './examples.ts';

export const attachPartition: OperationExamples = {
	arguments: {
		args: { name: 'event_2026', parent: 'event', bounds: { in: ['de'] } },
		names: ['name', 'parent'],
	},
	cases: {
		range: (op) => op.attachPartition('event_2026', 'event', { from: '2026-01-01', to: sql`MAXVALUE` }),
		list: (op) => op.attachPartition('event_de', 'event', { in: ['de', null] }),
		hash: (op) => op.attachPartition('event_0', 'event', { modulus: 4, remainder: 0 }),
		default: (op) => op.attachPartition('event_rest', 'event', 'DEFAULT'),
		'in a schema': (op) => op.attachPartition('Event "1"', 'Event', { in: [1] }, { schema: 'My App' }),
		'in another schema than the parent': (op) =>
			op.attachPartition('event_1', 'event', { in: [1] }, { schema: 'archive', parentSchema: 'app' }),
	},
	scenarios: {
		'without a search for rows that do not fit': {
			up: (op) => {
				createParent(op, 'event', 'LIST (country)');
				op.createTable('Old', [
					column('at', t.date(), { nullable: false }),
					column('id', t.integer(), { nullable: false, autoincrement: false }),
					column('country', t.text()),
				]);
				op.createCheckConstraint('ck', 'Old', "country IS NOT NULL AND country = 'de'", {
					postgresql: { notValid: true },
				});
				op.validateConstraint('ck', 'Old');
				op.attachPartition('Old', 'event', { in: 'de' });
				op.dropConstraint('ck', 'Old', 'check', {
					was: checkConstraint("country IS NOT NULL AND country = 'de'"),
				});
			},
			down: (op) => op.dropTable('event'),
			shows: [boundsOf('"Old"'), "FOR VALUES IN ('de')"],
		},
		'in other schemas': {
			up: (op) => {
				createParent(op, 'event', 'RANGE (at)', 'App');
				createParent(op, 'event', 'RANGE (at)');
				op.attachPartition('event', 'event', 'DEFAULT', { schema: 'public', parentSchema: 'App' });
			},
			down: (op) => op.dropTable('event', { schema: 'App' }),
			shows: [boundsOf('public.event'), 'DEFAULT'],
		},
	},
};
