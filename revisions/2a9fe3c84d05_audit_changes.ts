/**
 * audit changes
 *
 * Revision ID: 2a9fe3c84d05
 * Revises: e4517dc08b2a
 */
import { column, identity, type Op, sql, t } from 'gen-sql';
import { audited, unaudited } from './lib/audit.ts';

export const revision = '2a9fe3c84d05';
export const downRevision: string | string[] | null = 'e4517dc08b2a';
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

const TABLES = ['user', 'conversation', 'membership'];

export function upgrade(op: Op): void {
	op.createTable('audit_log', [
		column('id', t.bigInteger(), { primaryKey: true, identity: identity({ always: true, cache: 20 }) }),
		column('table_name', t.string(63), { nullable: false }),
		column('action', t.string(6), { nullable: false }),
		column('old_row', t.jsonb()),
		column('new_row', t.jsonb()),
		column('changed_by', t.text(), { nullable: false, serverDefault: sql`current_user` }),
		column('changed_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`clock_timestamp()` }),
	]);
	op.createIndex('ix_audit_log_new_row', 'audit_log', ['new_row'], {
		postgresql: { using: 'gin', ops: { new_row: 'jsonb_path_ops' } },
	});
	op.execute(`CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO audit_log (table_name, action, old_row, new_row)
	VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(OLD), to_jsonb(NEW));
	RETURN NULL;
END;
$$`);
	for (const table of TABLES) audited(op, table);
}

export function downgrade(op: Op): void {
	for (const table of TABLES) unaudited(op, table);
	op.execute('DROP FUNCTION record_change()');
	op.dropTable('audit_log');
}
