import {
	checkConstraint,
	excludeConstraint,
	foreignKeyConstraint,
	primaryKeyConstraint,
	uniqueConstraint,
} from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { hasTable } from './queries.ts';

export const dropConstraint: OperationExamples = {
	arguments: { args: { name: 'ck', table: 'account', type: 'check' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.dropConstraint('fk_message_author', 'message'),
		'told what it was': (op) => op.dropConstraint('uq', 'account', 'unique', { was: uniqueConstraint(['email']) }),
		'in a schema, if exists, the kind given': (op) =>
			op.dropConstraint('Fk', 'user', 'foreignkey', { schema: 'app', ifExists: true }),
		online: (op) => op.dropConstraint('uq', 'account', 'unique', { online: true, was: uniqueConstraint(['a']) }),
	},
	scenarios: {
		'of every kind, with all that it was': {
			up: (op) => {
				op.dropConstraint('kept_fk', 'kept', 'foreignkey', { was: foreignKeyConstraint(['Owner'], ['user.id']) });
				op.dropConstraint('kept_uq', 'kept', undefined, {
					was: uniqueConstraint(['number', 'name'], { deferrable: true }),
				});
				op.dropConstraint('kept_ck', 'kept', undefined, { was: checkConstraint('number > 0', { name: 'kept_ck' }) });
				op.dropConstraint('kept_ex', 'kept', undefined, { was: excludeConstraint([['period', '&&']]) });
				op.dropConstraint('kept_pk', 'kept', 'primary', { was: primaryKeyConstraint(['number']) });
			},
			down: (op) => {
				op.createPrimaryKey('kept_pk', 'kept', ['number']);
				op.createExcludeConstraint('kept_ex', 'kept', [['period', '&&']]);
				op.createCheckConstraint('kept_ck', 'kept', 'number > 0');
				op.createUniqueConstraint('kept_uq', 'kept', ['number', 'name'], { deferrable: true });
				op.createForeignKey('kept_fk', 'kept', 'user', ['Owner'], ['id']);
			},
			shows: [
				`SELECT count(*)::int AS value FROM pg_constraint WHERE conrelid = 'kept'::regclass AND contype <> 'n'`,
				0,
			],
		},
		'if exists, in a schema': {
			up: (op) => op.dropConstraint('never', 'a.b', undefined, { ifExists: true, schema: 'App' }),
			down: () => undefined,
			shows: [hasTable('"App"."a.b"'), true],
		},
		online: {
			up: (op) => op.dropConstraint('kept_ck', 'kept', 'check', { online: true, was: checkConstraint('number > 0') }),
			down: (op) => op.createCheckConstraint('kept_ck', 'kept', 'number > 0'),
			shows: [`SELECT count(*)::int AS value FROM pg_constraint WHERE conname = 'kept_ck'`, 0],
		},
	},
};
