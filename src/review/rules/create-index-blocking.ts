import { builtConcurrently } from '../index-text.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const createIndexBlocking = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'CREATE INDEX without CONCURRENTLY on a table that the script did not create.',
	why: 'Nobody can write to the table until the index is built.',
	advice: 'Build it concurrently, outside a transaction. Of partitioned tables, a rule of their own speaks.',
	op: "op.createIndex('account_email', 'account', ['email'], { online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY'],
	beside: ['create-index-partitioned', 'table-without-primary-key'],
	covers: ['unique-may-fail'],
	examples: {
		bad: [
			'CREATE INDEX account_email ON account (email);',
			'CREATE UNIQUE INDEX ON app.account USING btree (lower(email));',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, email text);\nCREATE INDEX account_email ON account (email);',
		],
		good: [
			'CREATE INDEX CONCURRENTLY account_email ON account (email);',
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE INDEX account_email ON account (email);',
			'CREATE TEMP TABLE scratch (id bigint);\nCREATE INDEX ON scratch (id);',
			'CREATE MATERIALIZED VIEW totals AS SELECT 1 AS one;\nCREATE INDEX ON totals (one);',
			'CREATE INDEX event_at ON ONLY event (at);',
			'CREATE TABLE IF NOT EXISTS event (at date NOT NULL) PARTITION BY RANGE (at);\nCREATE INDEX event_at ON event (at);',
		],
	},
	statements: {
		IndexStmt: ({ relation, concurrent, unique, idxname }, seen) => {
			if (!relation || concurrent || seen.isNew(relation) || !relation.inh) return NONE;
			if (seen.relation(relation)?.kind === 'partitioned table') return NONE;
			const kind = unique ? 'a unique index' : 'an index';
			const end = unique ? ', which fails where rows are the same' : '';
			const message = `writes to "${shown(relation)}" wait while ${kind} is built${end}`;
			return [{ object: idxname ?? shown(relation), message, instead: `${builtConcurrently(seen.text)};` }];
		},
	},
});
