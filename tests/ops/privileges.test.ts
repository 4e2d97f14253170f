import * as assert from 'uvu/assert';
import { operations, reverse } from '../../src/index.ts';
import { PRIVILEGES } from '../../src/schema/privileges.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const { grant, revoke, grantRole } = operations;
const refused = (...args: readonly unknown[]) =>
	throwsCode(() => (grant.create as (...args: readonly unknown[]) => unknown)(...args), 'ARGUMENT_INVALID');

suite('ops/privileges', (test) => {
	test('takes each privilege of each kind of object, in any case', () => {
		for (const [kind, privileges] of Object.entries(PRIVILEGES)) {
			const lower = privileges.map((one) => one.toLowerCase());
			const { privileges: read, on } = grant.create(lower as never, { [kind]: 'x' } as never, 'reader');
			assert.equal(read, privileges);
			assert.equal(on, { type: kind, names: [{ name: 'x' }] });
		}
	});

	test('refuses a privilege that the kind of object does not have', () => {
		const { message, hint } = refused('DELETE', { sequence: 'a_seq' }, 'reader');
		assert.is(message, 'grant: there is no privilege DELETE on a sequence');
		assert.is(hint, 'there is USAGE, SELECT, UPDATE');
		assert.is(
			refused(['SELECT', 'TRIGGER'], { table: 'a', columns: ['b'] }, 'reader').message,
			'grant: there is no privilege TRIGGER on a column',
		);
		assert.is(
			refused('EXECUTE', { allTables: 'a' }, 'reader').message,
			'grant: there is no privilege EXECUTE on { allTables }',
		);
		const was = () => revoke.create('ALL', { schema: 'a' }, 'public', { was: 'SELECT' });
		assert.is(throwsCode(was, 'ARGUMENT_INVALID').message, 'revoke: was: there is no privilege SELECT on a schema');
	});

	test('refuses a privilege, an object or a column that is named twice', () => {
		assert.is(refused(['SELECT', 'select'], { table: 'a' }, 'b').message, 'grant: privileges names "SELECT" twice');
		assert.is(refused('SELECT', { table: ['a', 'a'] }, 'b').message, 'grant: on.table names "a" twice');
		assert.match(refused('SELECT', { table: 'a', columns: ['c', 'c'] }, 'b').message, 'the column "c" twice');
	});

	test('refuses a privilege that there is not, and an empty list', () => {
		assert.match(refused('SELEKT', { table: 'a' }, 'b').message, /^grant: privileges must be one of ALL, /);
		assert.match(refused([], { table: 'a' }, 'b').message, 'at least one of privileges');
		assert.match(refused(['ALL'], { table: 'a' }, 'b').message, 'grant: privileges[0] must be one of');
		assert.match(refused('SELECT', { table: [] }, 'b').message, 'at least one of names');
		assert.match(refused('SELECT', { table: 'a' }, []).message, 'at least one of roles');
	});

	test('refuses no kind of object, two of them, and one that there is not', () => {
		const one = 'grant: on must name one kind of object';
		assert.is(refused('SELECT', {}, 'b').message, one);
		assert.is(refused('SELECT', { columns: ['a'] }, 'b').message, one);
		assert.is(refused('SELECT', { table: 'a', sequence: 'b' }, 'b').message, one);
		assert.is(refused('SELECT', { tables: 'a' }, 'b').hint, 'did you mean "table"?');
	});

	test('refuses what does not fit the kind of object', () => {
		assert.is(
			refused('USAGE', { schema: 'a' }, 'b', { schema: 'c' }).message,
			'grant: schema has no meaning on a schema',
		);
		assert.is(
			refused('SELECT', { allTables: 'a' }, 'b', { schema: 'c' }).message,
			'grant: schema has no meaning on { allTables }',
		);
		assert.is(refused('SELECT', { sequence: 'a', columns: ['b'] }, 'b').message, 'grant: a sequence has no columns');
		assert.is(refused('SELECT', { table: 'a', argumentTypes: [] }, 'b').message, 'grant: a table has no arguments');
		assert.match(
			refused('EXECUTE', { function: 'a', argumentTypes: [5] }, 'b').message,
			'grant: on.argumentTypes[0] must be a column type, got 5',
		);
	});

	test('refuses words that are no names of roles, and says how they are written', () => {
		assert.is(refused('SELECT', { table: 'a' }, 'PUBLIC').hint, "write 'public' for every role");
		for (const word of ['CURRENT_USER', 'current_role', 'session_user', 'none']) {
			const { message, hint } = refused('SELECT', { table: 'a' }, ['b', word]);
			assert.is(message, `grant: to[1] must be the name of a role, got "${word}"`);
			assert.is(hint, 'write a keyword as SQL: sql`CURRENT_USER`');
		}
	});

	test('refuses the grant option for every role', () => {
		const [to, grantOption] = [['a', 'public'], true];
		for (const call of [
			() => grant.create('SELECT', { table: 'a' }, to, { grantOption }),
			() => operations.alterDefaultPrivileges.create({ grant: 'ALL', on: 'TABLES', to, grantOption }),
		]) {
			assert.match(throwsCode(call, 'ARGUMENT_INVALID').message, "'public' cannot have the grant option");
		}
	});

	test('refuses every role where one is meant', () => {
		for (const call of [
			() => operations.alterOwner.create('a', 'public'),
			() => operations.createSchema.create('a', { authorization: 'public' }),
			() => operations.grantRole.create('public', 'a'),
			() => operations.revokeRole.create('a', ['public']),
			() => operations.grant.create('SELECT', { table: 'a' }, 'b', { grantedBy: 'public' }),
			() => operations.alterDefaultPrivileges.create({ grant: 'ALL', on: 'TABLES', to: 'a' }, { forRole: 'public' }),
		]) {
			assert.is(throwsCode(call, 'ARGUMENT_INVALID').hint, 'it means every role');
		}
	});

	test('refuses to say that a grant was there where nothing is added to it', () => {
		assert.is(
			refused('SELECT', { table: 'a' }, 'b', { existingGrant: true }).message,
			'grant: grantOption must be true where existingGrant is, got nothing',
		);
		const role = () => grantRole.create('a', 'b', { adminOption: false, existingGrant: true });
		assert.is(
			throwsCode(role, 'ARGUMENT_INVALID').message,
			'grantRole: adminOption must be true where existingGrant is, got false',
		);
		const was = { privileges: 'SELECT', grantOption: false } as const;
		const none = () => revoke.create('SELECT', { table: 'a' }, 'b', { grantOptionFor: true, was });
		assert.is(throwsCode(none, 'ARGUMENT_INVALID').message, 'revoke: was has no grant option, and that is revoked');
		const nothing = () => revoke.create('SELECT', { table: 'a' }, 'b', { was: {} as never });
		assert.match(throwsCode(nothing, 'ARGUMENT_INVALID').message, 'revoke: was.privileges must be privileges');
	});

	test('default privileges are granted or revoked, on objects that have them', () => {
		const { create } = operations.alterDefaultPrivileges;
		const wrong = (...args: readonly unknown[]) =>
			throwsCode(() => (create as (...given: readonly unknown[]) => unknown)(...args), 'ARGUMENT_INVALID');
		const grantTo = { grant: 'SELECT', on: 'TABLES', to: 'a' };
		const either = 'alterDefaultPrivileges: change must be { grant, on, to } or { revoke, on, from }, got an object';
		for (const change of [
			{ ...grantTo, revoke: 'SELECT' },
			{ ...grantTo, from: 'b' },
			{ grant: 'SELECT', on: 'TABLES', from: 'a' },
			{ grant: 'SELECT', to: 'a' },
			{ revoke: 'SELECT', on: 'TABLES', from: 'a', grantOption: true },
			{},
		]) {
			assert.is(wrong(change).message, either);
		}
		assert.match(wrong({ ...grantTo, on: 'VIEWS' }).message, 'change.on must be one of TABLES, SEQUENCES');
		assert.match(wrong({ ...grantTo, on: 'TYPES' }).message, 'there is no privilege SELECT on a type');
		const revoked = { revoke: 'ALL', on: 'TABLES', from: 'a' };
		assert.match(wrong(revoked, { was: 'USAGE' }).message, 'was: there is no privilege USAGE on a table');
		assert.match(wrong(grantTo, { was: 'SELECT' }).message, 'was has no meaning where something is granted');
		const onSchemas = { grant: 'USAGE', on: 'SCHEMAS', to: 'a' };
		assert.match(wrong(onSchemas, { schema: 'b' }).message, 'a schema lies in no schema');
	});

	test('a revocation that does not say what there was is not undone', () => {
		for (const op of [
			revoke.create('ALL', { table: 'a' }, 'b'),
			revoke.create('SELECT', { allTables: 'a' }, 'b'),
			revoke.create('SELECT', { table: 'a' }, 'b', { cascade: true, was: 'SELECT' }),
			operations.revokeRole.create('a', 'b', { cascade: true }),
			operations.alterDefaultPrivileges.create({ revoke: 'ALL', on: 'TABLES', from: 'a' }),
		]) {
			assert.ok('irreversible' in reverse(op), JSON.stringify(op));
		}
	});
});
