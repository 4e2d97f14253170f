import { column, type Op, primaryKeyConstraint, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { hasTable } from './queries.ts';

/** A query that tells the bounds of a partition. */
export const boundsOf = (name: string): string =>
	`SELECT pg_get_expr(relpartbound, oid) AS value FROM pg_class WHERE oid = to_regclass('${name}')`;

/** A partitioned table, where it has a schema that of the tests. */
export const createParent = (op: Op, name: string, partitionBy: string, schema?: string): void => {
	op.createTable(
		name,
		[
			column('at', t.date(), { nullable: false }),
			column('id', t.integer(), { nullable: false, autoincrement: false }),
			column('country', t.text()),
			...(partitionBy.startsWith('RANGE') ? [primaryKeyConstraint(['at', 'id'])] : []),
		],
		{ ...(schema && { schema }), postgresql: { partitionBy } },
	);
};

export const createPartition: OperationExamples = {
	arguments: {
		args: { name: 'event_2026', parent: 'event', bounds: { in: ['de'] } },
		names: ['name', 'parent'],
	},
	cases: {
		range: (op) => op.createPartition('event_2026', 'event', { from: '2026-01-01', to: '2027-01-01' }),
		'range of several columns, open at both ends': (op) =>
			op.createPartition('event_rest', 'event', {
				from: [sql`MINVALUE`, sql`MINVALUE`],
				to: [new Date(0), sql`MAXVALUE`],
			}),
		list: (op) => op.createPartition('event_de', 'event', { in: ['de', "o'c", null] }),
		'list of one': (op) => op.createPartition('event_1', 'event', { in: -1 }),
		hash: (op) => op.createPartition('event_0', 'event', { modulus: 4, remainder: 0 }),
		default: (op) => op.createPartition('event_rest', 'event', 'DEFAULT'),
		'in a schema, if not exists': (op) =>
			op.createPartition('Event "1"', 'Event', { in: [1n] }, { schema: 'My App', ifNotExists: true }),
		'in another schema than the parent': (op) =>
			op.createPartition('event_1', 'event', { in: [1] }, { schema: 'archive', parentSchema: 'app' }),
		'with everything': (op) =>
			op.createPartition(
				'event_2026',
				'event',
				{ from: ['2026-01-01'], to: ['2027-01-01'] },
				{
					schema: 'app',
					ifNotExists: true,
					partitionBy: 'LIST (country)',
					using: 'Heap',
					with: { fillfactor: 70, 'toast.autovacuum_enabled': false },
					tablespace: 'Fast',
				},
			),
	},
	scenarios: {
		'of a range': {
			up: (op) => {
				createParent(op, 'event', 'RANGE (at)');
				op.createPartition('event_2026', 'event', { from: '2026-01-01', to: sql`date '2027-01-01'` });
				op.createPartition('event_old', 'event', { from: sql`MINVALUE`, to: new Date('2026-01-01') });
				op.createPartition('event_rest', 'event', 'DEFAULT', { ifNotExists: true });
			},
			down: (op) => op.dropTable('event'),
			shows: [boundsOf('event_old'), "FOR VALUES FROM (MINVALUE) TO ('2026-01-01')"],
		},
		'of a range of several columns': {
			up: (op) => {
				createParent(op, 'event', 'RANGE (at, id)');
				op.createPartition('event_1', 'event', {
					from: ['2026-01-01', -5],
					to: [sql`MAXVALUE`, sql`MAXVALUE`],
				});
			},
			down: (op) => op.dropTable('event'),
			shows: [boundsOf('event_1'), `FOR VALUES FROM ('2026-01-01', '-5') TO (MAXVALUE, MAXVALUE)`],
		},
		'of a list, in schemas, divided further': {
			up: (op) => {
				createParent(op, 'Event', 'LIST (country)', 'App');
				op.createPartition(
					'event_de',
					'Event',
					{ in: ['de', "o'c", null] },
					{ schema: 'public', parentSchema: 'App', partitionBy: 'HASH (id)' },
				);
				op.createPartition(
					'event_de_0',
					'event_de',
					{ modulus: 2, remainder: 0 },
					{
						schema: 'public',
						using: 'heap',
						with: { fillfactor: 70, 'toast.autovacuum_enabled': false },
						tablespace: 'pg_default',
					},
				);
			},
			down: (op) => op.dropTable('Event', { schema: 'App' }),
			shows: [boundsOf('event_de'), "FOR VALUES IN ('de', 'o''c', NULL)"],
		},
		'where one may be there': {
			up: (op) => {
				createParent(op, 'event', 'HASH (id)');
				op.createPartition('event_0', 'event', { modulus: 2, remainder: 1 }, { ifNotExists: true });
				op.createPartition('event_0', 'event', { modulus: 2, remainder: 1 }, { ifNotExists: true });
			},
			down: (op) => op.dropTable('event'),
			shows: [hasTable('event_0'), true],
		},
	},
};
