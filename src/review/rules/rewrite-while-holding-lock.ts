import type { RelationFacts } from '../../dialects/facts.ts';
import { heldLocks } from '../held-locks.ts';
import { defineRule, NONE } from '../rule.ts';
import { isUnknown } from '../volatile-default.ts';

export const rewriteWhileHoldingLock = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'A table is written anew, or an index built, in a transaction that keeps others out of another table.',
	why: 'Both tables are blocked for as long as the work on the one takes.',
	advice: 'Commit between the two. Where it is not known whether a table is written anew, it is a warning.',
	sources: ['https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES'],
	beside: [
		'add-column-volatile-default',
		'add-unique-builds-index',
		'cluster-rewrite',
		'create-index-blocking',
		'table-without-primary-key',
	],
	examples: {
		bad: [
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCREATE INDEX invoice_at ON invoice (at);\nCOMMIT;',
			'BEGIN;\nALTER TABLE app."Account" ADD COLUMN plan text;\nALTER TABLE invoice ADD COLUMN token uuid DEFAULT gen_random_uuid();\nCOMMIT;',
			'BEGIN;\nLOCK TABLE account IN SHARE MODE;\nALTER TABLE invoice ADD CONSTRAINT number UNIQUE (number);\nCOMMIT;',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCLUSTER invoice USING invoice_at;\nCOMMIT;',
		],
		good: [
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCREATE TABLE scratch (id bigint);\nCREATE INDEX ON scratch (id);\nCOMMIT;',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;\nCREATE INDEX CONCURRENTLY invoice_at ON invoice (at);',
			"BEGIN;\nCREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN plan text;\nCOMMENT ON TABLE account IS 'Customers';\nCOMMIT;",
			'BEGIN;\nSELECT 1 FROM account WHERE id = 1 FOR UPDATE;\nALTER TABLE invoice ADD COLUMN plan text;\nCOMMIT;',
		],
	},
	covers: ['multi-table-lock-order'],
	every: (seen) => {
		const held = heldLocks(seen);
		const table = held.length > 0 ? seen.existing.find(isWorkedOn) : undefined;
		const other = table && held.find(({ name }) => name !== table.name);
		if (!table || !other) return NONE;
		const isCertain = !table.reasons.some(isUnknown);
		const words = table.rewrite
			? `"${table.name}" ${isCertain ? 'is' : 'may be'} written anew`
			: `an index on "${table.name}" is built`;
		const message = `${words} while ${other.lock} on "${other.name}" is held`;
		const instead = `COMMIT;\nBEGIN;\n${seen.text};`;
		return [{ object: table.name, message, instead, ...(!isCertain && { severity: 'warning' as const }) }];
	},
});

const isWorkedOn = ({ rewrite, indexBuild, blocks }: RelationFacts): boolean =>
	blocks.writes && (rewrite || indexBuild);
