/**
 * check messages while they are in use
 *
 * Revision ID: f4127e9da0b3
 * Revises: 8b36c1d07f5e
 */
import type { Op } from 'gen-sql';

export const revision = 'f4127e9da0b3';
export const downRevision: string | string[] | null = '8b36c1d07f5e';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createCheckConstraint('ck_message_body', 'message', "body <> ''", { online: true });
	op.createIndex('ix_message_author_id', 'message', ['author_id'], { online: true });
}

export const downgrade = 'auto';
