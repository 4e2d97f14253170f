/**
 * drop nickname
 *
 * Revision ID: 5b0c7d21e8f4
 * Revises:
 */
import { column, irreversible, type Op, t } from 'gen-sql';

export const revision = '5b0c7d21e8f4';
export const downRevision: string | string[] | null = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.dropColumn('account', 'nickname', {
		schema: 'app',
		waive: [{ rule: 'drop-column', reason: 'no reader since 2.3' }],
	});
	op.createIndex('ix_plan_name', 'plan', ['name'], { schema: 'app' });
	op.createTable('visit', [column('id', t.uuid(), { primaryKey: true })]);
}

export const downgrade = irreversible('the nicknames are gone');
