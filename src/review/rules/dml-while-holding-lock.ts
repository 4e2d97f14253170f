import { defineRule, NONE } from '../rule.ts';

const LONG = new Set(['UpdateStmt', 'DeleteStmt', 'MergeStmt']);
const STRONG = /^(?:ACCESS EXCLUSIVE|EXCLUSIVE|SHARE ROW EXCLUSIVE|SHARE)$/;

export const dmlWhileHoldingLock = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'UPDATE, DELETE, MERGE or INSERT … SELECT in a transaction that keeps others out of a table.',
	why: 'The lock of the statement before is held until all rows are written, and all that wants the table waits.',
	advice: 'Change the table in a transaction of its own, and the rows in batches behind it.',
	sources: ['https://www.postgresql.org/docs/current/explicit-locking.html'],
	beside: ['update-without-where', 'drop-default'],
	examples: {
		bad: [
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nUPDATE account SET plan = 'free' WHERE plan IS NULL;\nCOMMIT;",
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nUPDATE account SET plan = 'free';\nCOMMIT;",
			'BEGIN;\nALTER TABLE account ALTER COLUMN plan DROP DEFAULT;\nDELETE FROM audit WHERE id < 100;\nCOMMIT;',
		],
		good: [
			"BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;\nUPDATE account SET plan = 'free' WHERE plan IS NULL;",
			"BEGIN;\nCREATE TABLE account (id bigint PRIMARY KEY, plan text);\nUPDATE account SET plan = 'free' WHERE id = 1;\nCOMMIT;",
			"BEGIN;\nUPDATE account SET plan = 'free' WHERE plan IS NULL;\nCOMMIT;",
		],
	},
	every: (seen) => {
		const [kind = ''] = Object.keys(seen.tree);
		const isLong = LONG.has(kind) || (kind === 'InsertStmt' && /\bselect\b/i.test(seen.text));
		const held = [...seen.facts.held].find(([name, lock]) => STRONG.test(lock) && !name.endsWith('_version'));
		if (!isLong || !held || seen.existing.length === 0) return NONE;
		const [name, lock] = held;
		return [{ object: name, message: `rows are written while ${lock} on "${name}" is held` }];
	},
});
