/**
 * appeal against hidden messages
 *
 * Revision ID: 8b36c1d07f5e
 * Revises: 2d90f7b4e1ac
 */
import type { Op } from 'gen-sql';

export const revision = '8b36c1d07f5e';
export const downRevision: string | string[] | null = '2d90f7b4e1ac';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.addEnumValue('message_state', 'appealed');
	// The new label may be used once it is committed: the script begins another part here.
	op.createIndex('ix_message_appealed', 'message', ['sent_at'], { postgresql: { where: "state = 'appealed'" } });
}

export function downgrade(op: Op): void {
	op.dropIndex('ix_message_appealed', 'message');
	op.replaceEnum('message_state', ['shown', 'hidden'], {
		columns: [{ table: 'message', column: 'state', serverDefault: 'shown' }],
		mapping: { appealed: 'hidden' },
	});
}
