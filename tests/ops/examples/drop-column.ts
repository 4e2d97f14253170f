import { column, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { ofColumn } from './queries.ts';

export const dropColumn: OperationExamples = {
	arguments: { args: { table: 'account', column: 'a' }, names: ['table', 'column'] },
	cases: {
		plain: (op) => op.dropColumn('user', 'nickname'),
		'in a schema, if exists': (op) =>
			op.dropColumn('account', 'nickname', { schema: 'app', ifExists: true, existingType: t.boolean() }),
		'names that need quotes': (op) => op.dropColumn('Order.Item', 'a"b`c'),
	},
	scenarios: {
		'if exists': {
			up: (op) => {
				op.dropColumn('user', 'Tags', { ifExists: true });
				op.dropColumn('user', 'never', { ifExists: true });
			},
			down: (op) => op.addColumn('user', column('Tags', t.array(t.text()))),
			shows: [
				ofColumn('attisdropped', 'Tags').replace('SELECT', 'SELECT count(*)::int AS value FROM (SELECT').concat(') s'),
				0,
			],
		},
	},
};
