/**
 * create user setting table
 *
 * Revision ID: 84a6fd135c70
 * Revises: 0e92d4b7a835
 */
import { checkConstraint, column, foreignKey, type Op, t } from 'gen-sql';

export const revision = '84a6fd135c70';
export const downRevision: string | string[] | null = '0e92d4b7a835';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('user_setting', [
		column('user_id', t.uuid(), { primaryKey: true, references: foreignKey('user.id', { onDelete: 'CASCADE' }) }),
		column('locale', t.string(35), { nullable: false, serverDefault: 'en' }),
		column('away_until', t.date()),
		column('quiet_from', t.time()),
		column('quiet_until', t.time()),
		checkConstraint('(quiet_from IS NULL) = (quiet_until IS NULL)', { name: 'ck_user_setting_quiet_hours' }),
	]);
}

export function downgrade(op: Op): void {
	op.dropTable('user_setting');
}
