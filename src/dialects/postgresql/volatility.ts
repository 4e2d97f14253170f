import type { Value } from '../../schema/arguments.ts';
import { meaningfulTokens } from '../../sql/scan.ts';
import { textOf } from '../../sql/split.ts';
import { isSqlFragment } from '../../sql/sql.ts';
import type { Spelling } from '../dialect.ts';

/**
 * What may stand before a parenthesis in a default that is the same for all rows: words of the grammar, and functions
 * that PostgreSQL 11 to 18 declare immutable or stable in all their forms. The list is short, not complete.
 *
 * @see https://www.postgresql.org/docs/current/xfunc-volatility.html
 */
const STEADY: ReadonlySet<string> = new Set(
	`abs age and any array_fill array_length array_to_string btrim case cast ceil chr coalesce concat concat_ws
	current_schema current_setting current_time current_timestamp date_part date_trunc decode else encode exists extract
	floor format greatest in initcap interval json_build_array json_build_object jsonb_build_array jsonb_build_object
	least left length localtime localtimestamp lower lpad ltrim make_date make_interval make_time make_timestamp
	make_timestamptz md5 mod not now nullif or overlay position repeat replace reverse right round row rpad rtrim
	split_part statement_timestamp string_to_array substr substring then timezone to_char to_date to_json to_jsonb
	to_number to_timestamp transaction_timestamp translate trim trunc txid_current upper version when
	bit char character decimal float numeric time timestamp timestamptz varchar`.split(/\s+/),
);

/** Whether a default may differ from row to row. A function that is not known counts as one that does. */
export function mayBeVolatile(value: Value, q: Spelling): boolean {
	if (!isSqlFragment(value)) return false;
	const words = meaningfulTokens(textOf(q.expression(value)), q.lexis);
	return words.some(({ kind, text }, index) => {
		if (words[index + 1]?.text !== '(') return false;
		if (kind !== 'word') return text.startsWith('"');
		return !STEADY.has(text.toLowerCase()) || isOfUser(words, index);
	});
}

/** Whether a function is of another schema than the server's own: its name then says nothing. */
const isOfUser = (words: readonly { readonly text: string }[], index: number): boolean =>
	words[index - 1]?.text === '.' && words[index - 2]?.text.toLowerCase() !== 'pg_catalog';
