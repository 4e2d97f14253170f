import * as assert from 'uvu/assert';
import { reverse } from '../../src/index.ts';
import { createView } from '../../src/ops/create-view.ts';
import { dropMaterializedView } from '../../src/ops/drop-materialized-view.ts';
import { dropView } from '../../src/ops/drop-view.ts';
import type { Operation } from '../../src/ops/index.ts';
import { refreshMaterializedView } from '../../src/ops/refresh-materialized-view.ts';
import { type ReplaceViewOptions, replaceView } from '../../src/ops/replace-view.ts';
import { statementsOf } from '../support/script.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode, throwsCode } from '../support/throws.ts';

/** The operation that undoes another, or nothing. */
function undone(op: Operation | undefined): Operation | undefined {
	const reversal = op && reverse(op);
	return reversal && 'operations' in reversal ? reversal.operations[0] : undefined;
}

suite('ops/views', (test) => {
	test('createView refuses options that exclude each other', () => {
		const cases = [
			[{ temporary: true, schema: 'app' }, 'createView: a temporary view has no schema of its own'],
			[{ recursive: true }, 'createView: a recursive view needs its columns'],
			[{ recursive: true, columns: ['a'], checkOption: 'LOCAL' }, 'createView: a recursive view has no checkOption'],
		] as const;
		for (const [options, expected] of cases) {
			const { message } = throwsCode(() => createView.create('v', 'select 1', options), 'ARGUMENT_INVALID');
			assert.is(message, expected);
		}
	});

	test('a query is one statement', async () => {
		const refused = async (query: string): Promise<readonly [string, string | undefined]> => {
			const { message, hint } = await rejectsCode(
				statementsOf((op) => op.createView('v', query)),
				'SQL_INVALID',
			);
			return [message, hint];
		};
		assert.equal(await refused('select 1; drop table account'), [
			'the query is 2 statements',
			'leave semicolons between out, or write op.execute() for the others',
		]);
		assert.equal(await refused('-- select 1'), ['the query is no statement', 'write it, or leave the call out']);
		assert.match((await refused("select 'a"))[0], "the quote ' is not closed");
		assert.match((await refused('select (1'))[0], 'is not closed');
		await rejectsCode(
			statementsOf((op) => op.createMaterializedView('v', 'select 1; select 2')),
			'SQL_INVALID',
		);
	});

	test('a view that was is checked as one that is created', () => {
		const wrong = { query: 'select 1', securityBarier: true };
		const { message } = throwsCode(() => dropView.create('v', { was: wrong as never }), 'ARGUMENT_INVALID');
		assert.is(message, 'createView has no option "securityBarier"');
		throwsCode(() => dropView.create('v', { was: {} as never }), 'ARGUMENT_INVALID');
		throwsCode(() => replaceView.create('v', 'select 1', { was: '' }), 'ARGUMENT_INVALID');
		throwsCode(() => dropMaterializedView.create('v', { was: { query: 'select 1', using: '' } }), 'IDENTIFIER_INVALID');
	});

	test('a replacement that is undone twice is what it was, with each comment in its place', () => {
		const cases: readonly ReplaceViewOptions[] = [
			{ was: 'select 2', schema: 'app' },
			{ comment: 'new', was: { query: 'select 2', comment: 'old', columns: ['a'] } },
			{ comment: null, was: { query: 'select 2', comment: 'old' } },
			{ comment: 'new', securityBarrier: true, was: 'select 2' },
		];
		for (const options of cases) {
			const op = replaceView.create('v', 'select 1', options);
			assert.equal(undone(undone(op)), op);
		}
	});

	test('undoing a replacement leaves a comment alone that it has left alone', () => {
		const back = undone(replaceView.create('v', 'select 1', { was: { query: 'select 2', comment: 'old' } }));
		assert.is(back?.kind, 'replaceView');
		assert.not.ok('comment' in (back ?? {}));
	});

	test('a drop that may have taken others along is not undone', () => {
		const reversal = reverse(dropView.create('v', { cascade: true, was: 'select 1' }));
		assert.equal(reversal, { irreversible: 'what else goes is not known', hint: 'leave cascade out' });
	});

	test('refreshMaterializedView frees rows only for all at once', () => {
		throwsCode(() => refreshMaterializedView.create('v', { concurrently: true, withData: false }), 'ARGUMENT_INVALID');
	});
});
