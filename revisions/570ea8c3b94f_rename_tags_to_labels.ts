/**
 * rename tags to labels
 *
 * Revision ID: 570ea8c3b94f
 * Revises: 93d6ab270ec4
 */
import type { Op } from 'gen-sql';
import { assignToWorkspace, removeFromWorkspace } from './lib/workspaces.ts';

export const revision = '570ea8c3b94f';
export const downRevision: string | string[] | null = '93d6ab270ec4';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.renameTable('tag', 'label');
	op.renameTable('conversation_tag', 'conversation_label');
	op.alterColumn('conversation_label', 'tag_id', { newColumnName: 'label_id' });

	assignToWorkspace(op, 'label');
	op.dropConstraint('uq_tag_name', 'label', 'unique');
	op.createUniqueConstraint('uq_label_name', 'label', ['workspace_id', 'name']);
	op.createTableComment('label', 'What a workspace sorts its conversations by');
}

export function downgrade(op: Op): void {
	op.dropTableComment('label', { existingComment: 'What a workspace sorts its conversations by' });
	op.dropConstraint('uq_label_name', 'label', 'unique');
	// Refused by the server while two workspaces have a label of the same name.
	op.createUniqueConstraint('uq_tag_name', 'label', ['name']);
	removeFromWorkspace(op, 'label');

	op.alterColumn('conversation_label', 'label_id', { newColumnName: 'tag_id' });
	op.renameTable('conversation_label', 'conversation_tag');
	op.renameTable('label', 'tag');
}
