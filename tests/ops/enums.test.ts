import * as assert from 'uvu/assert';
import { addEnumValue } from '../../src/ops/add-enum-value.ts';
import { renameEnumValue } from '../../src/ops/rename-enum-value.ts';
import { replaceEnum } from '../../src/ops/replace-enum.ts';
import { reverse } from '../../src/ops/reverse.ts';
import { sql } from '../../src/sql/sql.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/addEnumValue', (test) => {
	test('refuses two places for one label', () => {
		const call = () => addEnumValue.create('e', 'a', { before: 'b', after: 'c' });
		assert.is(throwsCode(call, 'ARGUMENT_INVALID').message, 'addEnumValue: before and after exclude each other');
	});

	test('is not undone, and says what does it', () => {
		const { hint } = reverse(addEnumValue.create('e', 'a')) as { readonly hint?: string };
		assert.match(hint ?? '', 'replaceEnum()');
	});
});

suite('ops/renameEnumValue', (test) => {
	test('refuses a name that is no other', () => {
		const { message } = throwsCode(() => renameEnumValue.create('e', 'a', 'a'), 'ARGUMENT_INVALID');
		assert.is(message, 'renameEnumValue: "a" is its name already');
	});
});

suite('ops/replaceEnum', (test) => {
	type Options = NonNullable<Parameters<typeof replaceEnum.create>[2]>;
	const refusal = (labels: readonly string[], options: Options): string =>
		throwsCode(() => replaceEnum.create('e', labels, options), 'ARGUMENT_INVALID').message;
	const hint = (options: Options): string | undefined =>
		(reverse(replaceEnum.create('e', ['a', 'b'], options)) as { readonly hint?: string }).hint;
	const all = [{ table: 't', column: 'c', array: true }];

	test('refuses a mapping that leads nowhere', () => {
		const was = ['a', 'c'];
		assert.is(refusal(['a'], { mapping: { a: 'a' } }), 'replaceEnum: mapping: "a" is mapped to itself');
		assert.is(
			refusal(['a'], { mapping: { b: 'x' } }),
			'replaceEnum: mapping: "b" is mapped to "x", which is no new label',
		);
		assert.is(refusal(['a'], { mapping: { b: 'a' }, was }), 'replaceEnum: mapping: "b" is mapped, and no old label');
		assert.is(
			refusal(['a', 'b'], { was: { labels: was, mapping: { b: 'x' } } }),
			'replaceEnum: was.mapping: "b" is mapped to "x", which is no new label',
		);
		assert.is(refusal(['a'], { mapping: { b: 5 as never } }), 'replaceEnum: mapping.b must be a string, got 5');
		assert.is(refusal(['a'], { was: 5 as never }), 'replaceEnum: was must be labels, got 5');
		const slip = { labels: was, maping: {} };
		assert.is(refusal(['a'], { was: slip }), 'replaceEnum: was has no option "maping"');
		assert.is(
			refusal(['a'], { columns: [{ column: 'c' } as never] }),
			'replaceEnum: columns[0].table must be a name (a string), got nothing',
		);
		assert.is(
			refusal(['a'], { columns: [{ table: 't', column: 'c', default: 'a' } as never] }),
			'replaceEnum: columns[0] has no option "default"',
		);
	});

	test('refuses labels of arrays that change places, unless it is told how', () => {
		const mapping = { a: 'b', b: 'a' };
		assert.is(
			refusal(['a', 'b'], { mapping, columns: all }),
			'replaceEnum: labels cannot change places in arrays ("c")',
		);
		const columns = [{ table: 't', column: 'c', array: true, using: 'f(c)' }];
		assert.ok(replaceEnum.create('e', ['a', 'b'], { mapping, columns }));
		assert.ok(replaceEnum.create('e', ['a', 'b'], { mapping, columns: [{ table: 't', column: 'c' }] }));
	});

	test('a label that one label was mapped to goes back to it', () => {
		const options = { mapping: { x: 'a', y: 'b', z: 'b' }, was: ['x', 'y', 'z'], columns: all };
		assert.equal(reverse(replaceEnum.create('e', ['a', 'b'], options)), {
			operations: [
				replaceEnum.create('e', ['x', 'y', 'z'], {
					mapping: { a: 'x' },
					was: { labels: ['a', 'b'], mapping: options.mapping },
					columns: all,
				}),
			],
		});
	});

	test('says what the way back has to know', () => {
		const column = { table: 't', column: 'c' };
		assert.is(hint({}), 'give { was: [ its labels ] }');
		assert.is(hint({ was: ['a'], columns: [{ ...column, using: 'f(c)' }] }), 'give mapping in the place of using');
		for (const serverDefault of [null, 'b', ['a', ['b']]]) {
			const columns = [{ ...column, serverDefault }];
			assert.is(hint({ was: ['a', 'x'], columns }), 'give its existingServerDefault');
		}
		for (const serverDefault of ['a', ['a'], sql`now_state()`]) {
			const columns = [{ ...column, serverDefault }];
			assert.is(hint({ was: ['a', 'x'], columns }), undefined);
		}
	});
});
