import { type NodeKind, type NodeOf, nodeOf, nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { isBulkWrite, isOneRow } from '../bulk-writes.ts';
import { runsUnseen } from '../do-block.ts';
import { heldLocks } from '../held-locks.ts';
import { isProvenThroughout } from '../not-null-proof.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';

export const statementWhileHoldingLock = defineRule({
	severity: 'warning',
	group: 'locks',
	about:
		'A query, COPY, DO, CALL, REFRESH, or a change that reads all rows of another table, in a transaction that keeps others out of a table.',
	why: 'The lock of the statement before is held until the transaction ends, also for the time that this one takes.',
	advice:
		'Do it before the lock is taken, or in a transaction of its own. What only changes the catalog takes an instant: silent. Of a DO block that loops or calls something, it is advice; the statements in it are looked at like all others.',
	sources: ['https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES'],
	beside: ['add-check-scan', 'opaque-sql'],
	examples: {
		bad: [
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nSELECT count(*) FROM account;\nCOMMIT;',
			'BEGIN;\nALTER TABLE app."Account" ADD COLUMN plan text;\nCALL app.fill_plans();\nCOMMIT;',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nALTER TABLE invoice ADD CONSTRAINT paid CHECK (paid >= 0);\nCOMMIT;',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nDO $$BEGIN PERFORM fill_plans(); END$$;\nCOMMIT;',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nREFRESH MATERIALIZED VIEW CONCURRENTLY totals;\nCOMMIT;',
		],
		good: [
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nDO $$BEGIN UPDATE gen_sql_version SET version_num = 'b' WHERE version_num = 'a'; IF NOT FOUND THEN RAISE 'no'; END IF; END$$;\nCOMMIT;",
			'BEGIN;\nSELECT count(*) FROM account;\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;',
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCOMMENT ON COLUMN account.plan IS 'free or pro';\nCREATE TABLE tariff (id bigint PRIMARY KEY);\nSELECT set_config('search_path', 'app', true);\nCOMMIT;",
			'BEGIN;\nCREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN plan text;\nSELECT count(*) FROM invoice;\nCOMMIT;',
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nSELECT 1 FROM pg_class WHERE relname = 'account';\nSELECT plan FROM account WHERE id = 1;\nCOMMIT;",
		],
	},
	covers: ['multi-table-lock-order'],
	every: (seen) => {
		const held = heldLocks(seen);
		if (held.length === 0 || isBulkWrite(seen.tree, seen)) return NONE;
		const read = tableRead(seen);
		const other = isRunning(seen) ? held[0] : read && held.find(({ name }) => name !== read);
		if (!other) return NONE;
		const isOpaque = nodeOf(seen.tree, 'DoStmt') !== undefined;
		const words = read === undefined ? 'it may take long' : `all rows of "${read}" are read`;
		const message = `${words}, and ${other.lock} on "${other.name}" is held meanwhile`;
		const instead = `COMMIT;\n${seen.text};\nBEGIN;`;
		const object = seen.existing.find(({ blocks }) => blocks.writes)?.name ?? other.name;
		return [{ object, message, instead, ...(isOpaque && { severity: 'info' as const }) }];
	},
});

const RUNNING: readonly NodeKind[] = ['CallStmt', 'CopyStmt', 'ExecuteStmt', 'RefreshMatViewStmt'];

/** Whether it reads rows of a table that others use, or runs what cannot be seen. */
function isRunning(seen: Seen): boolean {
	const { tree, existing } = seen;
	if (RUNNING.some((kind) => nodeOf(tree, kind) !== undefined)) return true;
	const block = nodeOf(tree, 'DoStmt');
	if (block) return runsUnseen(block);
	const query = nodeOf(tree, 'SelectStmt');
	if (query) return existing.length > 0 && !isByKey(query, seen);
	const made = nodeOf(tree, 'CreateTableAsStmt');
	return made !== undefined && !made.into?.skipData && existing.length > 0;
}

function isByKey({ fromClause, whereClause }: NodeOf<'SelectStmt'>, seen: Seen): boolean {
	const [range, ...more] = nodesOf(fromClause, 'RangeVar');
	return fromClause?.length === 1 && more.length === 0 && isOneRow(range, whereClause, seen);
}

/** The table of which ALTER TABLE reads all rows while others wait for it. */
function tableRead(seen: Seen): string | undefined {
	const altered = nodeOf(seen.tree, 'AlterTableStmt');
	if (!altered || isProvenThroughout(altered, seen)) return undefined;
	return seen.existing.find((each) => each.scan && !each.rewrite && !each.indexBuild && each.blocks.writes)?.name;
}
