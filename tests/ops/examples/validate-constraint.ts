import { checkConstraint } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

const isValid = (name: string): string => `SELECT convalidated AS value FROM pg_constraint WHERE conname = '${name}'`;

export const validateConstraint: OperationExamples = {
	arguments: { args: { name: 'ck', table: 'account' }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.validateConstraint('ck_account_size', 'account'),
		'in a schema': (op) => op.validateConstraint('Ck', 'User', { schema: 'My App' }),
		'with its kind': (op) => op.validateConstraint('ck_account_size', 'account', { type: 'check' }),
	},
	scenarios: {
		'a check': {
			up: (op) => {
				op.createCheckConstraint('Ck', 'a.b', 'x > 0', { schema: 'App', postgresql: { notValid: true } });
				op.validateConstraint('Ck', 'a.b', { schema: 'App', type: 'check' });
			},
			down: (op) => op.dropConstraint('Ck', 'a.b', 'check', { schema: 'App', was: checkConstraint('x > 0') }),
			shows: [isValid('Ck'), true],
		},
		'a foreign key': {
			up: (op) => {
				op.createForeignKey('fk_note_user', 'note', 'user', ['user_id'], ['id'], { postgresql: { notValid: true } });
				op.validateConstraint('fk_note_user', 'note');
			},
			down: (op) => op.dropConstraint('fk_note_user', 'note'),
			shows: [isValid('fk_note_user'), true],
		},
	},
};
