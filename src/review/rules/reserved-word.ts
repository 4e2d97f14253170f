import { KEYWORDS, RESERVED_WORDS } from '../../dialects/postgresql/keywords.ts';
import { type NamedKind, namesGiven } from '../given-names.ts';
import { defineRule } from '../rule.ts';

export const reservedWord = defineRule({
	severity: 'info',
	group: 'text',
	about: 'A name that is a key word, so that it has to be quoted wherever it is written.',
	why: 'Whoever forgets the quotes gets a syntax error, often one that points elsewhere.',
	advice:
		'Take another word, or add one: `order_line`. Silent for key words that are names without quotes, such as "timestamp" for a column. With the option `quoted`, every name that needs quotes is told: without them capitals become small letters, and spaces and signs are errors.',
	sources: [
		'https://www.postgresql.org/docs/current/sql-keywords-appendix.html',
		'https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS',
	],
	options: { quoted: false },
	examples: {
		bad: [
			'CREATE TABLE "order" (id bigint PRIMARY KEY);',
			'ALTER TABLE app.account ADD COLUMN note text, ADD COLUMN IF NOT EXISTS "offset" bigint;',
			'CREATE INDEX CONCURRENTLY "primary" ON account (plan);',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text, CONSTRAINT "check" CHECK (plan IS NOT NULL));',
			'CREATE SCHEMA "user";',
			'CREATE TABLE "select" AS SELECT id FROM account;',
			'CREATE FUNCTION "position"() RETURNS bigint LANGUAGE sql AS \'SELECT 1\';',
		],
		good: [
			'CREATE TABLE "orders" (id bigint PRIMARY KEY, name text, timestamp timestamptz, größe text);',
			'CREATE TABLE "Account" ("Id" bigint PRIMARY KEY, "createdAt" timestamptz, "e-mail" text);',
			'ALTER TABLE "Account" ADD COLUMN "position" bigint;',
			'CREATE TEMP TABLE "order" (id bigint);',
			'CREATE SCHEMA :"tenant";',
			'SELECT id AS "Id" FROM "order";',
		],
	},
	every: (seen, { quoted: areAllMeant }) =>
		namesGiven(seen).flatMap(({ kind, name, object }) => {
			const problem = keywordProblem(kind, name) ?? (areAllMeant ? quotesProblem(name) : undefined);
			return problem === undefined
				? []
				: { object, message: `"${name}" ${problem}, and needs quotes wherever it stands` };
		}),
});

/** Some key words name columns, tables and types, and no functions. */
function keywordProblem(kind: NamedKind, name: string): string | undefined {
	if (RESERVED_WORDS.has(name)) return 'is a reserved word';
	return kind === 'function' && KEYWORDS.has(name) ? 'is a key word' : undefined;
}

function quotesProblem(name: string): string | undefined {
	if (/[A-Z]/.test(name)) return 'has capitals';
	return /^[a-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*$/u.test(name)
		? undefined
		: 'is not made of letters and digits';
}
