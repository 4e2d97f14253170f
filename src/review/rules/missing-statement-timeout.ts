import type { RelationFacts } from '../../dialects/facts.ts';
import { nodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { isProvenThroughout } from '../not-null-proof.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { isLimited, isWaitedForByNone, limited } from '../timeouts.ts';

export const missingStatementTimeout = defineRule({
	severity: 'info',
	group: 'locks',
	about:
		'A statement that reads or writes all rows of a table while others wait for it, without a statement_timeout or, from version 17 on, a transaction_timeout.',
	why: 'Nothing ends it when it takes longer than expected, and all that wants the table waits as long.',
	advice:
		'Set statement_timeout before it, to what the application bears. The first such statement of a script is told. Not before CONCURRENTLY and VALIDATE, which are to take their time, nor where only the catalog changes. Set the option `assumed` where the role or the database sets it.',
	op: 'op.execute("SET statement_timeout = \'30s\'");',
	sources: ['https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-STATEMENT-TIMEOUT'],
	options: { assumed: false },
	beside: [
		'add-check-scan',
		'constraint-may-fail',
		'create-index-blocking',
		'implicit-transaction',
		'set-not-null-scan',
	],
	examples: {
		bad: [
			"SET lock_timeout = '2s';\nALTER TABLE account ADD CONSTRAINT c CHECK (seats > 0);",
			'SET lock_timeout = \'2s\';\nSET statement_timeout = 0;\nCREATE INDEX account_email ON app."Account" (email);',
			"SET lock_timeout = '2s';\nBEGIN;\nSET LOCAL statement_timeout = '30s';\nCOMMIT;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;",
		],
		good: [
			"SET lock_timeout = '2s';\nALTER TABLE account ADD COLUMN plan text;",
			"SET lock_timeout = '2s';\nCREATE INDEX CONCURRENTLY account_email ON account (email);\nALTER TABLE account VALIDATE CONSTRAINT c;",
			"SET lock_timeout = '2s';\nREFRESH MATERIALIZED VIEW CONCURRENTLY totals;",
			"SET lock_timeout = '2s';\nCREATE TABLE account (id bigint PRIMARY KEY, plan text);\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;",
			"SET lock_timeout = '2s';\nALTER TABLE account ADD CONSTRAINT c CHECK (plan IS NOT NULL) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT c;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;",
		],
	},
	every: (seen, { assumed: isAssumed }) => {
		const table = isAssumed || isWaitedForByNone(seen.tree) ? undefined : seen.existing.find(isBlockedFor);
		if (!table || isBounded(seen) || seen.history.hasTold('missing-statement-timeout')) return NONE;
		const altered = nodeOf(seen.tree, 'AlterTableStmt');
		if (altered && isProvenThroughout(altered, seen)) return NONE;
		seen.history.tell('missing-statement-timeout');
		const message = `nothing ends the work on "${table.name}" while others wait for it`;
		return [{ object: table.name, message, instead: limited('statement_timeout', '30s', seen) }];
	},
});

const isBlockedFor = ({ blocks, rewrite, scan, indexBuild }: RelationFacts): boolean =>
	blocks.writes && (rewrite || scan || indexBuild);

const isBounded = (seen: Seen): boolean =>
	isLimited('statement_timeout', seen) || (seen.version >= 17 && isLimited('transaction_timeout', seen));
