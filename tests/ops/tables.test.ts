import * as assert from 'uvu/assert';
import { createTable } from '../../src/ops/create-table.ts';
import { createTableComment } from '../../src/ops/create-table-comment.ts';
import { dropTable } from '../../src/ops/drop-table.ts';
import { dropTableComment } from '../../src/ops/drop-table-comment.ts';
import { renameTable } from '../../src/ops/rename-table.ts';
import { column } from '../../src/schema/column.ts';
import { checkConstraint, foreignKey, primaryKeyConstraint, uniqueConstraint } from '../../src/schema/constraints.ts';
import { index } from '../../src/schema/index-element.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/createTable', (test) => {
	test('keeps a dot in the name a character', () => {
		assert.equal(createTable.create('app.user', [], {}).table, { name: 'app.user' });
		assert.equal(createTable.create('user', [], { schema: 'my.app' }).table, { schema: 'my.app', name: 'user' });
	});

	test('spells out what columns declare: the key first, then columns, then the constraints given', () => {
		const { constraints, indexes } = createTable.create('member', [
			checkConstraint('a > 0'),
			column('a', t.integer(), { primaryKey: true, references: foreignKey('account.id') }),
			column('b', t.text(), { unique: true }),
			column('c', t.text(), { index: true }),
			column('d', t.text(), { index: true, unique: true }),
			index(null, ['b', 'a']),
		]);
		assert.equal(
			constraints.map(({ kind }) => kind),
			['primaryKey', 'foreignKey', 'unique', 'check'],
		);
		assert.equal(
			indexes.map(({ columns, unique }) => [...columns, unique]),
			[
				['c', false],
				['d', true],
				['b', 'a', false],
			],
		);
	});

	test('makes the columns of a key not nullable, wherever the key is declared', () => {
		const { columns } = createTable.create('member', [
			column('a', t.integer()),
			column('b', t.integer()),
			primaryKeyConstraint(['a']),
		]);
		assert.equal(
			columns.map(({ name, nullable, primaryKey }) => [name, nullable, primaryKey]),
			[
				['a', false, true],
				['b', true, false],
			],
		);
	});

	test('takes a key that is declared in both places', () => {
		const { constraints } = createTable.create('member', [
			column('a', t.integer(), { primaryKey: true }),
			column('b', t.integer()),
			primaryKeyConstraint(['b', 'a'], { name: 'pk' }),
		]);
		assert.equal(constraints, [{ kind: 'primaryKey', columns: ['b', 'a'], name: 'pk' }]);
	});

	test('refuses two keys', () => {
		const twice = [column('a', t.text()), primaryKeyConstraint(['a']), primaryKeyConstraint(['a'])];
		assert.is(
			throwsCode(() => createTable.create('x', twice), 'ARGUMENT_INVALID').message,
			'createTable: "x" has two primary keys',
		);
		const apart = [column('a', t.text(), { primaryKey: true }), column('b', t.text()), primaryKeyConstraint(['b'])];
		assert.match(
			throwsCode(() => createTable.create('x', apart), 'ARGUMENT_INVALID').message,
			'column "a" of "x" is marked as primary key, but primaryKeyConstraint leaves it out',
		);
	});

	test('refuses two columns of one name', () => {
		const call = () => createTable.create('x', [column('a', t.text()), column('a', t.integer())]);
		assert.is(throwsCode(call, 'ARGUMENT_INVALID').message, 'createTable has two columns named "a"');
	});

	test('refuses a constraint on a column the table does not have', () => {
		for (const element of [uniqueConstraint(['b']), index('ix', ['b']), primaryKeyConstraint(['a', 'b'])]) {
			const call = () => createTable.create('x', [column('a', t.text()), element]);
			assert.match(throwsCode(call, 'ARGUMENT_INVALID').message, 'names the column "b", which the table does not have');
		}
	});

	test('refuses an included column the table does not have', () => {
		const element = uniqueConstraint(['a'], { postgresql: { include: ['b'] } });
		throwsCode(() => createTable.create('x', [column('a', t.text()), element]), 'ARGUMENT_INVALID');
	});

	test('cannot know the columns of a table that inherits some', () => {
		const made = createTable.create('x', [uniqueConstraint(['b'])], { postgresql: { inherits: ['parent'] } });
		assert.is(made.constraints.length, 1);
	});

	test('inherits from a table of another schema, named in two parts', () => {
		const make = (parent: unknown) => createTable.create('x', [], { postgresql: { inherits: [parent as string] } });
		assert.equal(make(['app', 'a.b']).postgresql?.inherits, [['app', 'a.b']]);
		assert.equal(make('a.b').postgresql?.inherits, ['a.b']);
		for (const wrong of [['app'], ['app', 'a', 'b'], [], 5]) throwsCode(() => make(wrong), 'ARGUMENT_INVALID');
	});

	test('names the element that is none', () => {
		const call = () => createTable.create('x', [column('a', t.text()), 'b' as never]);
		assert.is(
			throwsCode(call, 'ARGUMENT_INVALID').message,
			'createTable: elements[1] must be a column, a constraint or an index, got "b"',
		);
		throwsCode(() => createTable.create('x', [foreignKey('a.b') as never]), 'ARGUMENT_INVALID');
	});

	test('writes prefixes in capitals, and takes only words', () => {
		assert.equal(createTable.create('x', [], { prefixes: ['local temp'] }).prefixes, ['LOCAL TEMP']);
		throwsCode(() => createTable.create('x', [], { prefixes: ['TEMP; DROP'] }), 'ARGUMENT_INVALID');
	});

	test('returns the table with its columns', () => {
		const op = createTable.create('x', [column('a', t.text())], { schema: 'app' });
		const { table, columns } = createTable.result?.({ ...op, indexes: [] }) ?? {};
		assert.equal(table, { schema: 'app', name: 'x' });
		assert.equal(
			columns?.map(({ name }) => name),
			['a'],
		);
	});
});

suite('ops/tables', (test) => {
	test('dropTable drops what must be there unless told otherwise', () => {
		assert.equal(dropTable.create('a.b'), { kind: 'dropTable', table: { name: 'a.b' }, ifExists: false });
		assert.ok(dropTable.create('a', { ifExists: true }).ifExists);
	});

	test('renameTable leaves the schema alone', () => {
		assert.equal(renameTable.create('a', 'b', { schema: 's' }), {
			kind: 'renameTable',
			table: { schema: 's', name: 'a' },
			newName: 'b',
		});
	});

	test('comments keep what there is now', () => {
		assert.equal(createTableComment.create('a', 'new', { existingComment: 'old' }), {
			kind: 'createTableComment',
			table: { name: 'a' },
			comment: 'new',
			existingComment: 'old',
		});
		assert.equal(dropTableComment.create('a', { existingComment: null, schema: 's' }), {
			kind: 'dropTableComment',
			table: { schema: 's', name: 'a' },
			existingComment: null,
		});
	});
});
