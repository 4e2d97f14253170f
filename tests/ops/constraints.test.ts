import * as assert from 'uvu/assert';
import { createCheckConstraint } from '../../src/ops/create-check-constraint.ts';
import { createExcludeConstraint } from '../../src/ops/create-exclude-constraint.ts';
import { createForeignKey } from '../../src/ops/create-foreign-key.ts';
import { createPrimaryKey } from '../../src/ops/create-primary-key.ts';
import { createUniqueConstraint } from '../../src/ops/create-unique-constraint.ts';
import { dropConstraint } from '../../src/ops/drop-constraint.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/constraints', (test) => {
	test('a name of null leaves the choice to others', () => {
		const named = createPrimaryKey.create('pk', 'a', ['b']).constraint;
		const unnamed = createPrimaryKey.create(null, 'a', ['b']).constraint;
		assert.is(named.name, 'pk');
		assert.not.ok('name' in unnamed);
		assert.not.ok('name' in createUniqueConstraint.create(null, 'a', ['b']).constraint);
		assert.not.ok('name' in createCheckConstraint.create(null, 'a', 'b').constraint);
		assert.not.ok('name' in createExcludeConstraint.create(null, 'a', [['b', '=']]).constraint);
		assert.not.ok('name' in createForeignKey.create(null, 'a', 'b', ['c'], ['d']).constraint);
	});

	test('dropConstraint cannot do without a name', () => {
		assert.is(
			throwsCode(() => dropConstraint.create(null as never, 'a'), 'ARGUMENT_INVALID').message,
			'dropConstraint: name must be a name (a string), got null',
		);
	});

	test('dropConstraint knows the kinds that Alembic knows', () => {
		for (const type of ['foreignkey', 'primary', 'unique', 'check'] as const) {
			assert.is(dropConstraint.create('x', 'a', type).type, type);
		}
		assert.is(
			throwsCode(() => dropConstraint.create('x', 'a', 'fk' as never), 'ARGUMENT_INVALID').message,
			`dropConstraint: type must be one of 'foreignkey', 'primary', 'unique', 'check', got "fk"`,
		);
	});

	test('a foreign key pairs its columns', () => {
		const { table, constraint } = createForeignKey.create('fk', 'a', 'b', ['c', 'd'], ['e', 'f'], {
			sourceSchema: 's',
			referentSchema: 'r',
			onDelete: 'CASCADE',
		});
		assert.equal(table, { schema: 's', name: 'a' });
		assert.equal(constraint, {
			kind: 'foreignKey',
			name: 'fk',
			columns: ['c', 'd'],
			referredTable: { schema: 'r', name: 'b' },
			referredColumns: ['e', 'f'],
			onDelete: 'CASCADE',
		});
		assert.is(
			throwsCode(() => createForeignKey.create('fk', 'a', 'b', ['c'], ['d', 'e']), 'ARGUMENT_INVALID').message,
			'createForeignKey: localColumns has 1 names, remoteColumns 2',
		);
	});

	test('columns are a list without repeats and without holes', () => {
		const refused: readonly (readonly [unknown, string])[] = [
			[[], 'createPrimaryKey: columns must be an array of at least one of column names, got an array'],
			['a', 'createPrimaryKey: columns must be an array of column names, got "a"'],
			[['a', 'b', 'a'], 'createPrimaryKey: columns names the column "a" twice'],
			[['a', undefined], 'createPrimaryKey: columns[1] must be a name (a string), got nothing'],
		];
		for (const [columns, message] of refused) {
			const call = () => createPrimaryKey.create('pk', 'x', columns as never);
			assert.is(throwsCode(call, 'ARGUMENT_INVALID').message, message);
		}
	});

	test('actions are words of the standard, in either case', () => {
		const make = (onDelete: string) => createForeignKey.create('fk', 'a', 'b', ['c'], ['d'], { onDelete } as object);
		assert.is(make('set null').constraint.onDelete, 'SET NULL');
		assert.is(
			throwsCode(() => make('DELETE'), 'ARGUMENT_INVALID').message,
			'createForeignKey: onDelete must be one of NO ACTION, RESTRICT, CASCADE, SET NULL, SET DEFAULT, got "DELETE"',
		);
	});

	test('an exclusion refuses an operator class for what it does not compare', () => {
		const call = () => createExcludeConstraint.create('ex', 'a', [['b', '=']], { ops: { c: 'int4_ops' } });
		assert.is(
			throwsCode(call, 'ARGUMENT_INVALID').message,
			'createExcludeConstraint: ops names "c", which is not indexed',
		);
	});

	test('a condition is SQL, and not empty', () => {
		const { condition } = createCheckConstraint.create('ck', 'a', "b <> ''").constraint;
		assert.equal(condition.chunks, [{ kind: 'text', text: "b <> ''" }]);
		throwsCode(() => createCheckConstraint.create('ck', 'a', ' \n'), 'ARGUMENT_INVALID');
	});
});
