import { param, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { createRoles, dropRoles, privilegesOn } from './roles.ts';

const total = 'CREATE FUNCTION total(integer, text[]) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$';

export const grant: OperationExamples = {
	arguments: { args: { privileges: 'SELECT', on: { table: 'account' }, to: 'reader' }, names: ['to'] },
	cases: {
		'one privilege': (op) => op.grant('SELECT', { table: 'account' }, 'reader'),
		'several, on several tables of a schema, to several roles': (op) =>
			op.grant(['SELECT', 'INSERT'], { table: ['account', 'User'] }, ['reader', 'Writer'], { schema: 'My App' }),
		'all there are': (op) => op.grant('ALL', { table: 'account' }, 'public'),
		'on columns': (op) =>
			op.grant(['SELECT', 'UPDATE'], { table: 'account', columns: ['email', 'Größe'] }, 'reader', { schema: 'app' }),
		'all there are, on columns': (op) => op.grant('ALL', { table: 'account', columns: ['email'] }, 'reader'),
		'with everything': (op) =>
			op.grant('MAINTAIN', { table: 'account' }, 'reader', { grantOption: true, grantedBy: sql`CURRENT_USER` }),
		'the grant option alone': (op) =>
			op.grant('SELECT', { table: 'account' }, 'reader', { grantOption: true, existingGrant: true }),
		'to keywords and parameters': (op) =>
			op.grant('SELECT', { table: 'account' }, [sql`CURRENT_USER`, sql`${param('reader', 'identifier')}`]),
		'granted by a role': (op) => op.grant('SELECT', { table: 'account' }, 'reader', { grantedBy: 'Owner' }),
		'on a sequence': (op) => op.grant('USAGE', { sequence: 'account_id_seq' }, 'reader', { schema: 'app' }),
		'on schemas': (op) => op.grant(['USAGE', 'CREATE'], { schema: ['app', 'My App'] }, 'reader'),
		'on a database': (op) => op.grant(['CONNECT', 'TEMPORARY'], { database: 'shop' }, 'reader'),
		'on types and domains': (op) => {
			op.grant('USAGE', { type: 'state' }, 'reader', { schema: 'app' });
			op.grant('USAGE', { domain: 'Email' }, 'reader');
		},
		'on functions': (op) => {
			op.grant('EXECUTE', { function: 'total' }, 'reader');
			op.grant('EXECUTE', { function: 'total', argumentTypes: [] }, 'reader');
			op.grant('EXECUTE', { function: 'total', argumentTypes: [t.integer(), t.array(t.text())] }, 'reader', {
				schema: 'app',
			});
			op.grant('EXECUTE', { procedure: 'close', argumentTypes: [t.raw('app.state')] }, 'reader');
			op.grant('EXECUTE', { routine: ['total', 'close'] }, 'reader');
		},
		'on all that a schema holds': (op) => {
			op.grant('SELECT', { allTables: 'app' }, 'reader');
			op.grant('USAGE', { allSequences: ['app', 'My App'] }, 'reader');
			op.grant('EXECUTE', { allFunctions: 'app' }, 'reader');
			op.grant('EXECUTE', { allProcedures: 'app' }, 'reader');
			op.grant('ALL', { allRoutines: 'app' }, 'reader');
		},
	},
	scenarios: {
		'on tables, with the grant option': {
			up: (op) => {
				createRoles(op, 'Reader', 'writer');
				op.grant(['SELECT', 'TRUNCATE'], { table: ['user', 'note'] }, ['Reader', 'writer'], {
					grantOption: true,
					grantedBy: sql`CURRENT_USER`,
				});
			},
			down: (op) => {
				op.revoke('ALL', { table: ['user', 'note'] }, ['Reader', 'writer']);
				dropRoles(op, 'Reader', 'writer');
			},
			shows: [privilegesOn('note', 'Reader'), 'SELECT* TRUNCATE*'],
		},
		'the grant option alone, taken back alone': {
			up: (op) => {
				createRoles(op, 'reader');
				op.grant('SELECT', { table: 'a.b' }, 'reader', { schema: 'App' });
				op.grant('SELECT', { table: 'a.b' }, 'reader', { schema: 'App', grantOption: true, existingGrant: true });
			},
			down: (op) => {
				op.revoke('SELECT', { table: 'a.b' }, 'reader', { schema: 'App' });
				dropRoles(op, 'reader');
			},
			shows: [privilegesOn('"App"."a.b"', 'reader'), 'SELECT*'],
		},
		'on columns': {
			up: (op) => {
				createRoles(op, 'reader');
				op.grant(['SELECT', 'REFERENCES'], { table: 'user', columns: ['email', 'Tags'] }, 'reader');
				op.grant('ALL', { table: 'note', columns: ['body'] }, 'public');
			},
			down: (op) => {
				op.revoke('ALL', { table: 'user', columns: ['email', 'Tags'] }, 'reader');
				op.revoke('ALL', { table: 'note', columns: ['body'] }, 'public');
				dropRoles(op, 'reader');
			},
			shows: [`SELECT has_column_privilege('reader', '"user"', 'Tags', 'REFERENCES') AS value`, true],
		},
		'on every other kind of object': {
			up: (op) => {
				createRoles(op, 'reader');
				op.reversible(
					() => op.execute(`${total}; CREATE PROCEDURE close() LANGUAGE sql AS ''; CREATE DOMAIN age AS integer`),
					() => op.execute('DROP FUNCTION total; DROP PROCEDURE close; DROP DOMAIN age'),
				);
				op.grant(['USAGE', 'UPDATE'], { sequence: 'user_id_seq' }, 'reader');
				op.grant(['USAGE', 'CREATE'], { schema: ['App', 'public'] }, 'reader');
				op.grant('ALL', { database: 'postgres' }, 'reader', { grantOption: true });
				op.grant('USAGE', { type: 'Kept' }, 'reader');
				op.grant('USAGE', { domain: 'age' }, 'reader', { schema: 'public' });
				op.grant('EXECUTE', { function: 'total', argumentTypes: [t.integer(), t.array(t.text())] }, 'reader');
				op.grant('EXECUTE', { procedure: 'close', argumentTypes: [] }, 'reader');
				op.grant('EXECUTE', { routine: ['total', 'close'] }, 'reader', { grantOption: true, existingGrant: true });
			},
			down: (op) => {
				op.revoke('ALL', { sequence: 'user_id_seq' }, 'reader');
				op.revoke('ALL', { schema: ['App', 'public'] }, 'reader');
				op.revoke('ALL', { database: 'postgres' }, 'reader');
				op.revoke('ALL', { type: 'Kept' }, 'reader');
				op.execute('DROP FUNCTION total; DROP PROCEDURE close; DROP DOMAIN age');
				dropRoles(op, 'reader');
			},
			shows: [
				`SELECT string_agg(privilege, ' ') AS value FROM unnest(ARRAY['USAGE', 'UPDATE', 'SELECT']) privilege
				WHERE has_sequence_privilege('reader', 'user_id_seq', privilege)`,
				'USAGE UPDATE',
			],
		},
		'on all that a schema holds': {
			up: (op) => {
				createRoles(op, 'reader');
				op.reversible(
					() => op.execute(`${total}; CREATE PROCEDURE close() LANGUAGE sql AS ''`),
					() => op.execute('DROP FUNCTION total; DROP PROCEDURE close'),
				);
				op.grant('SELECT', { allTables: ['public', 'App'] }, 'reader');
				op.grant('ALL', { allSequences: 'public' }, 'reader');
				op.grant('EXECUTE', { allFunctions: 'public' }, 'reader', { grantOption: true });
				op.grant('EXECUTE', { allProcedures: 'public' }, 'reader');
				op.grant('ALL', { allRoutines: 'App' }, 'reader');
			},
			down: (op) => {
				op.revoke('ALL', { allTables: ['public', 'App'] }, 'reader');
				op.revoke('ALL', { allSequences: 'public' }, 'reader');
				op.revoke('ALL', { allRoutines: ['public', 'App'] }, 'reader');
				op.execute('DROP FUNCTION total; DROP PROCEDURE close');
				dropRoles(op, 'reader');
			},
			shows: [
				`SELECT bool_and(has_table_privilege('reader', oid, 'SELECT')) AS value FROM pg_class
				WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, '"App"'::regnamespace)`,
				true,
			],
		},
		'to maintain': {
			since: 17,
			up: (op) => {
				createRoles(op, 'reader');
				op.grant('MAINTAIN', { table: 'note' }, 'reader');
			},
			down: (op) => {
				op.revoke('MAINTAIN', { table: 'note' }, 'reader');
				dropRoles(op, 'reader');
			},
			shows: [privilegesOn('note', 'reader'), 'MAINTAIN'],
		},
	},
};
