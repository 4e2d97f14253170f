/**
 * allow large attachments
 *
 * Revision ID: 68f4d0a25be9
 * Revises: a05e93b7c62d
 */
import { type Op, sql, t } from 'gen-sql';

export const revision = '68f4d0a25be9';
export const downRevision: string | string[] | null = 'a05e93b7c62d';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.alterColumn('attachment', 'size', {
		type: t.bigInteger(),
		comment: 'In bytes, before compression',
		newColumnName: 'byte_size',
	});
	op.createCheckConstraint('ck_attachment_byte_size', 'attachment', 'byte_size >= 0');
	op.execute(sql`UPDATE attachment SET content_type = ${'application/octet-stream'} WHERE content_type IS NULL`);
	op.alterColumn('attachment', 'content_type', { nullable: false, serverDefault: 'application/octet-stream' });
	op.alterColumn('attachment', 'metadata', {
		type: t.jsonb(),
		serverDefault: {},
		postgresql: { using: 'metadata::jsonb' },
	});
}

export function downgrade(op: Op): void {
	op.alterColumn('attachment', 'metadata', {
		type: t.json(),
		serverDefault: null,
		postgresql: { using: 'metadata::json' },
	});
	op.alterColumn('attachment', 'content_type', { nullable: true, serverDefault: null });
	op.dropConstraint('ck_attachment_byte_size', 'attachment', 'check');
	// Refused by the server while there is an attachment of 2 GiB or more.
	op.alterColumn('attachment', 'byte_size', { type: t.integer(), comment: null, newColumnName: 'size' });
}
