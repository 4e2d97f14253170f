import { type NodeKind, nodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { isBulkWrite } from '../bulk-writes.ts';
import { mayTakeLong } from '../do-block.ts';
import { heldOn } from '../held-locks.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { isLimited, limited } from '../timeouts.ts';
import { isVersionTable } from '../version-tables.ts';

export const lockTable = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'LOCK TABLE that keeps others out, without a limit on the wait or for longer than an instant.',
	why: 'It is held until the transaction ends. Without a mode it is the strongest lock: nobody else can read the table, either.',
	advice:
		'Name the mildest mode that does, such as SHARE ROW EXCLUSIVE, with which others read on. Silent where lock_timeout or NOWAIT limits the wait, and nothing long follows in the transaction.',
	sources: [
		'https://www.postgresql.org/docs/current/sql-lock.html',
		'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
	],
	beside: ['dml-while-holding-lock'],
	covers: ['missing-lock-timeout'],
	examples: {
		bad: [
			"BEGIN;\nLOCK TABLE account;\nUPDATE account SET plan = 'free' WHERE plan IS NULL;\nCOMMIT;",
			'SET lock_timeout = 0;\nBEGIN;\nLOCK TABLE app."Account" IN SHARE MODE;\nCOMMIT;',
			'BEGIN;\nLOCK account, invoice IN EXCLUSIVE MODE NOWAIT;\nINSERT INTO invoice (id) SELECT id FROM account;\nCOMMIT;',
		],
		good: [
			"BEGIN;\nLOCK TABLE account IN SHARE ROW EXCLUSIVE MODE;\nUPDATE account SET plan = 'free' WHERE id = 1;\nCOMMIT;",
			'BEGIN;\nLOCK TABLE account IN ROW EXCLUSIVE MODE;\nDELETE FROM account WHERE plan IS NULL;\nCOMMIT;',
			'BEGIN;\nCREATE TABLE account (id bigint PRIMARY KEY);\nLOCK TABLE account;\nUPDATE account SET id = id + 1 WHERE id > 7;\nCOMMIT;',
			'BEGIN;\nLOCK TABLE gen_sql_version IN SHARE ROW EXCLUSIVE MODE;\nDELETE FROM account WHERE plan IS NULL;\nCOMMIT;',
			'SET lock_timeout = DEFAULT;\nBEGIN;\nLOCK TABLE account IN ACCESS SHARE MODE;\nCOMMIT;',
		],
	},
	statements: {
		LockStmt: ({ nowait: isImmediate }, seen) => {
			const tables = seen.existing.filter(
				({ name, lock, blocks }) => blocks.writes && heldOn(name, seen)?.lock !== lock && !isVersionTable(name),
			);
			if (tables.length === 0) return NONE;
			const isWaiting = !isImmediate && !isLimited('lock_timeout', seen);
			const isLong = isLongAhead(seen);
			if (!isWaiting && !isLong) return NONE;
			return tables.map(({ name, lock }) => ({
				object: name,
				message: isLong
					? `${lock} on "${name}" is held for the work that follows`
					: `${lock} on "${name}" is waited for without an end`,
				instead: isLong ? undefined : limited('lock_timeout', '2s', seen),
			}));
		},
	},
});

interface Ahead {
	/** Where the first long work stands; undefined when there is none. */
	readonly at: number | undefined;
	/** Where the transaction ends. */
	readonly end: number;
}

/** What stands ahead of the last LOCK TABLE of a script: most often it stands ahead of the next one, too. */
const known = new WeakMap<Seen['history'], Ahead>();

/** Whether long work follows in the transaction. */
function isLongAhead(seen: Seen): boolean {
	const { later, history, index } = seen;
	const ahead = later.untilEnd();
	const last = known.get(history);
	if (last?.end === ahead.end && (last.at === undefined || last.at > index)) return last.at !== undefined;
	const at = ahead.firstThat((tree) => isLongWork(tree, seen));
	known.set(history, { at, end: ahead.end });
	return at !== undefined;
}

const LONG: readonly NodeKind[] = ['CallStmt', 'CopyStmt', 'IndexStmt', 'RefreshMatViewStmt'];

function isLongWork(tree: Node, seen: Seen): boolean {
	const block = nodeOf(tree, 'DoStmt');
	if (block) return mayTakeLong(block);
	return LONG.some((kind) => nodeOf(tree, kind) !== undefined) || isBulkWrite(tree, seen);
}
