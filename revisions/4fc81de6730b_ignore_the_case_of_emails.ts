/**
 * ignore the case of emails
 *
 * Revision ID: 4fc81de6730b
 * Revises: d92b6a1f0e37
 */
import { type Op, sql } from 'gen-sql';

export const revision = '4fc81de6730b';
export const downRevision: string | string[] | null = 'd92b6a1f0e37';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createIndex('uq_user_email_lower', 'user', [sql`lower(email)`], { unique: true });
	op.dropIndex('ix_user_email', 'user');
}

export function downgrade(op: Op): void {
	op.createIndex('ix_user_email', 'user', ['email']);
	op.dropIndex('uq_user_email_lower', 'user');
}
