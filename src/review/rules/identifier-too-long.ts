import { cut } from '../../dialects/postgresql/catalog/names.ts';
import { lexis } from '../../dialects/postgresql/lexis.ts';
import { type Token, tokens } from '../../sql/scan.ts';
import { defineRule } from '../rule.ts';

/** @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
const MAX_BYTES = 63;

export const identifierTooLong = defineRule({
	severity: 'warning',
	group: 'text',
	about: 'A name that is longer than 63 bytes.',
	why: 'The server cuts it without an error: another script may not find it, and two long names can become one.',
	advice: 'Shorten it. Bytes are those of UTF-8: letters beyond ASCII have two or more. Each name is told once.',
	sources: ['https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS'],
	examples: {
		bad: [
			'CREATE INDEX CONCURRENTLY account_of_the_tenant_by_plan_and_state_and_creation_date_and_name ON account (plan);',
			'ALTER TABLE app.account ADD COLUMN note text, ADD COLUMN IF NOT EXISTS "größe_des_größten_überfälligen_säumniszuschlags_für_übrige" text;',
			'ALTER TABLE account RENAME CONSTRAINT plan_given TO plan_is_given_for_every_account_that_was_opened_since_the_beginning;',
		],
		good: [
			'CREATE INDEX CONCURRENTLY account_of_the_tenant_by_plan_and_state_and_creation_date_and_n ON account (plan);',
			"INSERT INTO account (id, name) VALUES (1, 'account_of_the_tenant_by_plan_and_state_and_creation_date_and_name_in_full');",
			'-- account_of_the_tenant_by_plan_and_state_and_creation_date_and_name_in_full_and_more\nSELECT 1;',
			'SELECT 12345678901234567890123456789012345678901234567890123456789012345678901234567890;',
		],
	},
	every: ({ text, history }) =>
		longNames(text)
			.filter((name) => !history.hasTold(`long ${name}`))
			.map((name) => {
				history.tell(`long ${name}`);
				const bytes = Buffer.byteLength(name);
				return { object: name, message: `"${name}" has ${bytes} bytes, and becomes "${cut(name, MAX_BYTES)}"` };
			}),
});

/** A name with that many bytes has as many of these characters; most statements have none, and are not read. */
const MAYBE_LONG = /[\w$\u0080-\uffff]{22,}|"[^"]{22,}"/;

function longNames(text: string): readonly string[] {
	if (!MAYBE_LONG.test(text)) return [];
	let before: Token | undefined;
	const found = [...tokens(text, lexis)].flatMap((token) => {
		const name = nameIn(token, before);
		before = token;
		return name !== undefined && Buffer.byteLength(name) > MAX_BYTES ? name : [];
	});
	return [...new Set(found)];
}

/** The name that a token is; what stands behind a colon is a variable, and behind `&` has escapes. */
function nameIn({ kind, text }: Token, before: Token | undefined): string | undefined {
	if (before && /[:&]$/.test(before.text)) return undefined;
	if (kind === 'word') return /^\d/.test(text) ? undefined : text;
	return kind === 'quoted' && text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : undefined;
}
