import type { RelationFacts } from '../../dialects/facts.ts';
import { heldLocks, heldOn } from '../held-locks.ts';
import { defineRule, NONE } from '../rule.ts';

export const multiTableLockOrder = defineRule({
	severity: 'info',
	group: 'locks',
	about: 'A transaction that locks a second table against writes.',
	why: 'It waits for the second table while it blocks the first. A client that uses the two in the other order waits for it in turn, and the server ends one of them: a deadlock.',
	advice: 'One table in one transaction. It is told of the second table of a transaction, not of further ones.',
	sources: ['https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS'],
	beside: ['add-column-inline-foreign-key', 'foreign-key-without-index'],
	examples: {
		bad: [
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nALTER TABLE invoice ADD COLUMN paid boolean;\nCOMMIT;',
			'BEGIN;\nLOCK TABLE app."Account" IN SHARE ROW EXCLUSIVE MODE;\nALTER TABLE account ADD COLUMN plan text;\nALTER TABLE invoice ADD COLUMN paid boolean;\nCOMMIT;',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nALTER TABLE invoice ADD COLUMN account_id bigint REFERENCES account (id);\nCOMMIT;',
		],
		good: [
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;\nBEGIN;\nALTER TABLE invoice ADD COLUMN paid boolean;\nCOMMIT;',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCREATE TABLE invoice (id bigint PRIMARY KEY);\nALTER TABLE invoice ADD COLUMN paid boolean;\nALTER TABLE account ADD COLUMN seats bigint;\nCOMMIT;',
			'ALTER TABLE account ADD COLUMN plan text;\nALTER TABLE invoice ADD COLUMN paid boolean;',
			'BEGIN;\nALTER TABLE invoice ADD CONSTRAINT payer FOREIGN KEY (payer) REFERENCES account (id) NOT VALID;\nCOMMIT;',
		],
	},
	every: (seen) => {
		const held = heldLocks(seen);
		if (held.length === 0) return NONE;
		const next = seen.existing.find(({ name, ...other }) => isBlocked(other) && !heldOn(name, seen));
		const told = `multi-table-lock-order ${seen.facts.transaction}`;
		const [first] = held;
		if (!next || !first || seen.history.hasTold(told)) return NONE;
		seen.history.tell(told);
		const message = `${next.lock} on "${next.name}" is waited for while ${first.lock} on "${first.name}" is held`;
		return [{ object: next.name, message, instead: `COMMIT;\nBEGIN;\n${seen.text};` }];
	},
});

const isBlocked = ({ isTable, blocks }: Pick<RelationFacts, 'isTable' | 'blocks'>): boolean => isTable && blocks.writes;
