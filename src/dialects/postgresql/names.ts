import { GenSqlError } from '../../core/error.ts';
import type { QualifiedName } from '../../core/names.ts';
import { concat, raw, type Sql } from '../../sql/words.ts';
import { KEYWORDS } from './keywords.ts';

/** NAMEDATALEN - 1; the server would cut a longer name without an error. */
const MAX_IDENTIFIER = 63;

/**
 * A name, in double quotes exactly when quote_ident() would put it in quotes.
 *
 * @throws {GenSqlError} IDENTIFIER_INVALID when it is longer than 63 bytes.
 * @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
 */
export function name(text: string): Sql {
	const bytes = Buffer.byteLength(text);
	if (bytes > MAX_IDENTIFIER) {
		throw new GenSqlError(
			'IDENTIFIER_INVALID',
			`the name "${text}" is ${bytes} bytes long; PostgreSQL keeps ${MAX_IDENTIFIER}`,
			{
				hint: 'choose a shorter name: the server would cut this one off in silence',
			},
		);
	}
	const bare = /^[a-z_][a-z0-9_]*$/.test(text) && !KEYWORDS.has(text);
	return raw(bare ? text : `"${text.replaceAll('"', '""')}"`);
}

/** `schema.name`, or the name alone. */
export const qualified = (target: QualifiedName): Sql =>
	target.schema === undefined ? name(target.name) : concat(name(target.schema), raw('.'), name(target.name));
