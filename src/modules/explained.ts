import { GenSqlError, isGenSqlError, placed } from '../core/error.ts';
import { describe } from '../core/names.ts';
import { thrownAt } from '../record/call-site.ts';

/** Anything can be thrown, also what has no text, or fails when it is asked for one. */
function shown(error: unknown): string {
	try {
		return error instanceof Error ? `${error.name}: ${error.message}` : `threw ${String(error)}`;
	} catch {
		return `threw ${describe(error)}`;
	}
}

/** An error of the author's code as one of ours, placed where it was thrown. */
export function explained(error: unknown, file: string): GenSqlError {
	const at = thrownAt(error) ?? { file, line: 1, column: 1 };
	if (isGenSqlError(error)) return placed(error, at);
	return new GenSqlError('REVISION_THREW', shown(error).split('\n')[0] ?? '', { at, cause: error });
}
