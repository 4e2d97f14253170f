import { sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { createRoles, dropRoles } from './roles.ts';

/** A query that tells what an option of the one membership of a role is, where the server knows it. */
export const membership = (option: string, role: string): string =>
	`SELECT (to_jsonb(m) ->> '${option}')::boolean AS value FROM pg_auth_members m WHERE member = to_regrole('"${role}"')`;

export const grantRole: OperationExamples = {
	arguments: { args: { role: 'readers', to: 'alice' }, names: ['role', 'to'] },
	cases: {
		plain: (op) => op.grantRole('readers', 'alice'),
		several: (op) => op.grantRole(['readers', 'Writers'], ['alice', 'Bob', sql`CURRENT_USER`]),
		'with the admin option': (op) =>
			op.grantRole('readers', 'alice', { adminOption: true, grantedBy: sql`CURRENT_USER` }),
		'the admin option alone': (op) => op.grantRole('readers', 'alice', { adminOption: true, existingGrant: true }),
		'with everything': (op) =>
			op.grantRole('readers', 'alice', { adminOption: true, inherit: false, set: false, grantedBy: 'Owner' }),
		'with what is the default': (op) => op.grantRole('readers', 'alice', { inherit: true, set: true }),
	},
	scenarios: {
		'with the admin option': {
			up: (op) => {
				createRoles(op, 'readers', 'writers', 'Alice', 'bob');
				op.grantRole(['readers', 'writers'], 'Alice');
				op.grantRole('readers', 'Alice', { adminOption: true, existingGrant: true });
				op.grantRole('readers', 'bob', { adminOption: true, grantedBy: sql`CURRENT_USER` });
			},
			down: (op) => {
				op.revokeRole('readers', ['Alice', 'bob']);
				dropRoles(op, 'readers', 'writers', 'Alice', 'bob');
			},
			shows: [membership('admin_option', 'bob'), true],
		},
		'with every option': {
			since: 16,
			up: (op) => {
				createRoles(op, 'readers', 'bob');
				op.grantRole('readers', 'bob', { adminOption: true, inherit: false, set: false });
			},
			down: (op) => {
				op.revokeRole('readers', 'bob');
				dropRoles(op, 'readers', 'bob');
			},
			shows: [membership('set_option', 'bob'), false],
		},
	},
};
