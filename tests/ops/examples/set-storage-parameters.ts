import type { OperationExamples } from './examples.ts';

const optionsOf = (name: string): string =>
	`SELECT array_to_string(reloptions, ' ') AS value FROM pg_class WHERE oid = to_regclass('${name}')`;

export const setStorageParameters: OperationExamples = {
	arguments: { args: { name: 'account', parameters: { fillfactor: 70 } }, names: ['name'] },
	cases: {
		plain: (op) => op.setStorageParameters('account', { fillfactor: 70 }),
		'set and reset': (op) =>
			op.setStorageParameters('account', {
				autovacuum_enabled: false,
				fillfactor: null,
				'toast.autovacuum_vacuum_threshold': 50,
				'toast.autovacuum_enabled': null,
			}),
		reset: (op) => op.setStorageParameters('account', { fillfactor: null }),
		'told what they were': (op) =>
			op.setStorageParameters('account', { fillfactor: 70 }, { existingParameters: { fillfactor: null } }),
		'of an index in a schema': (op) =>
			op.setStorageParameters('Ix', { buffering: 'auto' }, { schema: 'My App', type: 'index' }),
		'of a materialized view': (op) =>
			op.setStorageParameters('totals', { fillfactor: 70 }, { type: 'materializedView' }),
	},
	scenarios: {
		'of a table': {
			up: (op) => {
				op.setStorageParameters(
					'user',
					{ fillfactor: 70, 'toast.autovacuum_enabled': false, autovacuum_enabled: true },
					{ existingParameters: { fillfactor: null, 'toast.autovacuum_enabled': null, autovacuum_enabled: null } },
				);
				op.setStorageParameters(
					'user',
					{ fillfactor: null, autovacuum_enabled: false },
					{ schema: 'public', existingParameters: { fillfactor: 70, autovacuum_enabled: true } },
				);
			},
			down: (op) => op.setStorageParameters('user', { 'toast.autovacuum_enabled': null, autovacuum_enabled: null }),
			shows: [optionsOf('"user"'), 'autovacuum_enabled=false'],
		},
		'of an index': {
			up: (op) =>
				op.setStorageParameters(
					'ix_kept',
					{ fillfactor: 50, deduplicate_items: 'off' },
					{ type: 'index', existingParameters: { fillfactor: null, deduplicate_items: null } },
				),
			down: (op) =>
				op.setStorageParameters('ix_kept', { fillfactor: null, deduplicate_items: null }, { type: 'index' }),
			shows: [optionsOf('ix_kept'), 'fillfactor=50 deduplicate_items=off'],
		},
		'of a materialized view': {
			up: (op) => {
				op.reversible(
					() => op.execute('CREATE MATERIALIZED VIEW "App".totals WITH (fillfactor = 90) AS SELECT 1 AS a'),
					() => op.execute('DROP MATERIALIZED VIEW "App".totals'),
				);
				op.setStorageParameters(
					'totals',
					{ fillfactor: 70, autovacuum_enabled: false },
					{
						schema: 'App',
						type: 'materializedView',
						existingParameters: { fillfactor: 90, autovacuum_enabled: null },
					},
				);
				op.setStorageParameters(
					'totals',
					{ fillfactor: 60, autovacuum_enabled: null },
					{
						schema: 'App',
						type: 'materializedView',
						existingParameters: { fillfactor: 70, autovacuum_enabled: false },
					},
				);
			},
			down: (op) => op.execute('DROP MATERIALIZED VIEW "App".totals'),
			shows: [optionsOf('"App".totals'), 'fillfactor=60'],
		},
	},
};
