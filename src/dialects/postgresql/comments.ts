import { type Statement, statement } from '../../sql/statement.ts';
import { type Sql, words } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';

/**
 * `COMMENT ON VIEW app.active IS 'who'`, where something is said of a comment; null drops the one that is there.
 *
 * @param object - The kind and the name: `VIEW app.active`.
 * @see https://www.postgresql.org/docs/current/sql-comment.html
 */
export const commentOn = (object: Sql, text: string | null | undefined, q: Spelling): readonly Statement[] =>
	text === undefined ? [] : [statement(words('COMMENT ON', object, 'IS', q.value(text)))];
