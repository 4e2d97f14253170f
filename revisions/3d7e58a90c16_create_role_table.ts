/**
 * create role table
 *
 * Revision ID: 3d7e58a90c16
 * Revises: 84a6fd135c70
 */
import { column, type Op, t } from 'gen-sql';
import roles from './lib/roles.json' with { type: 'json' };

export const revision = '3d7e58a90c16';
export const downRevision: string | string[] | null = '84a6fd135c70';
export const branchLabels: string[] = ['permissions'];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	const role = op.createTable('role', [
		column('id', t.integer(), { primaryKey: true }),
		column('name', t.string(30), { nullable: false, unique: true }),
		column('rank', t.smallInteger(), { nullable: false }),
		column('description', t.text(), { nullable: false }),
		column('permissions', t.array(t.string(50)), { nullable: false }),
	]);
	op.bulkInsert(role, roles);

	op.addColumn('membership', column('role_id', t.integer()));
	op.execute(`UPDATE membership SET role_id = role.id FROM role
	WHERE role.name = CASE WHEN membership.is_admin THEN 'owner' ELSE 'member' END`);
	op.alterColumn('membership', 'role_id', { nullable: false });
	op.createForeignKey('fk_membership_role', 'membership', 'role', ['role_id'], ['id'], { onDelete: 'RESTRICT' });
	op.dropColumn('membership', 'is_admin');
}

export function downgrade(op: Op): void {
	op.addColumn('membership', column('is_admin', t.boolean(), { nullable: false, serverDefault: false }));
	op.execute(`UPDATE membership SET is_admin = true FROM role
	WHERE role.id = membership.role_id AND role.name = 'owner'`);
	op.dropConstraint('fk_membership_role', 'membership', 'foreignkey');
	op.dropColumn('membership', 'role_id');
	op.dropTable('role');
}
