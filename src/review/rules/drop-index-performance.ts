import type { QualifiedName } from '../../core/names.ts';
import { nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { droppedBy } from '../drops.ts';
import { defineRule } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const dropIndexPerformance = defineRule({
	severity: 'info',
	group: 'data',
	about: 'DROP INDEX of an index that the script neither created nor replaces.',
	why: 'Queries that used the index read the whole table from then on.',
	advice:
		'Look in pg_stat_user_indexes whether the index is used, on every replica. Silent where the script creates an index of that name, before or after, or one with the same leading columns, as far as the columns of the old one are known.',
	sources: ['https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ALL-INDEXES-VIEW'],
	examples: {
		bad: [
			'DROP INDEX CONCURRENTLY account_email;',
			'DROP INDEX CONCURRENTLY IF EXISTS app.account_email;',
			'CREATE INDEX CONCURRENTLY account_name ON account (name);\nDROP INDEX CONCURRENTLY account_email;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE INDEX account_email ON account (email);\nDROP INDEX account_email;',
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE INDEX account_email ON account (email);\nCREATE INDEX account_email_id ON account (email, id);\nDROP INDEX account_email;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nDROP TABLE account;',
			'DROP INDEX CONCURRENTLY IF EXISTS account_email;\nCREATE INDEX CONCURRENTLY account_email ON account (email);',
			'CREATE INDEX CONCURRENTLY account_email ON account (email);\nDROP INDEX CONCURRENTLY account_email;',
		],
	},
	statements: {
		DropStmt: (drop, seen) =>
			droppedBy(drop, 'OBJECT_INDEX')
				.filter((name) => !seen.isNew(name) && !isReplaced(name, seen))
				.map((name) => ({
					object: shown(name),
					message: `the index "${shown(name)}" is dropped, and queries may get slow`,
				})),
	},
});

/** Whether the script creates an index of that name, or one whose first columns are those of the old one. */
function isReplaced(name: QualifiedName, seen: Seen): boolean {
	if (seen.script.naming('index', name.name).length > 0) return true;
	const old = seen.relation(name)?.index;
	if (!old) return false;
	const columns = old.keys.map(({ column }) => column);
	return seen.script.has('IndexStmt', ({ relation, indexParams }) => {
		if (!relation || seen.relation(relation)?.id !== old.table) return false;
		const elements = nodesOf(indexParams, 'IndexElem');
		return columns.every((column, at) => column !== undefined && elements[at]?.name === column);
	});
}
