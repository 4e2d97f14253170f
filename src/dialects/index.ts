import type { RENDERED_DIALECTS } from '../core/dialect-names.ts';
import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { didYouMean } from '../core/suggest.ts';
import type { Dialect } from './dialect.ts';
import { mysql } from './mysql/index.ts';
import { postgresql } from './postgresql/index.ts';
import { sqlite } from './sqlite/index.ts';

/** The registry: one line per dialect, sorted. */
export const dialects = { mysql, postgresql, sqlite } satisfies Readonly<
	Record<(typeof RENDERED_DIALECTS)[number], Dialect>
>;

/** The name of a dialect gen-sql renders. */
export type DialectName = keyof typeof dialects;

/** @throws {GenSqlError} DIALECT_UNKNOWN when gen-sql does not render the dialect. */
export function resolveDialect(name: string): Dialect {
	const known = keysOf(dialects).find((key) => key === name);
	if (known) return dialects[known];
	// A URL that stands where a dialect belongs may hold a password.
	if (name.includes(':')) {
		throw new GenSqlError('DIALECT_UNKNOWN', 'a dialect is a name, not a URL', {
			hint: `dialects: ${keysOf(dialects).join(', ')}`,
		});
	}
	throw new GenSqlError('DIALECT_UNKNOWN', `gen-sql does not render the dialect "${name}"`, {
		hint: didYouMean(name, keysOf(dialects), 'dialects'),
	});
}

/** The dialect that a URL scheme without its `+driver` means, or `undefined`. */
export const dialectOfScheme = (scheme: string): Dialect | undefined =>
	Object.values(dialects).find((dialect) => dialect.urlSchemes.some((known) => known === scheme));
