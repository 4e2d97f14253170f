import * as assert from 'uvu/assert';
import { operations, reverse, sql } from '../../src/index.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const { createStatistics, dropStatistics, alterStatistics } = operations;
const refused = (run: () => unknown) => throwsCode(run, 'ARGUMENT_INVALID');

suite('ops/statistics', (test) => {
	test('refuses what the server does not keep', () => {
		const one = refused(() => createStatistics.create('st', 'a', ['b']));
		assert.is(one.message, 'createStatistics: columns has one name');
		assert.is(one.hint, 'the server keeps those of one by itself');
		const kinds = refused(() => createStatistics.create('st', 'a', [sql`b + 1`], { kinds: ['mcv'] }));
		assert.is(kinds.message, 'createStatistics: kinds have no meaning for one expression');
		const many = refused(() => createStatistics.create('st', 'a', [...'abcdefghi']));
		assert.is(many.message, 'createStatistics: columns has 9 of them, and the server keeps 8');
		const none = refused(() => createStatistics.create('st', 'a', ['b', 'c'], { kinds: [] }));
		assert.match(none.message, 'createStatistics: kinds must be an array of at least one of kinds');
		const foreign = refused(() => createStatistics.create('st', 'a', ['b', 'c'], { kinds: ['all' as 'mcv'] }));
		assert.match(foreign.message, "kinds[0] must be one of 'ndistinct', 'dependencies', 'mcv'");
	});

	test('what they were is checked as what creates them', () => {
		const one = refused(() => dropStatistics.create('st', { was: { table: 'a', columns: ['b'] } }));
		assert.is(one.message, 'createStatistics: columns has one name');
		const none = refused(() => dropStatistics.create('st', { was: ['a', 'b'] as never }));
		assert.is(none.message, 'dropStatistics: was must be { table, columns }, got an array');
	});

	test('a target lies between 0 and 10000', () => {
		for (const wrong of [-1, 10_001, 1.5, Number.NaN, '100']) {
			const { message } = refused(() => alterStatistics.create('st', wrong as number));
			assert.match(message, 'alterStatistics: target must be a whole number from 0 to 10000, or null');
		}
	});

	test('a change of the target is undone where the one before is told', () => {
		assert.ok('irreversible' in reverse(alterStatistics.create('st', 5)));
		const undone = reverse(alterStatistics.create('st', 5, { existingTarget: null }));
		assert.equal('operations' in undone && undone.operations, [
			{ kind: 'alterStatistics', statistics: { name: 'st' }, target: null, existingTarget: 5 },
		]);
	});
});
