import { raw, type Sql } from '../../sql/words.ts';

/**
 * A DO block: procedural code that any client can send. Its quotes carry a tag that the body does not hold.
 *
 * @see https://www.postgresql.org/docs/current/sql-do.html
 */
export function doBlock(lines: readonly string[]): Sql {
	const body = lines.join('\n');
	let tag = '$gen_sql$';
	for (let number = 1; body.includes(tag); number++) tag = `$gen_sql_${number}$`;
	return raw(`DO ${tag}\n${body}\n${tag}`);
}
