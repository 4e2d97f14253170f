/**
 * create attachment table
 *
 * Revision ID: 0e92d4b7a835
 * Revises: c3f7a1620bd9
 */
import { column, foreignKey, type Op, t } from 'gen-sql';
import { timestamps, uuidKey } from './lib/columns.ts';

export const revision = '0e92d4b7a835';
export const downRevision: string | string[] | null = 'c3f7a1620bd9';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable(
		'attachment',
		[
			uuidKey(),
			column('message_id', t.bigInteger(), {
				nullable: false,
				index: true,
				references: foreignKey('message.id', { onDelete: 'CASCADE' }),
			}),
			column('file_name', t.string(255), { nullable: false }),
			column('content_type', t.string(100)),
			column('size', t.integer(), { nullable: false }),
			column('sha256', t.char(64), { nullable: false }),
			column('width', t.smallInteger()),
			column('height', t.smallInteger()),
			column('duration', t.interval(), { comment: 'Of sound and video' }),
			column('thumbnail', t.largeBinary(), { comment: 'WebP, at most 128 pixels wide' }),
			column('metadata', t.json()),
			...timestamps(),
		],
		{ comment: 'What is known of a file; the file itself is in the object store, under its sha256' },
	);
}

export function downgrade(op: Op): void {
	op.dropTable('attachment');
}
