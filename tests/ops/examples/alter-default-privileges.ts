import { sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { createRoles, dropRoles } from './roles.ts';

/** A query that tells what roles of the tests have by default on a kind of object. */
const defaults = (letter: string): string =>
	`SELECT string_agg(privilege_type || CASE WHEN is_grantable THEN '*' ELSE '' END, ' ' ORDER BY privilege_type) AS value
	FROM pg_default_acl d, aclexplode(d.defaclacl) WHERE d.defaclobjtype = '${letter}' AND grantee >= 16384`;

export const alterDefaultPrivileges: OperationExamples = {
	arguments: { args: { change: { grant: 'SELECT', on: 'TABLES', to: 'reader' } }, names: [] },
	cases: {
		'a grant': (op) => op.alterDefaultPrivileges({ grant: 'SELECT', on: 'TABLES', to: 'reader' }),
		'a grant with everything': (op) =>
			op.alterDefaultPrivileges(
				{ grant: ['SELECT', 'INSERT'], on: 'TABLES', to: ['reader', 'Writer'], grantOption: true },
				{ schema: ['app', 'My App'], forRole: ['Owner', sql`CURRENT_USER`] },
			),
		'a revocation': (op) => op.alterDefaultPrivileges({ revoke: 'EXECUTE', on: 'FUNCTIONS', from: 'public' }),
		'a revocation of all, told what it was': (op) =>
			op.alterDefaultPrivileges(
				{ revoke: 'ALL', on: 'SEQUENCES', from: 'reader' },
				{ schema: 'app', forRole: 'owner', was: { privileges: 'USAGE', grantOption: true } },
			),
		'of every kind of object': (op) => {
			op.alterDefaultPrivileges({ grant: 'ALL', on: 'ROUTINES', to: 'reader' });
			op.alterDefaultPrivileges({ grant: 'USAGE', on: 'TYPES', to: 'reader' });
			op.alterDefaultPrivileges({ grant: ['CREATE', 'USAGE'], on: 'SCHEMAS', to: 'reader' });
		},
	},
	scenarios: {
		'granted, and revoked in part': {
			up: (op) => {
				createRoles(op, 'Reader', 'owner');
				const options = { schema: ['public', 'App'], forRole: 'owner' };
				op.alterDefaultPrivileges(
					{ grant: ['SELECT', 'INSERT'], on: 'TABLES', to: 'Reader', grantOption: true },
					options,
				);
				op.alterDefaultPrivileges({ grant: 'USAGE', on: 'SEQUENCES', to: 'Reader' }, { forRole: sql`CURRENT_USER` });
				op.alterDefaultPrivileges({ grant: 'EXECUTE', on: 'ROUTINES', to: 'Reader' });
				op.alterDefaultPrivileges({ grant: 'ALL', on: 'TYPES', to: 'Reader' });
				op.alterDefaultPrivileges({ grant: 'CREATE', on: 'SCHEMAS', to: 'Reader' });
				op.alterDefaultPrivileges(
					{ revoke: 'ALL', on: 'TABLES', from: 'Reader' },
					{ schema: 'App', forRole: 'owner', was: { privileges: ['SELECT', 'INSERT'], grantOption: true } },
				);
			},
			down: (op) => {
				op.execute('DROP OWNED BY "Reader", owner');
				dropRoles(op, 'Reader', 'owner');
			},
			shows: [defaults('r'), 'INSERT* SELECT*'],
		},
		'taken from everybody': {
			up: (op) => op.alterDefaultPrivileges({ revoke: 'EXECUTE', on: 'FUNCTIONS', from: 'public' }),
			down: (op) => op.alterDefaultPrivileges({ grant: 'EXECUTE', on: 'FUNCTIONS', to: 'public' }),
			shows: [`SELECT defaclobjtype AS value FROM pg_default_acl`, 'f'],
		},
	},
};
