/**
 * search messages
 *
 * Revision ID: 71e0c5b94fa8
 * Revises: b86d07f2a19e
 */
import { column, computed, type Op, t } from 'gen-sql';

export const revision = '71e0c5b94fa8';
export const downRevision: string | string[] | null = 'b86d07f2a19e';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	const search = computed("to_tsvector('english', body)", { persisted: true });
	op.addColumn('message', column('search', t.tsvector(), { computed: search }));
	op.sqlFile('sql/search.sql');
}

export function downgrade(op: Op): void {
	op.execute('DROP FUNCTION search_messages(uuid, text)');
	op.dropColumn('message', 'search');
}
