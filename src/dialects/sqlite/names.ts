import { raw, type Sql } from '../../sql/words.ts';
import { KEYWORDS } from './keywords.ts';

/**
 * A name, in double quotes where it needs them. A quoted name that nothing has is a string to SQLite, so that one in
 * an expression must not be misspelled.
 *
 * @see https://www.sqlite.org/quirks.html#dblquote
 */
export function name(text: string): Sql {
	const bare = /^[a-z_][a-z0-9_]*$/.test(text) && !KEYWORDS.has(text);
	return raw(bare ? text : `"${text.replaceAll('"', '""')}"`);
}
