/**
 * create book table
 *
 * Revision ID: 9b27e05d31fa
 * Revises: 4c1d6f0a92be
 */
import { column, foreignKey, type Op, t } from 'gen-sql';

export const revision = '9b27e05d31fa';
export const downRevision: string | string[] | null = '4c1d6f0a92be';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('book', [
		column('id', t.bigInteger(), { primaryKey: true }),
		column('author_id', t.bigInteger(), { nullable: false, references: foreignKey('author.id'), index: true }),
		column('title', t.string(500), { nullable: false }),
		column('isbn', t.string(13), { unique: true }),
	]);
	op.addColumn('author', column('country', t.string(2), { comment: 'ISO 3166-1' }));
}

export function downgrade(op: Op): void {
	op.dropColumn('author', 'country');
	op.dropTable('book');
}
