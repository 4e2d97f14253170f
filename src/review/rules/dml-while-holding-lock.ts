import { nodeOf, nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { isBulkWrite } from '../bulk-writes.ts';
import { type Held, heldLocks, heldOn } from '../held-locks.ts';
import { builtConcurrently } from '../index-text.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';

export const dmlWhileHoldingLock = defineRule({
	severity: 'error',
	group: 'locks',
	about:
		'UPDATE, DELETE, MERGE, INSERT … SELECT, CREATE INDEX or VALIDATE CONSTRAINT in a transaction that keeps others out of a table.',
	why: 'The lock of the statement before is held until all rows are written or read, and all that wants the table waits.',
	advice:
		'Change the table in a transaction of its own, and the rows in batches behind it. A row that is named by its key, as that of a version table, and rows in VALUES are written in an instant: silent.',
	sources: ['https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES'],
	beside: ['constraint-may-fail', 'create-index-blocking', 'drop-default', 'update-without-where'],
	examples: {
		bad: [
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nUPDATE account SET plan = 'free' WHERE plan IS NULL;\nCOMMIT;",
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nUPDATE account SET plan = 'free';\nCOMMIT;",
			'BEGIN;\nALTER TABLE account ALTER COLUMN plan DROP DEFAULT;\nDELETE FROM audit WHERE id < 100;\nCOMMIT;',
			'BEGIN;\nALTER TABLE app."Account" ADD COLUMN plan text;\nINSERT INTO audit (id) SELECT id FROM app."Account";\nCOMMIT;',
			'BEGIN;\nALTER TABLE app_version ADD COLUMN plan text;\nWITH gone AS (DELETE FROM audit WHERE at < now() RETURNING id) SELECT count(*) FROM gone;\nCOMMIT;',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCREATE INDEX account_plan ON account (plan);\nCOMMIT;',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nALTER TABLE invoice VALIDATE CONSTRAINT paid;\nCOMMIT;',
		],
		good: [
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;\nUPDATE account SET plan = 'free' WHERE plan IS NULL;",
			"BEGIN;\nCREATE TABLE account (id bigint PRIMARY KEY, plan text);\nUPDATE account SET plan = 'free' WHERE id = 1;\nCOMMIT;",
			"BEGIN;\nUPDATE account SET plan = 'free' WHERE plan IS NULL;\nCOMMIT;",
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nUPDATE gen_sql_version SET version_num = 'b' WHERE version_num = 'a';\nCOMMIT;",
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;\nCREATE INDEX CONCURRENTLY account_plan ON account (plan);',
			"CREATE TABLE IF NOT EXISTS tariff (code text PRIMARY KEY, name text);\nBEGIN;\nALTER TABLE account ADD COLUMN plan text;\nUPDATE tariff SET name = 'Free' WHERE code = 'free' AND name IS NULL;\nINSERT INTO tariff (code) VALUES ('pro'), ('basic');\nCOMMIT;",
		],
	},
	every: (seen) => {
		const held = heldLocks(seen);
		const work = held.length > 0 && seen.existing.length > 0 ? longWork(seen, held) : undefined;
		if (!work) return NONE;
		const { words, during } = work;
		const message = `${words} while ${during.lock} on "${during.name}" is held`;
		return [{ object: during.name, message, instead: `COMMIT;\n${alone(seen)};\nBEGIN;` }];
	},
});

/** The statement for itself; an index then need not keep others out. */
function alone(seen: Seen): string {
	const table = nodeOf(seen.tree, 'IndexStmt')?.relation;
	const isPlain = table && seen.relation(table)?.kind !== 'partitioned table';
	return isPlain ? builtConcurrently(seen.text) : seen.text;
}

interface Work {
	readonly words: string;
	/** The lock that is held meanwhile. */
	readonly during: Held;
}

function longWork(seen: Seen, held: readonly Held[]): Work | undefined {
	const [first] = held;
	if (first && isBulkWrite(seen.tree, seen)) return { words: 'rows are written', during: first };
	return indexBuilt(seen, held) ?? validated(seen, held);
}

/** An index of the table itself, which others could still read without the lock; of further ones speaks another rule. */
function indexBuilt({ tree, existing, facts }: Seen, held: readonly Held[]): Work | undefined {
	const table = nodeOf(tree, 'IndexStmt') && existing.find(({ indexBuild }) => indexBuild);
	const [during, ...more] = held;
	const isOwn = more.length === 0 && during?.name === table?.name && during?.lock === 'ACCESS EXCLUSIVE';
	return during && isOwn && facts.transactional ? { words: 'an index is built', during } : undefined;
}

/** A constraint of another table; where the table itself is locked, another rule speaks. */
function validated(seen: Seen, held: readonly Held[]): Work | undefined {
	const commands = nodesOf(nodeOf(seen.tree, 'AlterTableStmt')?.cmds, 'AlterTableCmd');
	const table = seen.existing.find(({ scan, blocks }) => scan && !blocks.writes);
	if (!table || !commands.some(({ subtype }) => subtype === 'AT_ValidateConstraint')) return undefined;
	if (heldOn(table.name, seen)) return undefined;
	const [during] = held;
	return during && { words: `the rows of "${table.name}" are read`, during };
}
