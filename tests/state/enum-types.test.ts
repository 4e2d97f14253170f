import * as assert from 'uvu/assert';
import { compile } from '../../src/dialects/compile.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { type RevisionBody, record } from '../../src/record/record.ts';
import { column } from '../../src/schema/column.ts';
import { textOf } from '../../src/sql/split.ts';
import { type ColumnType, t } from '../../src/sql/types.ts';
import { EnumTypes } from '../../src/state/enum-types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const state = t.enum('state', ['new', 'sent']);
const { resolveType } = postgresql.spelling;

const created =
	(...types: readonly ColumnType[]): RevisionBody =>
	(op) =>
		void op.createTable(
			'a',
			types.map((type, index) => column(`c${index}`, type)),
		);

/** The first words of each statement. */
async function statements(body: RevisionBody): Promise<readonly string[]> {
	return compile(await record(body), postgresql).map(({ parts }) => /^[A-Z]+ \w+ \S+/.exec(textOf(parts))?.[0] ?? '');
}

async function conflict(body: RevisionBody): Promise<{ readonly message: string; readonly hint?: string | undefined }> {
	const recorded = await record(body);
	return throwsCode(() => compile(recorded, postgresql), 'TYPE_CONFLICT');
}

suite('state/enum-types', (test) => {
	test('a type is created before the first operation that uses it, and once', async () => {
		const body: RevisionBody = (op) => {
			created(state, t.array(state), t.text())(op);
			op.addColumn('b', column('c', state));
			op.alterColumn('b', 'd', { type: state, existingType: t.text() });
		};
		assert.equal(await statements(body), ['CREATE TYPE state', 'CREATE TABLE a', 'ALTER TABLE b', 'ALTER TABLE b']);
	});

	test('each of the three can be the first, of an array and of a variant, too', async () => {
		const type = t.array(t.variant(t.text(), { postgresql: state }));
		assert.equal(await statements(created(type)), ['CREATE TYPE state', 'CREATE TABLE a']);
		assert.equal(await statements((op) => op.addColumn('b', column('c', type))), [
			'CREATE TYPE state',
			'ALTER TABLE b',
		]);
		assert.equal(await statements((op) => op.alterColumn('b', 'c', { type, existingType: t.array(t.text()) })), [
			'CREATE TYPE state',
			'ALTER TABLE b',
		]);
	});

	test('several types are created in the order of the columns', async () => {
		assert.equal(await statements(created(t.enum('z', ['1']), state, t.enum('a', ['1']))), [
			'CREATE TYPE z',
			'CREATE TYPE state',
			'CREATE TYPE a',
			'CREATE TABLE a',
		]);
	});

	test('what is described for rows, what was, and what another dialect means, creates nothing', async () => {
		const body: RevisionBody = (op) => {
			created(t.variant(t.text(), { mysql: state }))(op);
			op.alterColumn('b', 'c', { type: t.text(), existingType: state });
		};
		assert.equal(await statements(body), ['CREATE TABLE a', 'ALTER TABLE b']);
	});

	test('a type that something else creates is left to it, whatever its labels', async () => {
		const body: RevisionBody = (op) => {
			created(t.enum('state', ['old'], { create: false }))(op);
			created(state)(op);
			created(t.enum('state', ['new', 'sent', 'lost'], { create: false }))(op);
		};
		assert.equal(await statements(body), ['CREATE TABLE a', 'CREATE TYPE state', 'CREATE TABLE a', 'CREATE TABLE a']);
	});

	test('a type that was created is there, one that was dropped is not', async () => {
		const body: RevisionBody = (op) => {
			op.createEnum('state', ['new', 'sent']);
			created(state)(op);
			op.dropEnum('state');
			op.addColumn('b', column('c', state));
			op.dropEnum('state');
			op.createEnum('state', ['other']);
		};
		assert.equal(await statements(body), [
			...['CREATE TYPE state', 'CREATE TABLE a', 'DROP TYPE state'],
			...['CREATE TYPE state', 'ALTER TABLE b', 'DROP TYPE state', 'CREATE TYPE state'],
		]);
	});

	test('types of one name in two schemas are two, dots and all', async () => {
		const body = created(state, t.enum('state', ['a'], { schema: 'app' }), t.enum('app.state', ['b']));
		assert.equal(await statements(body), [
			'CREATE TYPE state',
			'CREATE TYPE app.state',
			'CREATE TYPE "app.state"',
			'CREATE TABLE a',
		]);
	});

	test('what may be there already has a type that may be, too', async () => {
		const body: RevisionBody = (op) => void op.createTable('a', [column('c', state)], { ifNotExists: true });
		assert.equal((await statements(body)).slice(1), ['CREATE TABLE IF']);
		const [first] = compile(await record(body), postgresql);
		assert.match(textOf(first?.parts ?? []), /^DO .*IF present IS NULL THEN\s+CREATE TYPE state AS ENUM/s);
	});

	test('a type is created where its use is: in the block, on behalf of the call', async () => {
		const [use] = await record((op) => op.autocommitBlock(() => op.addColumn('b', column('c', state))));
		if (!use) return assert.unreachable();
		const at = { script: 'revision.ts', line: 3, column: 5 };
		for (const statement of compile([{ ...use, at }], postgresql)) {
			assert.equal([statement.transaction, statement.at], ['never', at]);
		}
	});

	test('other labels, or another order of them, contradict what is there; both places are named', async () => {
		const other = t.enum('state', ['sent', 'new']);
		for (const use of [created(other), created(state, other)]) {
			const { message, hint } = await conflict((op) => {
				created(state)(op);
				use(op);
			});
			assert.is(
				message,
				'the enum "state" has the labels "sent", "new" here, but an earlier operation creates it with "new", "sent"',
			);
			assert.match(hint ?? '', 'write { create: false }');
		}
		await conflict(created(state, other));
		const [first, second] = await record((op) => {
			op.createEnum('e', ['a'], { schema: 'app', ifNotExists: true });
			op.createEnum('e', ['b'], { schema: 'app', ifNotExists: true });
		});
		if (!first || !second) return assert.unreachable();
		const placed = (op: typeof first, line: number) => ({ ...op, at: { script: '/r/5_orders.ts', line, column: 2 } });
		const error = throwsCode(() => compile([placed(first, 3), placed(second, 9)], postgresql), 'TYPE_CONFLICT');
		assert.is(error.message, 'the enum "app.e" has the labels "b" here, but 5_orders.ts:3:2 creates it with "a"');
		assert.equal(error.at, { file: '/r/5_orders.ts', line: 9, column: 2 });
	});

	test('a type that is there is not created again by a call, unless it may be there', async () => {
		const twice =
			(ifNotExists: boolean): RevisionBody =>
			(op) => {
				created(state)(op);
				op.createEnum('state', ['new', 'sent'], { ifNotExists });
			};
		const { message, hint } = await conflict(twice(false));
		assert.is(message, 'the enum "state" is there already: an earlier operation creates it');
		assert.is(hint, 'leave the call out, or drop the type before with op.dropEnum()');
		assert.is((await statements(twice(true))).length, 3);
	});

	test('an operation is open until something has been said of all its types', async () => {
		const [drop, create, use, text] = await record((op) => {
			op.dropEnum('state');
			op.createEnum('mood', ['ok']);
			created(state, t.enum('mood', ['ok']))(op);
			created(t.text(), t.enum('x', ['y'], { create: false }))(op);
		});
		if (!drop || !create || !use || !text) return assert.unreachable();
		const types = new EnumTypes(resolveType);
		assert.equal(
			[drop, create, use, text].map((op) => types.isOpen(op)),
			[false, true, true, false],
		);
		assert.equal(
			[drop, create, use, text].map((op) => types.concerns(op)),
			[true, true, true, false],
		);
		types.apply(drop);
		assert.ok(types.isOpen(use));
		types.apply(create);
		assert.not.ok(types.isOpen(use));
	});

	test('what was before gives way to what has been said since', async () => {
		const [create, drop, use] = await record((op) => {
			op.createEnum('state', ['old']);
			op.dropEnum('state');
			created(state, t.enum('mood', ['ok']))(op);
		});
		const [mood] = await record((op) => op.createEnum('mood', ['ok']));
		if (!create || !drop || !use || !mood) return assert.unreachable();
		const [before, types] = [new EnumTypes(resolveType), new EnumTypes(resolveType)];
		before.apply(create);
		before.apply(mood);
		types.apply(drop);
		types.precede(before);
		assert.equal(
			types.apply(use).map(({ type }) => type.name),
			['state'],
		);
	});

	const inApp = t.enum('state', ['new', 'sent'], { schema: 'app' });
	const inCore = t.enum('state', ['new', 'sent'], { schema: 'core' });

	test('types keep to their schema when it is renamed, and go with it', async () => {
		const body: RevisionBody = (op) => {
			created(inApp)(op);
			op.renameSchema('app', 'core');
			created(inCore)(op);
			created(inApp)(op);
			op.dropSchema('core', { cascade: true });
			created(inCore)(op);
		};
		assert.equal(await statements(body), [
			...['CREATE TYPE app.state', 'CREATE TABLE a', 'ALTER SCHEMA app', 'CREATE TABLE a'],
			...['CREATE TYPE app.state', 'CREATE TABLE a', 'DROP SCHEMA core', 'CREATE TYPE core.state', 'CREATE TABLE a'],
		]);
	});

	test('what was before goes through all that has been done since', async () => {
		const [create, rename, useNew, useOld] = await record((op) => {
			op.createEnum('state', ['new', 'sent'], { schema: 'app' });
			op.renameSchema('app', 'core');
			created(inCore)(op);
			created(inApp)(op);
		});
		if (!create || !rename || !useNew || !useOld) return assert.unreachable();
		const [before, types] = [new EnumTypes(resolveType), new EnumTypes(resolveType)];
		before.apply(create);
		assert.ok(types.concerns(rename));
		assert.not.ok(types.isOpen(rename));
		types.apply(rename);
		assert.ok(types.isOpen(useNew));
		types.precede(before);
		assert.equal(types.apply(useNew), []);
		assert.equal(
			types.apply(useOld).map(({ type }) => type),
			[{ schema: 'app', name: 'state' }],
		);
	});
});
