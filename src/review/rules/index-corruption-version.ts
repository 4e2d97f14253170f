import { isOn } from '../../dialects/postgresql/facts/definitions.ts';
import { defineRule, NONE, type Problem } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const indexCorruptionVersion = defineRule({
	severity: 'warning',
	group: 'design',
	about: 'CREATE INDEX CONCURRENTLY, or REINDEX CONCURRENTLY, on PostgreSQL 14.0 to 14.3.',
	why: 'These versions can leave rows out of the index without a word. Queries then miss rows, and a unique index lets through what is there already.',
	advice: 'Upgrade to 14.4 or later first. It is found where the minor version is told, as in --pg-version 14.2.',
	sources: ['https://www.postgresql.org/docs/release/14.4/'],
	given: { version: 14, minor: 2 },
	examples: {
		bad: [
			'CREATE INDEX CONCURRENTLY account_email ON account (email);',
			'REINDEX INDEX CONCURRENTLY app."Emails";',
			'REINDEX (VERBOSE, CONCURRENTLY true) TABLE account;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE INDEX account_email ON account (email);',
			'DROP INDEX CONCURRENTLY account_email;',
			'CREATE TEMP TABLE scratch (email text);\nCREATE INDEX ON scratch (email);',
		],
	},
	beside: ['drop-index-performance'],
	statements: {
		IndexStmt: ({ concurrent, relation }, seen) => (concurrent && relation ? corrupted(shown(relation), seen) : NONE),
		ReindexStmt: ({ params, relation, name = '' }, seen) =>
			isOn(params, 'concurrently') ? corrupted(relation ? shown(relation) : name, seen) : NONE,
	},
});

const corrupted = (object: string, { version, minor }: Seen): readonly Problem[] =>
	version === 14 && minor !== undefined && minor < 4
		? [{ object, message: `PostgreSQL 14.${minor} may leave rows of "${object}" out of the index` }]
		: [];
