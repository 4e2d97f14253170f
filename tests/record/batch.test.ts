import { setImmediate } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { isGenSqlError } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import { compile } from '../../src/dialects/compile.ts';
import { dialects } from '../../src/dialects/index.ts';
import type { Batch } from '../../src/ops/batch.ts';
import type { Op } from '../../src/ops/index.ts';
import { type RevisionBody, record } from '../../src/record/record.ts';
import { column } from '../../src/schema/column.ts';
import { sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode, throwsCode } from '../support/throws.ts';

/** Each method of a batch beside the call of `op` that it stands for. */
const pairs: { readonly [Name in keyof Batch]: readonly (readonly [(batch: Batch) => unknown, RevisionBody])[] } = {
	addColumn: [
		[
			(batch) => batch.addColumn(column('a', t.text()), { ifNotExists: true }),
			(op) => op.addColumn('user', column('a', t.text()), { ifNotExists: true, schema: 'app' }),
		],
	],
	alterColumn: [
		[
			(batch) => batch.alterColumn('a', { nullable: true }),
			(op) => op.alterColumn('user', 'a', { nullable: true, schema: 'app' }),
		],
	],
	createCheckConstraint: [
		[
			(batch) => batch.createCheckConstraint('ck', 'a > 0', { postgresql: { notValid: true } }),
			(op) => op.createCheckConstraint('ck', 'user', 'a > 0', { postgresql: { notValid: true }, schema: 'app' }),
		],
	],
	createExcludeConstraint: [
		[
			(batch) => batch.createExcludeConstraint(null, [['a', '=']], { using: 'btree' }),
			(op) => op.createExcludeConstraint(null, 'user', [['a', '=']], { using: 'btree', schema: 'app' }),
		],
	],
	createForeignKey: [
		[
			(batch) => batch.createForeignKey('fk', 'role', ['a'], ['id'], { referentSchema: 'auth' }),
			(op) => op.createForeignKey('fk', 'user', 'role', ['a'], ['id'], { referentSchema: 'auth', sourceSchema: 'app' }),
		],
	],
	createIndex: [
		[
			(batch) => batch.createIndex(null, ['a'], { unique: true }),
			(op) => op.createIndex(null, 'user', ['a'], { unique: true, schema: 'app' }),
		],
	],
	createPrimaryKey: [
		[
			(batch) => batch.createPrimaryKey('pk', ['a']),
			(op) => op.createPrimaryKey('pk', 'user', ['a'], { schema: 'app' }),
		],
	],
	createTableComment: [
		[
			(batch) => batch.createTableComment('people', { existingComment: null }),
			(op) => op.createTableComment('user', 'people', { existingComment: null, schema: 'app' }),
		],
	],
	createUniqueConstraint: [
		[
			(batch) => batch.createUniqueConstraint('uq', ['a']),
			(op) => op.createUniqueConstraint('uq', 'user', ['a'], { schema: 'app' }),
		],
	],
	dropColumn: [
		[
			(batch) => batch.dropColumn('a', { ifExists: true }),
			(op) => op.dropColumn('user', 'a', { ifExists: true, schema: 'app' }),
		],
	],
	dropConstraint: [
		[(batch) => batch.dropConstraint('ck'), (op) => op.dropConstraint('ck', 'user', undefined, { schema: 'app' })],
		[
			(batch) => batch.dropConstraint('ck', 'check', { ifExists: true }),
			(op) => op.dropConstraint('ck', 'user', 'check', { ifExists: true, schema: 'app' }),
		],
	],
	dropIndex: [
		[(batch) => batch.dropIndex('ix'), (op) => op.dropIndex('ix', 'user', { schema: 'app' })],
		[
			(batch) => batch.dropIndex('ix', { postgresql: { concurrently: true } }),
			(op) => op.dropIndex('ix', 'user', { postgresql: { concurrently: true }, schema: 'app' }),
		],
	],
	dropTableComment: [[(batch) => batch.dropTableComment(), (op) => op.dropTableComment('user', { schema: 'app' })]],
	f: [
		[
			(batch) => batch.dropConstraint(batch.f('ck'), 'check'),
			(op) => op.dropConstraint(op.f('ck'), 'user', 'check', { schema: 'app' }),
		],
	],
	execute: [[(batch) => batch.execute(sql`select ${1}`), (op) => op.execute(sql`select ${1}`)]],
};

const bare = async (body: RevisionBody): Promise<unknown> => (await record(body)).map(({ at, scope, ...rest }) => rest);

suite('record/batch', (test) => {
	for (const name of keysOf(pairs)) {
		test(`${name} is that of op without table and schema`, async () => {
			for (const [batched, single] of pairs[name]) {
				assert.equal(await bare((op) => op.batchAlterTable('user', batched, { schema: 'app' })), await bare(single));
			}
		});
	}

	test('its operations stand where they are called, those of op between them', async () => {
		const recorded = await record((op) => {
			op.dropTable('a');
			op.batchAlterTable('user', (batch) => {
				batch.dropColumn('b');
				op.dropTable('c');
				batch.execute('select 1');
				batch.dropColumn('d');
			});
			op.dropTable('e');
		});
		assert.equal(
			recorded.map(({ kind, scope }) => [kind, scope?.map((each) => each.kind)]),
			[
				['dropTable', undefined],
				['dropColumn', ['batch']],
				['dropTable', undefined],
				['execute', ['batch']],
				['dropColumn', ['batch']],
				['dropTable', undefined],
			],
		);
	});

	test('may be async, and returns what its block returns', async () => {
		const recorded = await record(async (op) => {
			const result = await op.batchAlterTable('user', async (batch) => {
				batch.dropColumn('a');
				await setImmediate();
				batch.dropColumn('b');
				return 7;
			});
			assert.is(result, 7);
			assert.is(
				op.batchAlterTable('user', () => 8),
				8,
			);
		});
		assert.is(recorded.length, 2);
	});

	test('is over when its block has returned', async () => {
		let kept: Batch | undefined;
		const body = (op: Op): void => {
			op.batchAlterTable('user', (batch) => {
				kept = batch;
			});
			try {
				kept?.dropColumn('a');
			} catch (error) {
				assert.ok(isGenSqlError(error) && error.code === 'OPERATION_LATE');
			}
		};
		const { message } = await rejectsCode(record(body), 'OPERATION_LATE');
		assert.is(message, 'batch.dropColumn() was called after its function had returned');
	});

	test('is over when its block has failed', async () => {
		let kept: Batch | undefined;
		const body = (op: Op): void =>
			op.batchAlterTable('user', (batch) => {
				kept = batch;
				throw new Error('mine');
			});
		await record(body).catch(() => undefined);
		throwsCode(() => kept?.dropColumn('a'), 'OPERATION_LATE');
	});

	test('an async block that is not awaited is refused', async () => {
		const { message, hint } = await rejectsCode(
			record((op) => void op.batchAlterTable('user', async () => void (await setImmediate()))),
			'OPERATION_LATE',
		);
		assert.is(message, 'op.batchAlterTable() is async and was not awaited');
		assert.is(hint, 'write `await op.batchAlterTable(…)` in an async function');
	});

	test('has no operations that are about other tables', async () => {
		for (const name of ['createTable', 'dropTable', 'renameTable', 'bulkInsert']) {
			const body: RevisionBody = (op) =>
				op.batchAlterTable('user', (batch) => (batch as unknown as Record<string, () => void>)[name]?.());
			const { message } = await rejectsCode(record(body), 'OPERATION_UNKNOWN');
			assert.is(message, `batch.${name} does not exist`);
		}
	});

	test('takes the schema once', async () => {
		const body: RevisionBody = (op) =>
			op.batchAlterTable('user', (batch) => batch.dropColumn('a', { schema: 'app' } as never));
		const { message, hint } = await rejectsCode(record(body), 'ARGUMENT_INVALID');
		assert.is(message, 'batch.dropColumn has no option "schema"');
		assert.is(hint, 'the schema is that of the batch: batchAlterTable(table, block, { schema })');
	});

	test('names the argument that is wrong', async () => {
		const refused: readonly (readonly [readonly unknown[], string])[] = [
			[[5, () => 1], 'batchAlterTable: table must be a name (a string), got 5'],
			[['user', 5], 'batchAlterTable: block must be a function, got 5'],
			[
				['user', () => 1, { recreate: true }],
				"batchAlterTable: recreate must be one of 'auto', 'always', 'never', got true",
			],
			[['user', () => 1, { shcema: 'app' }], 'batchAlterTable has no option "shcema"'],
			[['user', () => 1, {}, 5], 'batchAlterTable got 5 as a surplus argument'],
			[
				['user', (batch: Batch) => batch.dropColumn('a', 5 as never), { schema: 'app' }],
				'dropColumn: options must be an object, got 5',
			],
			[
				['user', (batch: Batch) => (batch.dropIndex as (...all: readonly unknown[]) => void)('ix', {}, 6)],
				'dropIndex got 6 as a surplus argument',
			],
		];
		for (const [args, expected] of refused) {
			const body: RevisionBody = (op) => (op.batchAlterTable as (...all: readonly unknown[]) => void)(...args);
			assert.is((await rejectsCode(record(body), 'ARGUMENT_INVALID')).message, expected);
		}
	});

	test('refuses by name what says how a table is built anew', async () => {
		const calls: Readonly<Record<string, RevisionBody>> = {
			copyFrom: (op) => op.batchAlterTable('user', () => undefined, { copyFrom: {} } as never),
			partialReordering: (op) => op.batchAlterTable('user', () => undefined, { partialReordering: [] } as never),
			insertAfter: (op) =>
				op.batchAlterTable('user', (batch) => batch.addColumn(column('a', t.text()), { insertAfter: 'b' } as never)),
			insertBefore: (op) =>
				op.batchAlterTable('user', (batch) => batch.alterColumn('a', { insertBefore: 'b' } as never)),
		};
		for (const [option, body] of Object.entries(calls)) {
			const { message, hint } = await rejectsCode(record(body), 'ARGUMENT_INVALID');
			assert.match(message, `has no option "${option}"`);
			assert.is(hint, 'it says how a table is built anew, which gen-sql does not do');
		}
	});

	test('a table that is always to be built anew is refused when it is rendered', async () => {
		const drop = (recreate: 'auto' | 'always' | 'never') =>
			record((op) => op.batchAlterTable('user', (batch) => batch.dropColumn('a'), { recreate }));
		assert.is(compile(await drop('never'), dialects.postgresql).length, 1);
		assert.is(compile(await drop('auto'), dialects.postgresql).length, 1);
		const always = await drop('always');
		const { message, hint } = throwsCode(() => compile(always, dialects.postgresql), 'OPERATION_UNSUPPORTED');
		assert.is(message, 'postgresql cannot build the table "user" anew');
		assert.is(hint, 'leave recreate out: the table is altered in place');
	});
});
