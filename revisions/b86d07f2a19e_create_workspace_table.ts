/**
 * create workspace table
 *
 * Revision ID: b86d07f2a19e
 * Revises: 2a9fe3c84d05
 */
import { column, type Op, t, uniqueConstraint } from 'gen-sql';
import { audited, unaudited } from './lib/audit.ts';
import { timestamps, uuidKey } from './lib/columns.ts';
import { assignToWorkspace, FIRST_WORKSPACE, removeFromWorkspace } from './lib/workspaces.ts';

export const revision = 'b86d07f2a19e';
export const downRevision: string | string[] | null = '2a9fe3c84d05';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	const workspace = op.createTable('workspace', [
		uuidKey(),
		column('name', t.string(100), { nullable: false }),
		column('slug', t.string(63), { nullable: false, comment: 'The first part of its host name' }),
		column('email_domains', t.array(t.string(253)), {
			nullable: false,
			serverDefault: [],
			comment: 'Whoever has an address there may join',
		}),
		column('price_per_seat', t.numeric(8, 2), { nullable: false, serverDefault: 0 }),
		column('trial_ends_on', t.date()),
		...timestamps(),
		uniqueConstraint(['slug'], { name: 'uq_workspace_slug' }),
	]);
	op.bulkInsert(workspace, [{ id: FIRST_WORKSPACE, name: "Everyone's workspace", slug: 'home' }]);
	audited(op, 'workspace');
	assignToWorkspace(op, 'conversation');
}

export function downgrade(op: Op): void {
	removeFromWorkspace(op, 'conversation');
	unaudited(op, 'workspace');
	op.dropTable('workspace');
}
