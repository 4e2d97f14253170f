import { column, ident, type Op, sql, t } from 'gen-sql';

/** The workspace of everything that is older than workspaces. */
export const FIRST_WORKSPACE = '6f1c9a52-3b0e-4d77-9c1a-8e5d20b7f413';

/** Make each row of a table belong to a workspace; the rows there are go into the first one. */
export function assignToWorkspace(op: Op, table: string): void {
	op.addColumn(table, column('workspace_id', t.uuid()));
	op.execute(sql`UPDATE ${ident(table)} SET workspace_id = ${FIRST_WORKSPACE}`);
	op.alterColumn(table, 'workspace_id', { nullable: false });
	op.createForeignKey(`fk_${table}_workspace`, table, 'workspace', ['workspace_id'], ['id'], { onDelete: 'CASCADE' });
	op.createIndex(`ix_${table}_workspace_id`, table, ['workspace_id']);
}

export function removeFromWorkspace(op: Op, table: string): void {
	op.dropIndex(`ix_${table}_workspace_id`, table);
	op.dropConstraint(`fk_${table}_workspace`, table, 'foreignkey');
	op.dropColumn(table, 'workspace_id');
}
