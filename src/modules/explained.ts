import { GenSqlError, isGenSqlError, placed } from '../core/error.ts';
import { describe } from '../core/names.ts';
import { thrownAt } from '../record/call-site.ts';

/** Anything can be thrown, also what has no text. */
function shownValue(value: unknown): string {
	try {
		return String(value);
	} catch {
		return describe(value);
	}
}

/** An error of the author's code as one of ours, placed where it was thrown. */
export function explained(error: unknown, file: string): GenSqlError {
	const at = thrownAt(error) ?? { file, line: 1, column: 1 };
	if (isGenSqlError(error)) return placed(error, at);
	const message = error instanceof Error ? `${error.name}: ${error.message}` : `threw ${shownValue(error)}`;
	return new GenSqlError('REVISION_THREW', message.split('\n')[0] ?? '', { at, cause: error });
}
