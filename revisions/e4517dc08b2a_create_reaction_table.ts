/**
 * create reaction table
 *
 * Revision ID: e4517dc08b2a
 * Revises: 96c2b0f8d3e1
 */
import { column, foreignKey, type Op, primaryKeyConstraint, sql, t } from 'gen-sql';

export const revision = 'e4517dc08b2a';
export const downRevision: string | string[] | null = '96c2b0f8d3e1';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('reaction', [
		column('message_id', t.bigInteger(), { references: foreignKey('message.id', { onDelete: 'CASCADE' }) }),
		column('user_id', t.uuid(), { references: foreignKey('user.id', { onDelete: 'CASCADE' }) }),
		column('emoji', t.string(32), { nullable: false }),
		column('reacted_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
		primaryKeyConstraint(['message_id', 'user_id'], { name: 'pk_reaction' }),
	]);
}

export function downgrade(op: Op): void {
	op.dropTable('reaction');
}
