import * as assert from 'uvu/assert';
import { alterSequence } from '../../src/ops/alter-sequence.ts';
import { createSequence } from '../../src/ops/create-sequence.ts';
import { dropSequence } from '../../src/ops/drop-sequence.ts';
import { reverse } from '../../src/ops/reverse.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/createSequence', (test) => {
	test('refuses options that exclude each other', () => {
		const refused: readonly (readonly [options: object, message: string])[] = [
			[{ increment: 0 }, 'createSequence: increment cannot be 0'],
			[{ minValue: 1, noMinValue: true }, 'createSequence: minValue and noMinValue exclude each other'],
			[{ maxValue: 1, noMaxValue: true }, 'createSequence: maxValue and noMaxValue exclude each other'],
			[{ minValue: 5, maxValue: 4n }, 'createSequence: minValue 5 is more than maxValue 4'],
			[{ minValue: 5, start: 4 }, 'createSequence: minValue 5 is more than start 4'],
			[{ maxValue: 5, start: 6 }, 'createSequence: start 6 is more than maxValue 5'],
			[{ cache: 0 }, 'createSequence: cache must be 1 at least, got 0'],
			[{ ownedBy: 'number' }, "createSequence: ownedBy must be 'table.column' or"],
		];
		for (const [options, message] of refused) {
			assert.match(throwsCode(() => createSequence.create('s', options), 'ARGUMENT_INVALID').message, message);
		}
	});

	test('keeps the column that it belongs to as names', () => {
		assert.equal(createSequence.create('s', { ownedBy: 'a.b' }).ownedBy, { table: { name: 'a' }, column: 'b' });
	});

	test('what may have been there is not dropped', () => {
		assert.ok('irreversible' in reverse(createSequence.create('s', { ifNotExists: true })));
	});
});

suite('ops/alterSequence', (test) => {
	const hint = (options: Parameters<typeof alterSequence.create>[1]): string | undefined =>
		(reverse(alterSequence.create('s', options)) as { readonly hint?: string }).hint;

	test('refuses a call that changes nothing', () => {
		for (const options of [{}, { noMinValue: false }, { was: { cache: 1 } }, { ifExists: true }]) {
			const { message } = throwsCode(() => alterSequence.create('s', options), 'ARGUMENT_INVALID');
			assert.is(message, 'alterSequence: nothing of "s" is to change');
		}
	});

	test('refuses a restart that is none, and contradictions in what was', () => {
		const { message } = throwsCode(() => alterSequence.create('s', { restart: false as never }), 'ARGUMENT_INVALID');
		assert.is(message, 'alterSequence: restart must be true or a whole number, got false');
		const call = () => alterSequence.create('s', { cache: 5, was: { increment: 0 } });
		assert.is(throwsCode(call, 'ARGUMENT_INVALID').message, 'alterSequence: was: increment cannot be 0');
	});

	test('goes back to what is told of each change', () => {
		assert.is(hint({ cache: 5, noMaxValue: true, was: { cache: 1 } }), 'give { was: { maxValue } }');
		assert.is(hint({ restart: 5 }), 'leave restart out');
		assert.equal(reverse(alterSequence.create('s', { noMaxValue: true, was: { maxValue: 9, start: 2 } })), {
			operations: [alterSequence.create('s', { maxValue: 9, was: { noMaxValue: true, start: 2 } })],
		});
		assert.equal(reverse(alterSequence.create('s', { ownedBy: null, was: { ownedBy: 'a.b' } })), {
			operations: [alterSequence.create('s', { ownedBy: 'a.b', was: { ownedBy: null } })],
		});
	});
});

suite('ops/dropSequence', (test) => {
	test('a sequence that was told of comes back, unless more has gone with it', () => {
		const was = { start: 5 };
		assert.equal(reverse(dropSequence.create('s', { schema: 'a', was })), {
			operations: [createSequence.create('s', { schema: 'a', start: 5 })],
		});
		assert.ok('irreversible' in reverse(dropSequence.create('s', { was, cascade: true })));
	});
});
