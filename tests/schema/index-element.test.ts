import * as assert from 'uvu/assert';
import { index } from '../../src/schema/index-element.ts';
import { sql } from '../../src/sql/sql.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('schema/index-element', (test) => {
	test('is named later when its name is null', () => {
		assert.equal(index(null, ['a']), { kind: 'index', columns: ['a'], unique: false });
	});

	test('keeps columns as names and fragments as expressions', () => {
		const lower = sql`lower(a)`;
		const made = index('ix', ['a', lower], { unique: true, postgresql: { where: 'a > 0', ops: { a: 'int4_ops' } } });
		assert.equal(made, {
			kind: 'index',
			name: 'ix',
			columns: ['a', lower],
			unique: true,
			postgresql: { where: sql`a > 0`, ops: { a: 'int4_ops' } },
		});
		assert.ok(Object.isFrozen(made));
	});

	test('names the argument that is wrong', () => {
		const refused: readonly (readonly [() => unknown, string])[] = [
			[() => index(undefined as never, ['a']), 'index: name must be a name (a string), got nothing'],
			[() => index('ix', 'a' as never), 'index: columns must be an array of column names or sql`…`, got "a"'],
			[() => index('ix', ['a', 5 as never]), 'index: columns[1] must be an SQL expression'],
			[() => index('ix', ['a'], { concurrently: true } as never), 'index has no option "concurrently"'],
			[
				() => index('ix', ['a'], { postgresql: { concurrently: true } as never }),
				'index: postgresql has no option "concurrently"',
			],
			[
				() => index('ix', ['a'], { postgresql: { with: { fillfactor: [70] } } as never }),
				'index: postgresql.with.fillfactor',
			],
			[() => index('ix', ['a'], { postgresql: { with: [70] } as never }), 'index: postgresql.with must be an object'],
			[() => index('ix', ['a'], { postgresql: { ops: { a: 5 } } as never }), 'index: postgresql.ops.a must be a name'],
			[
				() => index('ix', ['a'], { postgresql: { ops: { b: 'x' } } }),
				'index: postgresql.ops names "b", which is not indexed',
			],
			[
				() => index('ix', ['a'], { postgresql: { include: ['b', 'b'] } }),
				'postgresql.include names the column "b" twice',
			],
		];
		for (const [call, message] of refused) {
			assert.match(throwsCode(call, 'ARGUMENT_INVALID').message, message);
		}
	});
});
