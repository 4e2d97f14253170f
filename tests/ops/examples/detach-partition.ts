import { type Op, sql } from '../../../src/index.ts';
import { boundsOf, createParent } from './create-partition.ts';
import type { OperationExamples } from './examples.ts';

/** A partition whose checks say what its bounds say: the server adds none when it is detached concurrently. */
const createEvents = (op: Op): void => {
	createParent(op, 'event', 'LIST (country)');
	op.createPartition('Event de', 'event', { in: ['de'] });
	op.createCheckConstraint('ck', 'Event de', "country IS NOT NULL AND country = 'de'");
};

const isAlone = [boundsOf('"Event de"'), null] as const;

export const detachPartition: OperationExamples = {
	arguments: { args: { name: 'event_2026', parent: 'event' }, names: ['name', 'parent'] },
	cases: {
		plain: (op) => op.detachPartition('event_2026', 'event'),
		'told what it was': (op) =>
			op.detachPartition('event_2026', 'event', { was: { from: '2026-01-01', to: sql`MAXVALUE` } }),
		'in a schema': (op) => op.detachPartition('Event "1"', 'Event', { schema: 'My App' }),
		'in another schema than the parent': (op) =>
			op.detachPartition('event_1', 'event', { schema: 'archive', parentSchema: 'app' }),
		concurrently: (op) => op.detachPartition('Event_1', "o'clock", { schema: 'app', concurrently: true }),
		'what was begun concurrently': (op) => op.detachPartition('event_1', 'event', { finalize: true }),
	},
	scenarios: {
		plain: {
			up: (op) => {
				createEvents(op);
				op.detachPartition('Event de', 'event', { was: { in: 'de' } });
			},
			down: (op) => {
				op.dropTable('event');
				op.dropTable('Event de');
			},
			shows: isAlone,
		},
		concurrently: {
			up: (op) => {
				createEvents(op);
				op.detachPartition('Event de', 'event', { concurrently: true, was: { in: 'de' } });
			},
			down: (op) => {
				op.dropTable('event');
				op.dropTable('Event de');
			},
			shows: isAlone,
		},
		'what was begun concurrently': {
			up: (op) => {
				createEvents(op);
				op.reversible(
					// What is left by an interruption, which a scenario cannot wait for.
					() => op.execute(`UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = '"Event de"'::regclass`),
					() => undefined,
				);
				op.detachPartition('Event de', 'event', { finalize: true, was: { in: 'de' } });
			},
			down: (op) => {
				op.dropTable('event');
				op.dropTable('Event de');
			},
			shows: isAlone,
		},
	},
};
