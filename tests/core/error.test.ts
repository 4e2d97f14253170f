import * as assert from 'uvu/assert';
import { ERRORS, GenSqlError, isGenSqlError, placed } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import { suite } from '../support/suite.ts';

suite('core/error', (test) => {
	test('every code ends the process in a way that is documented, and says what it means', () => {
		for (const code of keysOf(ERRORS)) {
			const { exitCode, about } = ERRORS[code];
			assert.match(code, /^[A-Z]+(_[A-Z]+)+$/);
			assert.ok([2, 3, 4, 5].includes(exitCode), code);
			assert.match(about, /^(gen-sql|[A-Z]).*\.$/);
			assert.is(new GenSqlError(code, 'x').exitCode, exitCode);
		}
	});

	test('the codes are sorted', () => {
		assert.equal(keysOf(ERRORS), [...keysOf(ERRORS)].sort());
	});

	test('carries a hint, a place and a cause', () => {
		const cause = new Error('underneath');
		const error = new GenSqlError('SQL_INVALID', 'x', {
			hint: 'y',
			at: { script: '/a.ts', line: 1, column: 2 },
			cause,
		});
		assert.equal(
			[error.message, error.hint, error.at, error.cause],
			['x', 'y', { file: '/a.ts', line: 1, column: 2 }, cause],
		);
	});

	test('is placed once: the first place is the nearest', () => {
		const error = new GenSqlError('SQL_INVALID', 'x', { hint: 'y', cause: 1 });
		const first = { file: '/a.ts', line: 1, column: 2 };
		const copy = placed(error, first);
		assert.equal([copy.code, copy.message, copy.hint, copy.cause, copy.at], ['SQL_INVALID', 'x', 'y', 1, first]);
		assert.is(copy.stack, error.stack);
		assert.is(placed(copy, { file: '/b.ts', line: 3, column: 4 }), copy);
		assert.is(placed(error, undefined), error);
	});

	test('is known by its name, also from another copy of gen-sql', () => {
		class Copy extends Error {
			override readonly name = 'GenSqlError';
			readonly code = 'SQL_INVALID';
		}
		assert.ok(isGenSqlError(new GenSqlError('SQL_INVALID', 'x')));
		assert.ok(isGenSqlError(new Copy('x')));
		assert.not.ok(isGenSqlError(new Error('x')));
		assert.not.ok(isGenSqlError({ name: 'GenSqlError', code: 'SQL_INVALID' }));
	});
});
