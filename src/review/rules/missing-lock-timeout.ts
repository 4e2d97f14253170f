import type { RelationFacts } from '../../dialects/facts.ts';
import { nodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { isLimited, isWaitedForByNone, limited } from '../timeouts.ts';
import { isVersionTable } from '../version-tables.ts';

export const missingLockTimeout = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'A statement that waits for a lock on a table that others use, without a lock_timeout.',
	why: 'While it waits for one long query, all that wants the table queues behind it.',
	advice:
		'Set lock_timeout before it, and try again when it fails. The first such statement of a script is told. Set the option `assumed` where the role or the database sets it.',
	op: 'op.execute("SET lock_timeout = \'2s\'");',
	sources: ['https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT'],
	options: { assumed: false },
	dependsOnRows: false,
	beside: ['timeout-too-long'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN plan text;',
			'SET lock_timeout = 0;\nALTER TABLE account ADD COLUMN plan text;',
			"BEGIN;\nSET LOCAL lock_timeout = '2s';\nCOMMIT;\nALTER TABLE account ADD COLUMN plan text;",
		],
		good: [
			"SET lock_timeout = '2s';\nALTER TABLE account ADD COLUMN plan text;",
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN plan text;',
			"BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;",
			"UPDATE account SET plan = 'free' WHERE id = 1;",
			"DO $$BEGIN SET LOCAL lock_timeout = '1s'; ALTER TABLE account ADD COLUMN plan text; END$$;",
			"DO $$BEGIN PERFORM set_config('lock_timeout', '1s', true); ALTER TABLE account ADD COLUMN plan text; END$$;",
			'BEGIN;\nLOCK TABLE account NOWAIT;\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;',
			'ALTER TYPE address ADD ATTRIBUTE zip text;',
			'CREATE SCHEMA app CREATE TABLE account (id bigint PRIMARY KEY, email text) CREATE INDEX emails ON account (email);',
			'REFRESH MATERIALIZED VIEW CONCURRENTLY totals;',
			'BEGIN;\nLOCK TABLE alembic_version IN SHARE ROW EXCLUSIVE MODE;\nCOMMIT;',
		],
	},
	every: (seen, { assumed: isAssumed }) => {
		const lock = isAssumed ? undefined : waitedFor(seen);
		if (!lock || seen.history.hasTold('missing-lock-timeout')) return NONE;
		seen.history.tell('missing-lock-timeout');
		const message = `it waits for ${lock.lock} on "${lock.name}" without an end`;
		return [{ object: lock.name, message, instead: limited('lock_timeout', '2s', seen) }];
	},
});

/** The lock that keeps writers out, and may have to be waited for without an end. */
function waitedFor(seen: Seen) {
	const isExplicit = nodeOf(seen.tree, 'TransactionStmt') !== undefined || !seen.facts.transactional;
	if (isExplicit || isWaitedForByNone(seen.tree) || isLimited('lock_timeout', seen)) return undefined;
	return seen.existing.find((each) => (each.blocks.writes || each.blocks.reads) && isWaitedFor(each, seen));
}

/** Whether clients use the relation, and the transaction has not locked it already. */
const isWaitedFor = ({ name, kind }: RelationFacts, { facts }: Seen): boolean =>
	kind !== 'composite type' && facts.held.get(name) !== 'ACCESS EXCLUSIVE' && !isVersionTable(name);
