/**
 * index message search
 *
 * Revision ID: d92b6a1f0e37
 * Revises: 71e0c5b94fa8
 */
import type { Op } from 'gen-sql';

export const revision = 'd92b6a1f0e37';
export const downRevision: string | string[] | null = '71e0c5b94fa8';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// A revision of its own, since it runs outside a transaction: should it fail, what came before stays.
export function upgrade(op: Op): void {
	op.createIndex('ix_message_search', 'message', ['search'], {
		postgresql: { using: 'gin', with: { fastupdate: false }, concurrently: true },
	});
}

export function downgrade(op: Op): void {
	op.dropIndex('ix_message_search', 'message', { postgresql: { concurrently: true } });
}
