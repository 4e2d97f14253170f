/**
 * create user table
 *
 * Revision ID: 1975ea83b712
 * Revises:
 */
import { column, type Op, sql, t } from 'gen-sql';

export const revision = '1975ea83b712';
export const downRevision: string | string[] | null = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('user', [
		column('id', t.uuid(), { primaryKey: true }),
		column('email', t.string(255), { nullable: false, unique: true }),
		column('display_name', t.string(100), { nullable: false }),
		column('created_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
	]);
	op.createIndex('ix_user_email', 'user', ['email']);
}

export function downgrade(op: Op): void {
	op.dropIndex('ix_user_email', 'user');
	op.dropTable('user');
}
