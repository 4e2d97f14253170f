import * as assert from 'uvu/assert';
import { type ColumnOptions, column, computed, identity } from '../../src/schema/column.ts';
import { checkConstraint, foreignKey } from '../../src/schema/constraints.ts';
import { sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('schema/column', (test) => {
	test('is nullable and nothing else by default', () => {
		assert.equal(column('a.b', t.text()), {
			kind: 'column',
			name: 'a.b',
			type: t.text(),
			primaryKey: false,
			nullable: true,
			unique: false,
			index: false,
			autoincrement: 'auto',
		});
	});

	test('is not nullable as a primary key or with an identity', () => {
		assert.is(column('a', t.integer(), { primaryKey: true }).nullable, false);
		assert.is(column('a', t.integer(), { identity: identity() }).nullable, false);
	});

	test('refuses a primary key that is nullable', () => {
		const call = () => column('a', t.integer(), { primaryKey: true, nullable: true });
		assert.is(throwsCode(call, 'ARGUMENT_INVALID').message, 'column "a" is a primary key and cannot be nullable');
	});

	test('refuses an identity that is nullable, which PostgreSQL would make NOT NULL all the same', () => {
		throwsCode(() => column('a', t.integer(), { identity: identity(), nullable: true }), 'ARGUMENT_INVALID');
	});

	test('is filled in one way', () => {
		const ways: ColumnOptions = { serverDefault: 0, computed: computed('1'), identity: identity() };
		const pairs = [
			['serverDefault', 'computed'],
			['serverDefault', 'identity'],
			['computed', 'identity'],
		] as const;
		for (const [first, second] of pairs) {
			const call = () => column('a', t.integer(), { [first]: ways[first], [second]: ways[second] });
			assert.is(
				throwsCode(call, 'ARGUMENT_INVALID').message,
				`column "a" has ${first} and ${second}; a column is filled in one way`,
			);
		}
	});

	test('reads null as none', () => {
		const made = column('a', t.text(), { serverDefault: null, comment: null });
		assert.not.ok('serverDefault' in made);
		assert.not.ok('comment' in made);
	});

	test('keeps false, zero and the empty string as defaults', () => {
		for (const value of [false, 0, '']) {
			assert.is(column('a', t.text(), { serverDefault: value }).serverDefault, value);
		}
	});

	test('keeps a default that is SQL', () => {
		const now = sql`now()`;
		assert.is(column('a', t.text(), { serverDefault: now }).serverDefault, now);
	});

	test('names the column in every complaint', () => {
		const refused: readonly (readonly [object, string])[] = [
			[{ nullable: 'no' }, 'column "a": nullable must be true or false, got "no"'],
			[{ autoincrement: 'yes' }, `column "a": autoincrement must be true, false or 'auto', got "yes"`],
			[{ comment: 5 }, 'column "a": comment must be a string, got 5'],
			[{ references: 'user.id' }, 'column "a": references must be made by foreignKey(), got "user.id"'],
			[{ computed: 'a + 1' }, 'column "a": computed must be made by computed(), got "a + 1"'],
			[{ identity: {} }, 'column "a": identity must be made by identity(), got an object'],
			[{ check: 'a > 0' }, 'column "a": check must be made by checkConstraint(), got "a > 0"'],
			[{ serverDefault: () => 1 }, 'column "a": serverDefault must be a value, got a function'],
			[{ notNull: true }, 'column "a" has no option "notNull"'],
		];
		for (const [options, message] of refused) {
			assert.is(throwsCode(() => column('a', t.text(), options), 'ARGUMENT_INVALID').message, message);
		}
	});

	test('suggests the option that was meant', () => {
		const call = (options: object) => throwsCode(() => column('a', t.text(), options), 'ARGUMENT_INVALID').hint;
		assert.is(call({ nulable: false }), 'did you mean "nullable"?');
		assert.is(call({ server_default: 'x' }), 'did you mean "serverDefault"?');
		assert.match(call({ zzz: 1 }) ?? '', 'options: primaryKey, nullable');
	});

	test('says how a type is written', () => {
		for (const wrong of ['text', undefined, t.text]) {
			const { message, hint } = throwsCode(() => column('a', wrong as never), 'ARGUMENT_INVALID');
			assert.match(message, 'column "a": type must be a column type');
			assert.is(hint, 'write for example t.string(255)');
		}
	});

	test('is frozen', () => {
		assert.ok(Object.isFrozen(column('a', t.text())));
		assert.ok(Object.isFrozen(computed('1')));
		assert.ok(Object.isFrozen(identity()));
		assert.ok(Object.isFrozen(checkConstraint('a')));
		assert.ok(Object.isFrozen(foreignKey('a.b')));
	});
});

suite('schema/column references', (test) => {
	test('the column that a deletion sets is the column itself', () => {
		const set = (name: string) => foreignKey('a.b', { onDelete: 'SET NULL', postgresql: { onDeleteColumns: [name] } });
		assert.ok(column('a_id', t.integer(), { references: set('a_id') }).references);
		assert.is(
			throwsCode(() => column('a_id', t.integer(), { references: set('b') }), 'ARGUMENT_INVALID').message,
			'column "a_id": postgresql.onDeleteColumns names "b", which is no column of the key',
		);
	});
});

suite('schema/column parts', (test) => {
	test('a computed value is SQL', () => {
		assert.equal(computed("a || 'b'", { persisted: false }), {
			kind: 'computed',
			expression: sql`a || 'b'`,
			persisted: false,
		});
		throwsCode(() => computed(''), 'ARGUMENT_INVALID');
		throwsCode(() => computed('a', { stored: true } as never), 'ARGUMENT_INVALID');
	});

	test('an identity takes what a sequence takes', () => {
		assert.equal(identity(), { kind: 'identity', always: false });
		assert.equal(identity({ always: true, start: -1 }), { kind: 'identity', always: true, start: -1 });
		assert.is(
			throwsCode(() => identity({ start: 1.5 }), 'ARGUMENT_INVALID').message,
			'identity: start must be a whole number, got 1.5',
		);
		assert.is(
			throwsCode(() => identity({ increment: 0 }), 'ARGUMENT_INVALID').message,
			'identity: increment cannot be 0',
		);
		throwsCode(() => identity({ increment: 0n }), 'ARGUMENT_INVALID');
		assert.is(identity({ maxValue: 9223372036854775807n }).maxValue, 9223372036854775807n);
		assert.is(
			throwsCode(() => identity({ minValue: 1, noMinValue: true }), 'ARGUMENT_INVALID').message,
			'identity: minValue and noMinValue exclude each other',
		);
	});

	test('an identity is no default', () => {
		for (const [serverDefault, hint] of [
			[identity(), 'write identity: identity(…)'],
			[computed('1'), 'write computed: computed(…)'],
		] as const) {
			const error = throwsCode(() => column('a', t.integer(), { serverDefault } as never), 'ARGUMENT_INVALID');
			assert.is(error.message, 'column "a": serverDefault must be a value, got an object');
			assert.is(error.hint, hint);
		}
	});
});
