import { raw, type Sql } from '../../sql/words.ts';
import { dollarTag } from './dollar-tag.ts';

/**
 * A DO block: procedural code that any client can send. Its quotes carry a tag that the body does not hold.
 *
 * @see https://www.postgresql.org/docs/current/sql-do.html
 */
export function doBlock(lines: readonly string[]): Sql {
	const body = lines.join('\n');
	const tag = dollarTag(body, 'gen_sql');
	return raw(`DO ${tag}\n${body}\n${tag}`);
}
