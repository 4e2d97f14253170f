/**
 * merge permissions and tags
 *
 * Revision ID: 96c2b0f8d3e1
 * Revises: 3d7e58a90c16, f10b6c29e7d4
 */
import type { Op } from 'gen-sql';

export const revision = '96c2b0f8d3e1';
export const downRevision: string | string[] | null = ['3d7e58a90c16', 'f10b6c29e7d4'];
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	void op;
}

export function downgrade(op: Op): void {
	void op;
}
