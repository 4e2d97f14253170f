import { sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { createRoles, dropRoles, privilegesOn } from './roles.ts';

export const revoke: OperationExamples = {
	arguments: { args: { privileges: 'SELECT', on: { table: 'account' }, from: 'reader' }, names: ['from'] },
	cases: {
		'one privilege': (op) => op.revoke('SELECT', { table: 'account' }, 'reader'),
		'several, on tables of a schema, from several roles': (op) =>
			op.revoke(['SELECT', 'INSERT'], { table: ['account', 'User'] }, ['reader', 'Writer'], { schema: 'My App' }),
		'all there are': (op) => op.revoke('ALL', { schema: 'public' }, 'public'),
		'told what they had': (op) => op.revoke('ALL', { schema: 'public' }, 'public', { was: 'USAGE' }),
		'told what they had, with the grant option': (op) =>
			op.revoke('ALL', { allTables: 'app' }, 'reader', { was: { privileges: ['SELECT'], grantOption: true } }),
		'on columns': (op) => op.revoke(['SELECT', 'UPDATE'], { table: 'account', columns: ['email'] }, 'reader'),
		'on a function': (op) => op.revoke('EXECUTE', { function: 'total', argumentTypes: [t.integer()] }, 'public'),
		'the grant option alone': (op) =>
			op.revoke('SELECT', { table: 'account' }, 'reader', { grantOptionFor: true, cascade: true }),
		'with everything': (op) =>
			op.revoke('ALL', { table: 'account' }, sql`SESSION_USER`, {
				schema: 'app',
				grantOptionFor: true,
				grantedBy: sql`CURRENT_USER`,
				cascade: true,
			}),
	},
	scenarios: {
		'what a role was granted': {
			up: (op) => {
				createRoles(op, 'reader');
				op.grant(['SELECT', 'INSERT', 'DELETE'], { table: 'user' }, 'reader');
				op.revoke(['SELECT', 'DELETE'], { table: 'user' }, 'reader', { grantedBy: sql`CURRENT_USER` });
			},
			down: (op) => {
				op.revoke('INSERT', { table: 'user' }, 'reader');
				dropRoles(op, 'reader');
			},
			shows: [privilegesOn('"user"', 'reader'), 'INSERT'],
		},
		'the grant option': {
			up: (op) => {
				createRoles(op, 'reader');
				op.grant('SELECT', { table: 'user' }, 'reader', { grantOption: true });
				op.revoke('SELECT', { table: 'user' }, 'reader', { grantOptionFor: true });
			},
			down: (op) => {
				op.revoke('SELECT', { table: 'user' }, 'reader');
				dropRoles(op, 'reader');
			},
			shows: [privilegesOn('"user"', 'reader'), 'SELECT'],
		},
		'all, told what it was': {
			up: (op) => {
				createRoles(op, 'reader');
				op.grant('SELECT', { allTables: 'public' }, 'reader', { grantOption: true });
				op.revoke('ALL', { allTables: 'public' }, 'reader', { was: { privileges: 'SELECT', grantOption: true } });
				op.revoke('ALL', { type: 'Kept' }, 'public', { was: 'USAGE' });
			},
			down: (op) => {
				op.grant('USAGE', { type: 'Kept' }, 'public');
				dropRoles(op, 'reader');
			},
			shows: [privilegesOn('"user"', 'reader'), null],
		},
		'what was passed on, too': {
			up: (op) => {
				createRoles(op, 'reader', 'other');
				op.grant('SELECT', { table: 'user' }, 'reader', { grantOption: true });
				op.execute('SET ROLE reader; GRANT SELECT ON "user" TO other; RESET ROLE');
				op.revoke('SELECT', { table: 'user' }, 'reader', { cascade: true });
			},
			down: (op) => dropRoles(op, 'reader', 'other'),
			shows: [privilegesOn('"user"', 'other'), null],
		},
	},
};
