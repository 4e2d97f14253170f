import { droppedBy } from '../drops.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const dropIndexBlocking = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'DROP INDEX without CONCURRENTLY.',
	why: 'It waits for all that use the table, and meanwhile nobody else can read or write it.',
	advice: 'Drop it concurrently, outside a transaction. An index on a partitioned table cannot be dropped so.',
	op: "op.dropIndex('account_email', 'account', { online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-dropindex.html'],
	beside: ['drop-index-performance'],
	examples: {
		bad: ['DROP INDEX account_email;', 'DROP INDEX IF EXISTS app.account_email;', 'DROP INDEX a, b;'],
		good: [
			'DROP INDEX CONCURRENTLY account_email;',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text);\nCREATE INDEX account_plan ON account (plan);\nDROP INDEX account_plan;',
			'DROP INDEX CONCURRENTLY IF EXISTS account_email;',
		],
	},
	statements: {
		DropStmt: (drop, seen) => {
			if (drop.concurrent) return NONE;
			const names = droppedBy(drop, 'OBJECT_INDEX').filter(
				(name) => !seen.isNew(name) && seen.relation(name)?.kind !== 'partitioned index',
			);
			return names.map((name) => ({
				object: shown(name),
				message: `all that uses the table of "${shown(name)}" waits while the index is dropped`,
				instead: `DROP INDEX CONCURRENTLY ${drop.missing_ok ? 'IF EXISTS ' : ''}${spelled(name)};`,
			}));
		},
	},
});
