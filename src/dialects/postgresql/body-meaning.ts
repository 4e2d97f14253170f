import { normalizedTokens } from '../../sql/normalized-tokens.ts';
import type { TokenRules } from '../../sql/reading.ts';

/**
 * The words that PL/pgSQL knows beside those of SQL; a name that is one of them is another thing in quotes.
 *
 * @see https://www.postgresql.org/docs/current/plpgsql.html
 */
export const PLPGSQL_KEYWORDS: ReadonlySet<string> = new Set(
	`
	alias assert backward constant current debug diagnostics dump elseif elsif errcode error exception exit foreach
	forward get hint if info log loop message notice open perform pg_context pg_datatype_name pg_exception_context
	pg_exception_detail pg_exception_hint pg_routine_oid print_strict_params query raise relative result_oid
	returned_sqlstate reverse row_count rowtype schema_name slice sqlstate stacked strict table_name use_column
	use_variable variable_conflict warning while column_name constraint_name
`
		.trim()
		.split(/\s+/),
);

/** What the body of a function means: its tokens. One that cannot be read means what it says, letter by letter. */
export function bodyMeaning(body: string, rules: TokenRules): readonly string[] {
	try {
		return normalizedTokens(body, rules);
	} catch {
		return [`text:${body}`];
	}
}
