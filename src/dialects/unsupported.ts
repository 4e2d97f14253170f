import { GenSqlError } from '../core/error.ts';

/**
 * Refuse an operation, an option or a type that the dialect has no words for.
 *
 * @param what - Completes "<dialect> cannot …".
 * @param hint - What the author can do instead.
 * @throws {GenSqlError} OPERATION_UNSUPPORTED, always.
 */
export function unsupported(dialect: string, what: string, hint?: string): never {
	throw new GenSqlError('OPERATION_UNSUPPORTED', `${dialect} cannot ${what}`, { hint });
}
