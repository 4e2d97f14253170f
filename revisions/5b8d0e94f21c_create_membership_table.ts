/**
 * create membership table
 *
 * Revision ID: 5b8d0e94f21c
 * Revises: ae1027a6acf0
 */
import { column, foreignKey, type Op, primaryKeyConstraint, sql, t } from 'gen-sql';

export const revision = '5b8d0e94f21c';
export const downRevision: string | string[] | null = 'ae1027a6acf0';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('membership', [
		column('conversation_id', t.uuid(), { references: foreignKey('conversation.id', { onDelete: 'CASCADE' }) }),
		column('user_id', t.uuid(), { index: true, references: foreignKey('user.id', { onDelete: 'CASCADE' }) }),
		column('is_admin', t.boolean(), { nullable: false, serverDefault: false }),
		column('joined_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
		column('muted_until', t.dateTime({ timezone: true })),
		primaryKeyConstraint(['conversation_id', 'user_id'], { name: 'pk_membership' }),
	]);
}

export function downgrade(op: Op): void {
	op.dropTable('membership');
}
