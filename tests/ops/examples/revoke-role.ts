import { sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { membership } from './grant-role.ts';
import { createRoles, dropRoles } from './roles.ts';

export const revokeRole: OperationExamples = {
	arguments: { args: { role: 'readers', from: 'alice' }, names: ['role', 'from'] },
	cases: {
		plain: (op) => op.revokeRole('readers', 'alice'),
		several: (op) => op.revokeRole(['readers', 'Writers'], ['alice', sql`CURRENT_USER`]),
		'told what it was': (op) =>
			op.revokeRole('readers', 'alice', { was: { adminOption: true, inherit: true, set: false } }),
		'with everything': (op) =>
			op.revokeRole('readers', 'alice', { adminOptionFor: true, grantedBy: 'Owner', cascade: true }),
		'the admin option': (op) => op.revokeRole('readers', 'alice', { adminOptionFor: true }),
	},
	scenarios: {
		plain: {
			up: (op) => {
				createRoles(op, 'readers', 'alice');
				op.grantRole('readers', 'alice');
				op.revokeRole('readers', 'alice', { grantedBy: sql`CURRENT_USER` });
			},
			down: (op) => dropRoles(op, 'readers', 'alice'),
			shows: [membership('admin_option', 'alice'), null],
		},
		'the admin option, and then what is left': {
			up: (op) => {
				createRoles(op, 'readers', 'alice', 'bob');
				op.grantRole('readers', ['alice', 'bob'], { adminOption: true });
				op.revokeRole('readers', ['alice', 'bob'], { adminOptionFor: true });
				op.revokeRole('readers', 'bob', { was: {} });
			},
			down: (op) => {
				op.revokeRole('readers', 'alice');
				dropRoles(op, 'readers', 'alice', 'bob');
			},
			shows: [membership('admin_option', 'alice'), false],
		},
		'with those that were made members': {
			since: 16,
			up: (op) => {
				createRoles(op, 'readers', 'alice', 'bob');
				op.grantRole('readers', 'alice', { adminOption: true });
				op.grantRole('readers', 'bob', { grantedBy: 'alice' });
				op.revokeRole('readers', 'alice', { cascade: true });
			},
			down: (op) => dropRoles(op, 'readers', 'alice', 'bob'),
			shows: [membership('admin_option', 'bob'), null],
		},
		'with every option': {
			since: 16,
			up: (op) => {
				createRoles(op, 'readers', 'alice');
				op.grantRole('readers', 'alice', { inherit: false, set: false });
				op.revokeRole('readers', 'alice', { was: { inherit: false, set: false } });
			},
			down: (op) => dropRoles(op, 'readers', 'alice'),
			shows: [membership('admin_option', 'alice'), null],
		},
	},
};
