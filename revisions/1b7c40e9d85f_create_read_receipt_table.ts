/**
 * create read receipt table
 *
 * Revision ID: 1b7c40e9d85f
 * Revises: 68f4d0a25be9
 */
import { column, foreignKey, foreignKeyConstraint, type Op, primaryKeyConstraint, sql, t } from 'gen-sql';

export const revision = '1b7c40e9d85f';
export const downRevision: string | string[] | null = '68f4d0a25be9';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('read_receipt', [
		column('conversation_id', t.uuid()),
		column('user_id', t.uuid()),
		column('last_read_id', t.bigInteger(), {
			nullable: false,
			references: foreignKey('message.id', { onDelete: 'CASCADE' }),
		}),
		column('read_at', t.dateTime({ timezone: true, precision: 3 }), { nullable: false, serverDefault: sql`now()` }),
		primaryKeyConstraint(['conversation_id', 'user_id'], { name: 'pk_read_receipt' }),
		foreignKeyConstraint(['conversation_id', 'user_id'], ['membership.conversation_id', 'membership.user_id'], {
			name: 'fk_read_receipt_membership',
			onDelete: 'CASCADE',
		}),
	]);
	op.createTableComment('read_receipt', 'How far each member has read; messages up to last_read_id are not new');
	op.createTableComment('membership', 'Who takes part in a conversation, and as what');
}

export function downgrade(op: Op): void {
	op.dropTableComment('membership', { existingComment: 'Who takes part in a conversation, and as what' });
	op.dropTable('read_receipt');
}
