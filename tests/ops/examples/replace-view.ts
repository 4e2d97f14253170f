import type { OperationExamples } from './examples.ts';
import { shown } from './programs.ts';

export const replaceView: OperationExamples = {
	arguments: { args: { name: 'active', query: 'SELECT 1 AS a' }, names: ['name'] },
	cases: {
		plain: (op) => op.replaceView('active', 'SELECT id, email FROM account'),
		'told what it was': (op) => op.replaceView('active', 'SELECT 2 AS a', { was: 'SELECT 1 AS a' }),
		'with everything': (op) =>
			op.replaceView('Active', 'SELECT * FROM account WHERE deleted_at IS NULL', {
				schema: 'app',
				columns: ['id'],
				checkOption: 'CASCADED',
				securityBarrier: true,
				securityInvoker: true,
				comment: "who's there",
				was: { query: 'SELECT id FROM account', securityBarrier: true },
			}),
		'without its comment': (op) => op.replaceView('active', 'SELECT 1', { comment: null }),
		temporary: (op) => op.replaceView('active', 'SELECT 1', { temporary: true }),
		recursive: (op) => op.replaceView('n', 'VALUES (1) UNION SELECT n + 1 FROM n', { recursive: true, columns: ['n'] }),
	},
	scenarios: {
		'with another query, other options and another comment': {
			up: (op) =>
				op.replaceView('shown', 'SELECT id, upper(name) AS name FROM thing', {
					securityBarrier: true,
					comment: 'all',
					was: shown,
				}),
			down: (op) => op.replaceView('shown', shown.query, { comment: shown.comment }),
			shows: ["SELECT string_agg(name, '') || obj_description('shown'::regclass) AS value FROM shown", 'ABall'],
		},
		'without a comment': {
			up: (op) => op.replaceView('shown', shown.query, { comment: null, checkOption: 'LOCAL', was: shown }),
			down: (op) => op.replaceView('shown', shown.query, { comment: shown.comment }),
			shows: ["SELECT obj_description('shown'::regclass) AS value", null],
		},
		'with the comment that it has': {
			up: (op) => op.replaceView('shown', 'SELECT id, name FROM thing WHERE id > 1', { was: shown.query }),
			down: (op) => op.replaceView('shown', shown.query),
			shows: ["SELECT string_agg(name, '') || obj_description('shown'::regclass) AS value FROM shown", "bwho's there"],
		},
	},
};
