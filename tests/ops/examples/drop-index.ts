import { index, sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { hasTable } from './queries.ts';

export const dropIndex: OperationExamples = {
	arguments: { args: { name: 'ix', table: 'account' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.dropIndex('ix_user_email', 'user'),
		'told what it was': (op) => op.dropIndex('ix', 'account', { was: index(null, ['email']) }),
		'in a schema, if exists': (op) => op.dropIndex('Ix', undefined, { schema: 'app', ifExists: true }),
		concurrently: (op) => op.dropIndex('ix', 'account', { postgresql: { concurrently: true } }),
		'concurrently, if exists': (op) =>
			op.dropIndex('ix', undefined, { ifExists: true, postgresql: { concurrently: true } }),
		online: (op) => op.dropIndex('ix', 'account', { online: true, was: index('ix', ['a']) }),
	},
	scenarios: {
		'with what it was': {
			up: (op) =>
				op.dropIndex('ix_kept', 'kept', {
					was: index('ix_kept', [sql`lower(name)`], { unique: true, postgresql: { where: 'number > 5' } }),
					postgresql: { concurrently: true },
				}),
			down: (op) =>
				op.createIndex('ix_kept', 'kept', [sql`lower(name)`], { unique: true, postgresql: { where: 'number > 5' } }),
			shows: [hasTable('ix_kept'), false],
		},
		'if exists': {
			up: (op) => op.dropIndex('never', 'user', { ifExists: true }),
			down: () => undefined,
			shows: [hasTable('never'), false],
		},
		online: {
			up: (op) =>
				op.dropIndex('ix_kept', 'kept', {
					was: index('ix_kept', [sql`lower(name)`], { unique: true, postgresql: { where: 'number > 5' } }),
					online: true,
				}),
			down: (op) =>
				op.createIndex('ix_kept', 'kept', [sql`lower(name)`], { unique: true, postgresql: { where: 'number > 5' } }),
			shows: [hasTable('ix_kept'), false],
		},
	},
};
