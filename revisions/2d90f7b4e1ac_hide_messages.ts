/**
 * hide messages
 *
 * Revision ID: 2d90f7b4e1ac
 * Revises: 570ea8c3b94f
 */
import { column, type Op, t } from 'gen-sql';

export const revision = '2d90f7b4e1ac';
export const downRevision: string | string[] | null = '570ea8c3b94f';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	const state = t.enum('message_state', ['shown', 'hidden']);
	op.addColumn('message', column('state', state, { nullable: false, serverDefault: 'shown' }));
	op.createFunction('note_edit', {
		returns: 'trigger',
		language: 'plpgsql',
		body: `
BEGIN
	NEW.edited_at := now();
	RETURN NEW;
END;
`,
	});
	op.createTrigger('tr_message_edit', 'message', {
		timing: 'BEFORE',
		events: [{ updateOf: ['body'] }],
		forEach: 'ROW',
		function: 'note_edit',
	});
}

export const downgrade = 'auto';
