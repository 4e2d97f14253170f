import * as assert from 'uvu/assert';
import { literal, operations, sql } from '../../src/index.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const { createPartition, detachPartition } = operations;
const refused = (bounds: unknown) =>
	throwsCode(() => createPartition.create('a', 'b', bounds as never), 'ARGUMENT_INVALID');

suite('ops/partitions', (test) => {
	test('one value stands for a list of one', () => {
		const { bounds } = createPartition.create('a', 'b', { from: 1, to: sql`MAXVALUE` });
		assert.equal(bounds, { kind: 'range', from: [1], to: [sql`MAXVALUE`] });
		assert.equal(createPartition.create('a', 'b', { in: null }).bounds, { kind: 'list', in: [null] });
	});

	test('the schema is that of both, unless the parent has another', () => {
		const { table, parent } = createPartition.create('a', 'b', 'DEFAULT', { schema: 's' });
		assert.equal([table.schema, parent.schema], ['s', 's']);
		const apart = detachPartition.create('a', 'b', { parentSchema: 's' });
		assert.equal([apart.table, apart.parent], [{ name: 'a' }, { schema: 's', name: 'b' }]);
	});

	test('refuses bounds that are not complete, or of two strategies', () => {
		for (const bounds of [{}, { from: 1 }, { to: 1 }, { modulus: 2 }, { remainder: 0 }]) {
			assert.is(refused(bounds).message, 'createPartition: bounds are not complete');
		}
		for (const bounds of [
			{ from: 1, in: 1 },
			{ from: 1, to: 2, modulus: 2, remainder: 0 },
			{ in: 1, remainder: 0 },
		]) {
			assert.is(refused(bounds).message, 'createPartition: bounds mix the strategies of range, list and hash');
		}
		assert.is(refused({ form: 1, to: 2 }).hint, 'did you mean "from"?');
		assert.is(refused('default').message, `createPartition: bounds must be 'DEFAULT' or an object, got "default"`);
	});

	test('refuses bounds that no server takes', () => {
		assert.is(refused({ from: [1, 2], to: [3] }).message, 'createPartition: bounds: from has 2 values, and to has 1');
		assert.is(refused({ from: null, to: 1 }).hint, 'no range holds NULL');
		assert.match(refused({ in: [] }).message, 'at least one of values');
		for (const [modulus, remainder] of [
			[0, 0],
			[4, 4],
			[4, -1],
			[-1, -2],
		]) {
			assert.match(refused({ modulus, remainder }).message, 'is none of the modulus');
		}
		assert.match(refused({ modulus: 1.5, remainder: 1 }).message, 'bounds.modulus must be a whole number');
		assert.match(refused({ in: [{}] }).message, 'bounds.in[0] must be a value, got an object');
	});

	test('refuses a text that is rather a word, and takes it as a literal', () => {
		for (const word of ['MINVALUE', 'MAXVALUE']) {
			const { message, hint } = refused({ from: word, to: 1 });
			assert.is(message, `createPartition: bounds.from must be a value, got "${word}"`);
			assert.is(hint, `write sql\`${word}\`, or literal('${word}') for the text`);
		}
		const { bounds } = createPartition.create('a', 'b', { in: literal('MINVALUE') });
		assert.equal(bounds, { kind: 'list', in: [literal('MINVALUE')] });
	});

	test('refuses to begin and to complete at once', () => {
		const both = () => detachPartition.create('a', 'b', { concurrently: true, finalize: true });
		assert.is(
			throwsCode(both, 'ARGUMENT_INVALID').message,
			'detachPartition: concurrently and finalize exclude each other',
		);
	});
});
