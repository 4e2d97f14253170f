import { GenSqlError } from '../../core/error.ts';
import { splitParts } from '../../sql/split.ts';
import type { SqlFragment } from '../../sql/sql.ts';
import type { Sql } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { lexis } from './lexis.ts';

/**
 * The one statement that SQL is, without a semicolon that ends it.
 *
 * @param what - What it is the SQL of, for the message.
 * @throws {GenSqlError} SQL_INVALID when it is none or several, or a quote, a comment or a parenthesis is not closed.
 */
export function oneStatement(sql: Sql, what: string): Sql {
	const [only, ...others] = splitParts(sql, lexis);
	if (only && others.length === 0) return only;
	throw new GenSqlError('SQL_INVALID', `${what} is ${only ? `${others.length + 1} statements` : 'no statement'}`, {
		hint: only
			? 'leave semicolons between out, or write op.execute() for the others'
			: 'write it, or leave the call out',
	});
}

/** The query of a view. */
export const query = (fragment: SqlFragment, q: Spelling): Sql => oneStatement(q.text(fragment), 'the query');
