/**
 * allow several reactions to a message
 *
 * Revision ID: ce03f85a71d6
 * Revises: 1b7c40e9d85f
 */
import type { Op } from 'gen-sql';

export const revision = 'ce03f85a71d6';
export const downRevision: string | string[] | null = '1b7c40e9d85f';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.dropConstraint('pk_reaction', 'reaction', 'primary');
	op.createPrimaryKey('pk_reaction', 'reaction', ['message_id', 'user_id', 'emoji']);
}

export function downgrade(op: Op): void {
	// The old key has room for one reaction a person: the latest is kept.
	op.execute(`DELETE FROM reaction AS older USING reaction AS newer
	WHERE (older.message_id, older.user_id) = (newer.message_id, newer.user_id)
		AND (older.reacted_at, older.emoji) < (newer.reacted_at, newer.emoji)`);
	op.dropConstraint('pk_reaction', 'reaction', 'primary');
	op.createPrimaryKey('pk_reaction', 'reaction', ['message_id', 'user_id']);
}
