/**
 * create tag tables
 *
 * Revision ID: f10b6c29e7d4
 * Revises: 84a6fd135c70
 */
import {
	checkConstraint,
	column,
	foreignKey,
	index,
	type Op,
	primaryKeyConstraint,
	t,
	uniqueConstraint,
} from 'gen-sql';
import { timestamps, uuidKey } from './lib/columns.ts';

export const revision = 'f10b6c29e7d4';
export const downRevision: string | string[] | null = '84a6fd135c70';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('tag', [
		uuidKey(),
		column('name', t.string(50), { nullable: false }),
		column('color', t.char(7), {
			nullable: false,
			serverDefault: '#808080',
			check: checkConstraint("color ~ '^#[0-9a-f]{6}$'", { name: 'ck_tag_color' }),
		}),
		...timestamps(),
		uniqueConstraint(['name'], { name: 'uq_tag_name' }),
	]);
	op.createTable('conversation_tag', [
		column('conversation_id', t.uuid(), { references: foreignKey('conversation.id', { onDelete: 'CASCADE' }) }),
		column('tag_id', t.uuid(), { references: foreignKey('tag.id', { onDelete: 'CASCADE' }) }),
		primaryKeyConstraint(['conversation_id', 'tag_id'], { name: 'pk_conversation_tag' }),
		index('ix_conversation_tag_tag', ['tag_id']),
	]);
}

export function downgrade(op: Op): void {
	op.dropTable('conversation_tag');
	op.dropTable('tag');
}
