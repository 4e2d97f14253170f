/**
 * create sign in table
 *
 * Revision ID: a05e93b7c62d
 * Revises: 4fc81de6730b
 */
import { checkConstraint, column, foreignKey, identity, type Op, sql, t } from 'gen-sql';

export const revision = 'a05e93b7c62d';
export const downRevision: string | string[] | null = '4fc81de6730b';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('sign_in', [
		column('id', t.bigInteger(), { primaryKey: true, identity: identity() }),
		column('user_id', t.uuid(), { nullable: false, references: foreignKey('user.id', { onDelete: 'CASCADE' }) }),
		column('ip_address', t.inet(), { nullable: false }),
		column('user_agent', t.text(), { nullable: false, serverDefault: '' }),
		column('risk_score', t.double(), { check: checkConstraint('risk_score BETWEEN 0 AND 1') }),
		column('lifetime', t.interval(), { nullable: false, serverDefault: '30 days' }),
		column('signed_in_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
	]);
	op.createIndex('ix_sign_in_user', 'sign_in', ['user_id', 'signed_in_at'], {
		postgresql: { include: ['ip_address'] },
	});
	op.createIndex('ix_sign_in_signed_in_at', 'sign_in', ['signed_in_at'], { postgresql: { using: 'brin' } });
}

export function downgrade(op: Op): void {
	op.dropTable('sign_in');
}
