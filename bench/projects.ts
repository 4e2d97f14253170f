import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A chain of revisions, the same for both tools: a table of four columns, an index, a further column. */
const ids = (count: number): readonly string[] =>
	Array.from({ length: count }, (_, index) => createHash('sha1').update(String(index)).digest('hex').slice(0, 12));

const typescript = (id: string, parent: string | undefined, index: number): string => `/**
 * create table ${index}
 *
 * Revision ID: ${id}
 * Revises: ${parent ?? ''}
 */
import { column, sql, t, type Op } from 'gen-sql';

export const revision = '${id}';
export const downRevision: string | string[] | null = ${parent === undefined ? 'null' : `'${parent}'`};
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Op): void {
	op.createTable('table_${index}', [
		column('id', t.uuid(), { primaryKey: true }),
		column('email', t.string(255), { nullable: false, unique: true }),
		column('display_name', t.string(100), { nullable: false }),
		column('created_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql\`now()\` }),
	]);
	op.createIndex('ix_table_${index}_name', 'table_${index}', ['display_name']);
	op.addColumn('table_${index}', column('nickname', t.string(50)));
}

export function downgrade(op: Op): void {
	op.dropTable('table_${index}');
}
`;

const python = (id: string, parent: string | undefined, index: number): string => `"""create table ${index}

Revision ID: ${id}
Revises: ${parent ?? ''}
"""
from alembic import op
import sqlalchemy as sa

revision = '${id}'
down_revision = ${parent === undefined ? 'None' : `'${parent}'`}
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'table_${index}',
        sa.Column('id', sa.Uuid(), primary_key=True),
        sa.Column('email', sa.String(255), nullable=False, unique=True),
        sa.Column('display_name', sa.String(100), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False, server_default=sa.text('now()')),
    )
    op.create_index('ix_table_${index}_name', 'table_${index}', ['display_name'])
    op.add_column('table_${index}', sa.Column('nickname', sa.String(50)))


def downgrade() -> None:
    op.drop_table('table_${index}')
`;

const ENV = `from alembic import context

context.configure(url="postgresql://", literal_binds=True, dialect_opts={"paramstyle": "named"})
with context.begin_transaction():
    context.run_migrations()
`;

const INI = `[alembic]
script_location = %(here)s/alembic
path_separator = os
`;

/** Write the project of gen-sql; returns its folder. */
export function genSqlProject(root: string, count: number): string {
	const folder = join(root, `gen-sql-${count}`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(join(folder, 'revisions'), { recursive: true });
	mkdirSync(join(folder, 'node_modules'));
	ids(count).forEach((id, index, all) => {
		writeFileSync(join(folder, 'revisions', `${id}_create_table_${index}.ts`), typescript(id, all[index - 1], index));
	});
	return folder;
}

/** Write the project of Alembic; returns its folder. */
export function alembicProject(root: string, count: number): string {
	const folder = join(root, `alembic-${count}`);
	const versions = join(folder, 'alembic/versions');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(versions, { recursive: true });
	writeFileSync(join(folder, 'alembic.ini'), INI);
	writeFileSync(join(folder, 'alembic/env.py'), ENV);
	ids(count).forEach((id, index, all) => {
		writeFileSync(join(versions, `${id}_create_table_${index}.py`), python(id, all[index - 1], index));
	});
	return folder;
}
