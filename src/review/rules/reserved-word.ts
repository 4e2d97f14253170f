import { RESERVED_WORDS } from '../../dialects/postgresql/keywords.ts';
import { namesGiven } from '../given-names.ts';
import { defineRule } from '../rule.ts';

export const reservedWord = defineRule({
	severity: 'info',
	group: 'text',
	about: 'A name that has to be quoted wherever it is written: a reserved word, or one with capitals, spaces or signs.',
	why: 'Whoever forgets the quotes gets an error, or another name: without them, capitals become small letters.',
	advice:
		'Take small letters, digits and underscores. Silent for key words that are names without quotes, such as "timestamp".',
	sources: [
		'https://www.postgresql.org/docs/current/sql-keywords-appendix.html',
		'https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS',
	],
	examples: {
		bad: [
			'CREATE TABLE "order" (id bigint PRIMARY KEY);',
			'ALTER TABLE app.account ADD COLUMN note text, ADD COLUMN IF NOT EXISTS "createdAt" timestamptz;',
			'CREATE INDEX CONCURRENTLY "account-plan" ON account (plan);',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text, CONSTRAINT "Plan given" CHECK (plan IS NOT NULL));',
			'CREATE SCHEMA "2024";',
			'CREATE TABLE "Copy" AS SELECT id FROM account;',
		],
		good: [
			'CREATE TABLE "orders" (id bigint PRIMARY KEY, name text, timestamp timestamptz, größe text);',
			'ALTER TABLE "Account" ADD COLUMN created_at timestamptz;',
			'CREATE TEMP TABLE "order" (id bigint);',
			'CREATE SCHEMA :"tenant";',
			'SELECT id AS "Id" FROM "order";',
		],
	},
	every: (seen) =>
		namesGiven(seen).flatMap(({ name, object }) => {
			const problem = problemOf(name);
			return problem === undefined
				? []
				: { object, message: `"${name}" ${problem}, and needs quotes wherever it stands` };
		}),
});

function problemOf(name: string): string | undefined {
	if (RESERVED_WORDS.has(name)) return 'is a reserved word';
	if (/[A-Z]/.test(name)) return 'has capitals';
	return /^[a-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*$/u.test(name)
		? undefined
		: 'is not made of letters and digits';
}
