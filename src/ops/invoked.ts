import { GenSqlError, isGenSqlError } from '../core/error.ts';
import type { OperationBase } from './operation.ts';

/** Marks the operations that `op.invoke()` has recorded: they may be copies that an author has changed. */
const INVOKED = Symbol('invoked');

/** The same operation with the mark. */
export const invoked = <Op extends object>(op: Op): Op => ({ ...op, [INVOKED]: true });

/**
 * Work on an operation.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID, with the line of the call, when the work stumbles over what a copy holds.
 */
export function workingOn<T>(op: OperationBase<string>, work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (isGenSqlError(error) || !(INVOKED in op)) throw error;
		const made = `operations.${op.kind}.create()`;
		throw new GenSqlError('ARGUMENT_INVALID', `invoke: the operation holds what ${made} does not make`, {
			hint: 'change a copy only to what another operation of that kind holds',
			at: op.at,
			cause: error,
		});
	}
}
