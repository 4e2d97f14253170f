import { column, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { constraint } from './queries.ts';

export const createExcludeConstraint: OperationExamples = {
	arguments: {
		args: { name: 'ex', table: 'account', elements: [['a', '=']] },
		names: ['name', 'table'],
	},
	cases: {
		plain: (op) => op.createExcludeConstraint('ex_booking', 'booking', [['period', '&&']]),
		'named by the server, in a schema': (op) =>
			op.createExcludeConstraint(null, 'Booking', [['user', '=']], { schema: 'app', using: 'btree' }),
		'with every option': (op) =>
			op.createExcludeConstraint(
				'Ex "room"',
				'booking',
				[
					['room', '='],
					['Period', '&&'],
					[sql`lower(owner) || ${'-'}`, '='],
				],
				{
					using: 'spgist',
					ops: { room: 'gist_int4_ops', Period: 'public.Range_Ops' },
					where: sql`NOT cancelled -- for now`,
					deferrable: true,
					initially: 'DEFERRED',
				},
			),
		'not deferrable': (op) => op.createExcludeConstraint('ex', 'booking', [['period', '&&']], { deferrable: false }),
	},
	scenarios: {
		'with every option': {
			up: (op) =>
				op.createExcludeConstraint(
					'Ex',
					'user',
					[
						['email', '='],
						[sql`lower(size)`, '='],
					],
					{
						using: 'btree',
						ops: { email: 'pg_catalog.text_pattern_ops' },
						where: "size <> ''",
						deferrable: true,
						initially: 'DEFERRED',
					},
				),
			down: (op) => op.dropConstraint('Ex', 'user'),
			shows: [
				constraint('Ex'),
				"EXCLUDE USING btree (email text_pattern_ops WITH =, lower((size)::text) WITH =) WHERE (((size)::text <> ''::text)) DEFERRABLE INITIALLY DEFERRED",
			],
		},
		'of ranges, in a schema': {
			up: (op) => {
				op.addColumn('a.b', column('during', t.int4range()), { schema: 'App' });
				op.createExcludeConstraint(null, 'a.b', [['during', '&&']], { schema: 'App' });
			},
			down: (op) => op.dropColumn('a.b', 'during', { schema: 'App' }),
			shows: [constraint('a.b_during_excl'), 'EXCLUDE USING gist (during WITH &&)'],
		},
	},
};
