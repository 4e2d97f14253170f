import { column, foreignKey, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { ofColumn } from './queries.ts';

export const dropColumn: OperationExamples = {
	arguments: { args: { table: 'account', column: 'a' }, names: ['table', 'column'] },
	cases: {
		plain: (op) => op.dropColumn('user', 'nickname'),
		'in a schema, if exists': (op) =>
			op.dropColumn('account', 'nickname', { schema: 'app', ifExists: true, existingType: t.boolean() }),
		'told what it was': (op) =>
			op.dropColumn('account', 'plan', { was: column('plan', t.text(), { unique: true, index: true }) }),
		'names that need quotes': (op) => op.dropColumn('Order.Item', 'a"b`c'),
		online: (op) => op.dropColumn('account', 'plan', { online: true, was: column('plan', t.text()) }),
	},
	scenarios: {
		'with all that it was': {
			up: (op) =>
				op.dropColumn('kept', 'Owner', {
					was: column('Owner', t.integer(), {
						index: true,
						comment: 'who',
						references: foreignKey('user.id', { name: 'kept_fk' }),
					}),
				}),
			down: (op) =>
				op.addColumn(
					'kept',
					column('Owner', t.integer(), {
						index: true,
						comment: 'who',
						references: foreignKey('user.id', { name: 'kept_fk' }),
					}),
				),
			shows: [`SELECT to_regclass('"ix_kept_Owner"') IS NULL AS value`, true],
		},
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
		online: {
			up: (op) => op.dropColumn('kept', 'name', { online: true, ifExists: true }),
			down: (op) => {
				op.addColumn('kept', column('name', t.text()));
				op.createIndex('ix_kept', 'kept', [sql`lower(name)`], { unique: true, postgresql: { where: 'number > 5' } });
				op.createUniqueConstraint('kept_uq', 'kept', ['number', 'name'], { deferrable: true });
			},
			shows: [`SELECT to_regclass('ix_kept') IS NULL AS value`, true],
		},
	},
};
