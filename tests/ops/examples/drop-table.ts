import { column, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { kept } from './fixture.ts';
import { hasTable } from './queries.ts';

export const dropTable: OperationExamples = {
	arguments: { args: { name: 'account' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropTable('user'),
		'told what it was': (op) => op.dropTable('user', { was: [column('id', t.integer(), { primaryKey: true })] }),
		'in a schema, if exists': (op) => op.dropTable('Account', { schema: 'app', ifExists: true }),
	},
	scenarios: {
		'with all that it was': {
			up: (op) => op.dropTable('kept', { was: { elements: kept, comment: 'stays' } }),
			down: (op) => void op.createTable('kept', kept, { comment: 'stays' }),
			shows: [hasTable('kept'), false],
		},
		'in a schema': {
			up: (op) => {
				op.dropTable('a.b', { schema: 'App' });
				op.dropTable('a.b', { schema: 'App', ifExists: true });
			},
			down: (op) => void op.createTable('a.b', [column('x', t.integer())], { schema: 'App' }),
			shows: [hasTable('"App"."a.b"'), false],
		},
	},
};
