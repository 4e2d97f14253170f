import { column, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { hasTable } from './queries.ts';

export const dropSequence: OperationExamples = {
	arguments: { args: { name: 'number' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropSequence('invoice_number'),
		'told what it was': (op) => op.dropSequence('invoice_number', { schema: 'app', was: { start: 10 } }),
		'in a schema, if exists, with defaults': (op) =>
			op.dropSequence('Number', { schema: 'my app', ifExists: true, cascade: true }),
	},
	scenarios: {
		'with what it was': {
			up: (op) => op.dropSequence('Counted', { was: {} }),
			down: (op) => op.createSequence('Counted'),
			shows: [hasTable('"Counted"'), false],
		},
		'if exists, with the defaults that count with it': {
			up: (op) => {
				op.dropSequence('never', { ifExists: true });
				op.createSequence('used', { schema: 'App' });
				op.addColumn('user', column('n', t.integer(), { serverDefault: sql`nextval('"App".used')` }));
				op.dropSequence('used', { schema: 'App', cascade: true });
			},
			down: (op) => op.dropColumn('user', 'n'),
			shows: [hasTable('"App".used'), false],
		},
	},
};
