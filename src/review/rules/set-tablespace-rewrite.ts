import { type Action, defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { spelled } from '../spelled.ts';

export const setTablespaceRewrite = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'SET TABLESPACE of a table, a materialized view or an index that is not there already.',
	why: 'Its files are copied, and nobody can read or write the table meanwhile.',
	advice:
		'From version 14 on, REINDEX CONCURRENTLY moves an index while others work. A table is moved by pg_repack, or in a maintenance window. A partitioned table has no files: silent.',
	op: "op.autocommitBlock(() => op.execute('REINDEX (TABLESPACE fast, CONCURRENTLY) INDEX account_email'));",
	sources: [
		'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-TABLESPACE',
		'https://www.postgresql.org/docs/current/sql-reindex.html',
	],
	beside: ['table-without-primary-key'],
	examples: {
		bad: [
			'ALTER TABLE account SET TABLESPACE fast;',
			'ALTER INDEX app."Account email" SET TABLESPACE fast;',
			'ALTER MATERIALIZED VIEW totals SET TABLESPACE fast;',
			'ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE fast;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account SET TABLESPACE fast;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY) TABLESPACE fast;\nALTER TABLE account SET TABLESPACE fast;',
			'CREATE TABLE IF NOT EXISTS event (id bigint) PARTITION BY RANGE (id);\nALTER TABLE event SET TABLESPACE fast;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER INDEX account_pkey SET TABLESPACE fast;',
		],
	},
	statements: {
		AlterTableMoveAllStmt: ({ orig_tablespacename: from = '', new_tablespacename: to = '' }) => [
			{ object: from, message: `the files of all that is in "${from}" are copied to "${to}"` },
		],
	},
	actions: {
		AT_SetTableSpace: (action, seen) => {
			const { cmd, statement, table, name } = action;
			const isIndex = statement.objtype === 'OBJECT_INDEX' || seen.relation(table)?.kind === 'index';
			const isMoved = isIndex ? isIndexMoved(action, seen) : seen.work(table)?.rewrite;
			if (!isMoved) return NONE;
			const to = cmd.name ?? '';
			const message = `the files of "${name}" are copied to "${to}" under the strongest lock`;
			return [{ object: name, message, instead: isIndex ? rebuilt(action, seen) : undefined }];
		},
	},
});

function isIndexMoved({ cmd, table }: Action, seen: Seen): boolean {
	const index = seen.relation(table);
	if (!index) return true;
	return index.kind === 'index' && !seen.isNew(table) && (index.tablespace ?? 'pg_default') !== cmd.name;
}

function rebuilt({ cmd, table }: Action, seen: Seen): string | undefined {
	if (seen.version < 14) return undefined;
	return `REINDEX (TABLESPACE ${spelled(cmd.name ?? '')}, CONCURRENTLY) INDEX ${spelled(table)};`;
}
