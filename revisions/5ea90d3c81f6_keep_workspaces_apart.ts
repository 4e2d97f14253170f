/**
 * keep workspaces apart
 *
 * Revision ID: 5ea90d3c81f6
 * Revises: f4127e9da0b3
 */
import type { Op } from 'gen-sql';

export const revision = '5ea90d3c81f6';
export const downRevision: string | string[] | null = 'f4127e9da0b3';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createPolicy('own_workspace', 'conversation', {
		using: "workspace_id = current_setting('chat.workspace')::uuid",
	});
	op.enableRowLevelSecurity('conversation');
	op.createView(
		'conversation_overview',
		`SELECT c.id, c.title, count(m.id) AS messages, max(m.sent_at) AS last_sent_at
FROM conversation c LEFT JOIN message m ON m.conversation_id = c.id AND m.state = 'shown'
GROUP BY c.id`,
		{ securityInvoker: true },
	);
	op.grant('SELECT', { table: 'conversation_overview' }, 'public');
}

export const downgrade = 'auto';
