import { isOn } from '../../dialects/postgresql/facts/definitions.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const reindexBlocking = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'REINDEX without CONCURRENTLY, from version 12 on.',
	why: 'Nobody can write to the table until its indexes are built anew, and queries that would use one of them wait.',
	advice: 'Say CONCURRENTLY, outside a transaction. REINDEX SYSTEM cannot.',
	op: "op.autocommitBlock(() => op.execute('REINDEX TABLE CONCURRENTLY account'));",
	sources: ['https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY'],
	beside: ['concurrently-off-switch'],
	examples: {
		bad: ['REINDEX TABLE account;', 'REINDEX (CONCURRENTLY false) INDEX app.account_email;', 'REINDEX SCHEMA app;'],
		good: [
			'REINDEX TABLE CONCURRENTLY account;',
			'REINDEX (CONCURRENTLY) INDEX account_email;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nREINDEX TABLE account;',
		],
	},
	statements: {
		ReindexStmt: ({ params, relation, name, kind }, seen) => {
			if (isOn(params, 'concurrently') || seen.version < 12 || kind === 'REINDEX_OBJECT_SYSTEM') return NONE;
			if (relation && seen.isNew(relation)) return NONE;
			const object = relation ? shown(relation) : (name ?? '');
			const isPlain = !seen.text.includes('(');
			const instead = `${seen.text.replace(/^(reindex\s+\w+)/i, '$1 CONCURRENTLY')};`;
			return [
				{
					object,
					message: `writes wait while REINDEX builds "${object}" anew`,
					instead: isPlain ? instead : undefined,
				},
			];
		},
	},
});
