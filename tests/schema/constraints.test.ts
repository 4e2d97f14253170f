import * as assert from 'uvu/assert';
import {
	checkConstraint,
	foreignKey,
	foreignKeyConstraint,
	primaryKeyConstraint,
	uniqueConstraint,
} from '../../src/schema/constraints.ts';
import { excludeConstraint } from '../../src/schema/exclude-constraint.ts';
import { sql } from '../../src/sql/sql.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('schema/constraints', (test) => {
	test('a reference is read from the right', () => {
		const read = (target: string | readonly string[]) => {
			const { referredTable, referredColumns } = foreignKey(target);
			return [referredTable, referredColumns];
		};
		assert.equal(read('user.id'), [{ name: 'user' }, ['id']]);
		assert.equal(read('app.user.id'), [{ schema: 'app', name: 'user' }, ['id']]);
		assert.equal(read(['my.app', 'the.user', 'an.id']), [{ schema: 'my.app', name: 'the.user' }, ['an.id']]);
	});

	test('a reference has two parts or three', () => {
		for (const wrong of ['id', 'a.b.c.d', [], ['id'], 5, undefined]) {
			const { message, hint } = throwsCode(() => foreignKey(wrong as never), 'ARGUMENT_INVALID');
			assert.match(message, "foreignKey: target must be 'table.column' or 'schema.table.column'");
			assert.match(hint ?? '', "['schema', 'table', 'column']");
		}
	});

	test('a part of a reference is a name', () => {
		for (const wrong of ['user.', '.id', ['a', '']]) throwsCode(() => foreignKey(wrong as never), 'IDENTIFIER_INVALID');
		throwsCode(() => foreignKey(['a', 5] as never), 'ARGUMENT_INVALID');
	});

	test('a foreign key refers to as many columns as it has, all of one table', () => {
		const made = foreignKeyConstraint(['a', 'b'], ['s.t.c', ['s', 't', 'd']], { name: 'fk', onDelete: 'CASCADE' });
		assert.equal(made, {
			kind: 'foreignKey',
			columns: ['a', 'b'],
			referredTable: { schema: 's', name: 't' },
			referredColumns: ['c', 'd'],
			name: 'fk',
			onDelete: 'CASCADE',
		});
		assert.is(
			throwsCode(() => foreignKeyConstraint(['a', 'b'], ['t.c']), 'ARGUMENT_INVALID').message,
			'foreignKeyConstraint: 2 columns refer to 1 columns',
		);
		for (const target of ['u.d', 's.t.d']) {
			assert.is(
				throwsCode(() => foreignKeyConstraint(['a', 'b'], ['t.c', target]), 'ARGUMENT_INVALID').message,
				'foreignKeyConstraint: targets are columns of different tables',
			);
		}
	});

	test('keys keep their columns and options', () => {
		assert.equal(primaryKeyConstraint(['a'], { name: 'pk', postgresql: { include: ['b'] } }), {
			kind: 'primaryKey',
			columns: ['a'],
			name: 'pk',
			postgresql: { include: ['b'] },
		});
		assert.equal(uniqueConstraint(['a'], { initially: 'deferred' as 'DEFERRED' }), {
			kind: 'unique',
			columns: ['a'],
			initially: 'DEFERRED',
		});
	});

	test('a check is SQL', () => {
		assert.equal(checkConstraint('a > 0').condition, sql`a > 0`);
		throwsCode(() => checkConstraint(' '), 'ARGUMENT_INVALID');
		throwsCode(() => checkConstraint(5 as never), 'ARGUMENT_INVALID');
	});

	test('refuses options it does not have, and says which it has', () => {
		const stray: readonly (readonly [() => unknown, string, string])[] = [
			[
				() => primaryKeyConstraint(['a'], { nmae: 'pk' } as never),
				'primaryKeyConstraint has no option "nmae"',
				'did you mean "name"?',
			],
			[() => uniqueConstraint(['a'], { deferable: true } as never), 'uniqueConstraint has no option', 'deferrable'],
			[() => foreignKey('a.b', { ondelete: 'CASCADE' } as never), 'foreignKey has no option "ondelete"', 'onDelete'],
			[() => checkConstraint('a', { defered: true } as never), 'checkConstraint has no option "defered"', 'deferrable'],
			[() => excludeConstraint([['a', '=']], { using: 'gist', were: 'x' } as never), 'has no option "were"', 'where'],
			[
				() => foreignKeyConstraint(['a'], ['b.c'], { postgresql: { notvalid: true } } as never),
				'foreignKeyConstraint: postgresql has no option "notvalid"',
				'notValid',
			],
			[
				() => uniqueConstraint(['a'], { postgresqlInclude: ['b'] } as never),
				'postgresqlInclude',
				'{ postgresql: { … } }',
			],
		];
		for (const [call, message, hint] of stray) {
			const error = throwsCode(call, 'ARGUMENT_INVALID');
			assert.match(error.message, message);
			assert.match(error.hint ?? '', hint);
		}
	});

	test('a constraint that waits cannot be one that must not', () => {
		const never = { deferrable: false, initially: 'DEFERRED' } as const;
		throwsCode(() => uniqueConstraint(['a'], never), 'ARGUMENT_INVALID');
		throwsCode(() => foreignKey('a.b', never), 'ARGUMENT_INVALID');
	});

	test('the columns that a deletion sets are some of the key, and an action sets them', () => {
		const some = { onDelete: 'SET NULL', postgresql: { onDeleteColumns: ['b'] } } as const;
		assert.equal(foreignKeyConstraint(['a', 'b'], ['x.a', 'x.b'], some).postgresql, some.postgresql);
		assert.is(
			throwsCode(() => foreignKeyConstraint(['a'], ['x.a'], some), 'ARGUMENT_INVALID').message,
			'foreignKeyConstraint: postgresql.onDeleteColumns names "b", which is no column of the key',
		);
		for (const onDelete of ['CASCADE', undefined]) {
			const given = { ...some, onDelete } as never;
			assert.is(
				throwsCode(() => foreignKeyConstraint(['b'], ['x.b'], given), 'ARGUMENT_INVALID').message,
				"foreignKeyConstraint: postgresql.onDeleteColumns needs onDelete: 'SET NULL' or 'SET DEFAULT'",
			);
		}
	});

	test('an action does not hold the columns it sets', () => {
		for (const onDelete of ['SET NULL (a)', 'set default(a, b)']) {
			const { message, hint } = throwsCode(() => foreignKey('a.b', { onDelete } as never), 'ARGUMENT_INVALID');
			assert.is(message, `foreignKey: onDelete must be an action without columns, got ${JSON.stringify(onDelete)}`);
			assert.is(hint, 'write postgresql: { onDeleteColumns: [ … ] }');
		}
	});
});
