/**
 * create message table
 *
 * Revision ID: c3f7a1620bd9
 * Revises: 5b8d0e94f21c
 */
import { column, computed, foreignKey, identity, type Op, sql, t } from 'gen-sql';

export const revision = 'c3f7a1620bd9';
export const downRevision: string | string[] | null = '5b8d0e94f21c';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('message', [
		column('id', t.bigInteger(), { primaryKey: true, identity: identity({ always: true }) }),
		column('conversation_id', t.uuid(), {
			nullable: false,
			references: foreignKey('conversation.id', { onDelete: 'CASCADE' }),
		}),
		column('author_id', t.uuid(), {
			comment: 'Null when the author has deleted the account',
			references: foreignKey('user.id', { onDelete: 'SET NULL' }),
		}),
		column('reply_to_id', t.bigInteger(), { references: foreignKey('message.id', { onDelete: 'SET NULL' }) }),
		column('body', t.text(), { nullable: false }),
		column('body_length', t.integer(), { computed: computed('char_length(body)', { persisted: true }) }),
		column('sent_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
		column('edited_at', t.dateTime({ timezone: true })),
		column('deleted_at', t.dateTime({ timezone: true })),
	]);
	op.createIndex('ix_message_timeline', 'message', ['conversation_id', sql`sent_at DESC`], {
		postgresql: { where: 'deleted_at IS NULL' },
	});
}

export function downgrade(op: Op): void {
	op.dropIndex('ix_message_timeline', 'message');
	op.dropTable('message');
}
