import * as assert from 'uvu/assert';
import { addColumn } from '../../src/ops/add-column.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { dropColumn } from '../../src/ops/drop-column.ts';
import { column, identity } from '../../src/schema/column.ts';
import { foreignKey } from '../../src/schema/constraints.ts';
import { sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/columns', (test) => {
	test('addColumn keeps the column as it was declared', () => {
		const nickname = column('nickname', t.text(), { index: true });
		assert.equal(addColumn.create('user', nickname, { schema: 'app' }), {
			kind: 'addColumn',
			table: { schema: 'app', name: 'user' },
			column: nickname,
			constraints: [],
			indexes: [{ kind: 'index', columns: ['nickname'], unique: false }],
			ifNotExists: false,
		});
	});

	test('addColumn spells out the keys that the column declares', () => {
		const owner = column('owner_id', t.integer(), {
			primaryKey: true,
			unique: true,
			references: foreignKey('user.id'),
		});
		assert.equal(addColumn.create('account', owner).constraints, [
			{ kind: 'primaryKey', columns: ['owner_id'] },
			{ kind: 'foreignKey', columns: ['owner_id'], referredTable: { name: 'user' }, referredColumns: ['id'] },
			{ kind: 'unique', columns: ['owner_id'] },
		]);
	});

	test('addColumn says how a column is written', () => {
		const { message, hint } = throwsCode(() => addColumn.create('user', 'nickname' as never), 'ARGUMENT_INVALID');
		assert.is(message, 'addColumn: column must be a column, got "nickname"');
		assert.is(hint, "write column('name', t.text())");
	});

	test('alterColumn tells leaving out from none', () => {
		assert.not.ok('comment' in alterColumn.create('a', 'b', { nullable: true, comment: undefined as never }));
		const { comment, serverDefault } = alterColumn.create('a', 'b', { comment: null, serverDefault: null });
		assert.equal([comment, serverDefault], [null, null]);
	});

	test('alterColumn takes SQL for using, and a literal for a default', () => {
		const op = alterColumn.create('a', 'b', {
			type: t.integer(),
			serverDefault: 'now()',
			postgresql: { using: 'b::integer' },
		});
		assert.is(op.serverDefault, 'now()');
		assert.equal(op.postgresql?.using?.chunks, [{ kind: 'text', text: 'b::integer' }]);
	});

	test('alterColumn refuses to change nothing', () => {
		for (const options of [{}, undefined, { existingType: t.text() }, { schema: 's' }]) {
			const { message, hint } = throwsCode(() => alterColumn.create('a', 'b', options as object), 'ARGUMENT_INVALID');
			assert.is(message, 'alterColumn: nothing of "b" is to change');
			assert.is(hint, 'give at least one of: type, nullable, serverDefault, comment, newColumnName, autoincrement');
		}
	});

	test('alterColumn gives no identity to a nullable column', () => {
		for (const options of [{ nullable: true }, { existingNullable: true }]) {
			const call = () => alterColumn.create('a', 'b', { serverDefault: identity(), ...options });
			assert.is(throwsCode(call, 'ARGUMENT_INVALID').hint, 'give nullable: false');
		}
		const { nullable } = alterColumn.create('a', 'b', {
			serverDefault: identity(),
			nullable: false,
			existingNullable: true,
		});
		assert.is(nullable, false);
	});

	test('alterColumn refuses a conversion without a type', () => {
		const call = () => alterColumn.create('a', 'b', { nullable: true, postgresql: { using: sql`b` } });
		assert.is(throwsCode(call, 'ARGUMENT_INVALID').message, 'alterColumn: postgresql.using needs a type to convert to');
	});

	test('dropColumn drops what must be there unless told otherwise', () => {
		assert.equal(dropColumn.create('user', 'a.b'), {
			kind: 'dropColumn',
			table: { name: 'user' },
			column: 'a.b',
			ifExists: false,
		});
	});
});
