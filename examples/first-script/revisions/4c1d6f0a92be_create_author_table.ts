/**
 * create author table
 *
 * Revision ID: 4c1d6f0a92be
 * Revises:
 */
import { column, type Op, sql, t } from 'gen-sql';

export const revision = '4c1d6f0a92be';
export const downRevision: string | string[] | null = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('author', [
		column('id', t.bigInteger(), { primaryKey: true }),
		column('name', t.string(200), { nullable: false }),
		column('created_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
	]);
}

export function downgrade(op: Op): void {
	op.dropTable('author');
}
