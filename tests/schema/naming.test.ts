import * as assert from 'uvu/assert';
import { defaultIndexName } from '../../src/schema/naming.ts';
import { sql } from '../../src/sql/sql.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('schema/naming', (test) => {
	test('names an index by its table and its first column', () => {
		assert.is(defaultIndexName({ name: 'user' }, ['email', 'id']), 'ix_user_email');
	});

	test('begins with the schema, whose dots become underscores', () => {
		assert.is(defaultIndexName({ schema: 'app', name: 't' }, ['a']), 'ix_app_t_a');
		assert.is(defaultIndexName({ schema: 'my.app', name: 't.u' }, ['a.b']), 'ix_my_app_t.u_a.b');
	});

	test('keeps a name of 63 bytes', () => {
		const table = 'a'.repeat(63 - 'ix__b'.length);
		assert.is(defaultIndexName({ name: table }, ['b']), `ix_${table}_b`);
	});

	test('cuts a longer one where SQLAlchemy cuts it', () => {
		const cut = defaultIndexName({ name: 'a_table_with_a_name_of_quite_some_length' }, ['a_column_with_a_long_name']);
		assert.is(cut, 'ix_a_table_with_a_name_of_quite_some_length_a_column_wi_ec36');
	});

	test('does not cut a character in two', () => {
		const cut = defaultIndexName({ name: 'ü'.repeat(40) }, ['b']);
		assert.ok(Buffer.byteLength(cut) <= 63);
		assert.match(cut, /^ix_ü+_[0-9a-f]{4}$/);
	});

	test('tells names apart that are cut at the same place', () => {
		const table = 'a'.repeat(60);
		assert.is.not(defaultIndexName({ name: table }, ['b']), defaultIndexName({ name: table }, ['c']));
	});

	test('has no name for an expression', () => {
		throwsCode(() => defaultIndexName({ name: 'user' }, [sql`lower(a)`]), 'ARGUMENT_INVALID');
	});
});
