import { ident, type Op, sql } from 'gen-sql';

const triggerName = (table: string) => ident(`audit_${table}`);

/** Record every change to a table in `audit_log`. */
export function audited(op: Op, table: string): void {
	op.execute(sql`CREATE TRIGGER ${triggerName(table)}
	AFTER INSERT OR UPDATE OR DELETE ON ${ident(table)}
	FOR EACH ROW EXECUTE FUNCTION record_change()`);
}

/** Stop recording the changes to a table; what has been recorded stays. */
export function unaudited(op: Op, table: string): void {
	op.execute(sql`DROP TRIGGER ${triggerName(table)} ON ${ident(table)}`);
}
