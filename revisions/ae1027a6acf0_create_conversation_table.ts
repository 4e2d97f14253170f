/**
 * create conversation table
 *
 * Revision ID: ae1027a6acf0
 * Revises: 1975ea83b712
 */
import { checkConstraint, column, foreignKey, type Op, t } from 'gen-sql';
import { timestamps, uuidKey } from './lib/columns.ts';

export const revision = 'ae1027a6acf0';
export const downRevision: string | string[] | null = '1975ea83b712';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('conversation', [
		uuidKey(),
		column('title', t.string(200), { comment: 'Null in direct conversations, which show the other person' }),
		column('kind', t.string(10), { nullable: false, serverDefault: 'group' }),
		column('is_archived', t.boolean(), { nullable: false, serverDefault: false }),
		column('created_by', t.uuid(), { references: foreignKey('user.id', { onDelete: 'SET NULL' }) }),
		...timestamps(),
		checkConstraint("kind IN ('direct', 'group')", { name: 'ck_conversation_kind' }),
	]);
}

export function downgrade(op: Op): void {
	op.dropTable('conversation');
}
