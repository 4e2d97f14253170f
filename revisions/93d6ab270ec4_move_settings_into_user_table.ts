/**
 * move settings into user table
 *
 * Revision ID: 93d6ab270ec4
 * Revises: ce03f85a71d6
 */
import { checkConstraint, column, foreignKey, type Op, t } from 'gen-sql';

export const revision = '93d6ab270ec4';
export const downRevision: string | string[] | null = 'ce03f85a71d6';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.addColumn('user', column('locale', t.string(35), { nullable: false, serverDefault: 'en' }));
	op.addColumn('user', column('away_until', t.date()));
	op.addColumn('user', column('quiet_from', t.time()));
	op.addColumn('user', column('quiet_until', t.time()));
	op.execute(`UPDATE "user" SET (locale, away_until, quiet_from, quiet_until)
	= (setting.locale, setting.away_until, setting.quiet_from, setting.quiet_until)
	FROM user_setting AS setting WHERE setting.user_id = "user".id`);
	op.createCheckConstraint('ck_user_quiet_hours', 'user', '(quiet_from IS NULL) = (quiet_until IS NULL)');
	op.dropTable('user_setting');
}

export function downgrade(op: Op): void {
	op.createTable('user_setting', [
		column('user_id', t.uuid(), { primaryKey: true, references: foreignKey('user.id', { onDelete: 'CASCADE' }) }),
		column('locale', t.string(35), { nullable: false, serverDefault: 'en' }),
		column('away_until', t.date()),
		column('quiet_from', t.time()),
		column('quiet_until', t.time()),
		checkConstraint('(quiet_from IS NULL) = (quiet_until IS NULL)', { name: 'ck_user_setting_quiet_hours' }),
	]);
	op.execute(`INSERT INTO user_setting (user_id, locale, away_until, quiet_from, quiet_until)
	SELECT id, locale, away_until, quiet_from, quiet_until FROM "user"`);
	op.dropConstraint('ck_user_quiet_hours', 'user', 'check');
	op.dropColumn('user', 'quiet_until');
	op.dropColumn('user', 'quiet_from');
	op.dropColumn('user', 'away_until');
	op.dropColumn('user', 'locale');
}
