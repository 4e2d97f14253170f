import * as assert from 'uvu/assert';
import { type ErrorCode, GenSqlError } from '../../src/core/error.ts';

function checked(error: unknown, code: ErrorCode): GenSqlError {
	if (!(error instanceof GenSqlError)) throw error;
	assert.is(error.code, code, `${error.code}: ${error.message}`);
	return error;
}

/** Assert that `run` throws a GenSqlError with this code, and return it for closer looks. */
export function throwsCode(run: () => unknown, code: ErrorCode): GenSqlError {
	try {
		run();
	} catch (error) {
		return checked(error, code);
	}
	assert.unreachable(`expected ${code}, but nothing was thrown`);
	throw new Error('unreachable');
}

/** The same for a promise. */
export async function rejectsCode(promise: Promise<unknown>, code: ErrorCode): Promise<GenSqlError> {
	try {
		await promise;
	} catch (error) {
		return checked(error, code);
	}
	assert.unreachable(`expected ${code}, but nothing was thrown`);
	throw new Error('unreachable');
}
