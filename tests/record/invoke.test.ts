import * as assert from 'uvu/assert';
import { type Operation, operations } from '../../src/ops/index.ts';
import { bare } from '../../src/ops/reversal.ts';
import { reverse } from '../../src/ops/reverse.ts';
import { record } from '../../src/record/record.ts';
import { column } from '../../src/schema/column.ts';
import { checkConstraint } from '../../src/schema/constraints.ts';
import { literal } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode } from '../support/throws.ts';

const namingConvention = { ck: 'ck_%(table_name)s_%(constraint_name)s', ix: 'ix_%(column_0_name)s' };

suite('record/invoke', (test) => {
	test('records an operation that was made as data', async () => {
		const recorded = await record((op) => {
			op.autocommitBlock(() => op.invoke(operations.dropTable.create('user', { ifExists: true })));
		});
		assert.equal(recorded, [
			{ kind: 'dropTable', table: { name: 'user' }, ifExists: true, scope: [{ kind: 'autocommit' }] },
		]);
	});

	test('records again what another recording holds, at its own place', async () => {
		const helper = await record((op) => op.autocommitBlock(() => op.dropIndex('ix')));
		const [again] = await record((op) => {
			for (const operation of helper) op.invoke(operation);
		});
		assert.equal(again, { kind: 'dropIndex', index: { name: 'ix' }, ifExists: false });
	});

	test('the naming convention completes names once', async () => {
		const first = await record(
			(op) => {
				op.invoke(operations.createCheckConstraint.create('size', 'message', 'size > 0'));
				op.invoke(operations.createIndex.create(null, 'message', ['size']));
			},
			{ namingConvention },
		);
		const again = await record(
			(op) => {
				for (const operation of first) op.invoke(operation);
			},
			{ namingConvention },
		);
		assert.equal(again, first);
		const [constraint, index] = again;
		assert.is(constraint?.kind === 'createCheckConstraint' && constraint.constraint.name, 'ck_message_size');
		assert.is(index?.kind === 'createIndex' && index.name, 'ix_size');
	});

	test('returns what the method returns', async () => {
		await record((op) => {
			const made = op.invoke(operations.createTable.create('role', [column('name', t.text())]));
			op.bulkInsert(made, [{ name: 'admin' }]);
			assert.is(op.invoke(operations.dropTable.create('role')), undefined);
		});
	});

	test('refuses what is no operation', async () => {
		for (const wrong of [undefined, 'dropTable', {}, { kind: 'dropTabel' }, { kind: 'toString' }]) {
			const { message, hint } = await rejectsCode(
				record((op) => op.invoke(wrong as never)),
				'ARGUMENT_INVALID',
			);
			assert.match(message, 'invoke: operation must be an operation, got');
			assert.is(hint, "write operations.dropTable.create('user')");
		}
	});

	test('refuses data that nothing has checked', async () => {
		for (const odd of [{ kind: 'dropTable' }, { kind: 'grant', privileges: ['SELECT; DROP TABLE t'] }]) {
			const { message } = await rejectsCode(
				record((op) => op.invoke(odd as never)),
				'ARGUMENT_INVALID',
			);
			assert.is(message, `invoke: operation must be what operations.${odd.kind}.create() makes, got an object`);
		}
		const [dropped] = await record((op) => op.invoke({ ...operations.dropTable.create('a'), ifExists: true }));
		assert.is(dropped?.kind === 'dropTable' && dropped.ifExists, true);
	});

	test('records what a drop keeps, with the name that the drop has settled', async () => {
		const was = checkConstraint('size > 0');
		const [dropped, created] = await record(
			(op) => {
				op.dropConstraint('size', 'message', 'check', { was });
				const draft = operations.dropConstraint.create('length', 'message', 'check', { was });
				if (draft.was) op.invoke(draft.was);
			},
			{ namingConvention },
		);
		assert.is(created?.kind === 'createCheckConstraint' && created.constraint.name, 'ck_message_length');
		assert.ok(dropped?.kind === 'dropConstraint' && dropped.was);
		const again = await record((op) => op.invoke(dropped.was as Operation), { namingConvention });
		assert.equal(again.map(bare), [dropped.was]);
	});

	test('undoes what was made as data', async () => {
		const reversal = reverse(operations.renameTable.create('a', 'b'));
		const undone = await record((op) => {
			for (const operation of 'operations' in reversal ? reversal.operations : []) op.invoke(operation);
		});
		assert.equal(undone.map(bare), [operations.renameTable.create('b', 'a')]);
	});

	test('inlineLiteral is a literal', async () => {
		await record((op) => {
			assert.equal(op.inlineLiteral("it's"), literal("it's"));
		});
		const call = record((op) => void op.inlineLiteral(['x'] as never));
		assert.is((await rejectsCode(call, 'LITERAL_INVALID')).message, 'literal: an array has no literal');
	});
});
