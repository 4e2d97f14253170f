import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parents of each revision, by number. */
type Shape = (count: number) => readonly (readonly number[])[];

export const chain: Shape = (count) => Array.from({ length: count }, (_, index) => (index === 0 ? [] : [index - 1]));

/** Of each twenty revisions, two lines of ten part at the first; the next twenty begin with their merge. */
export const branched: Shape = (count) =>
	Array.from({ length: count }, (_, index) => {
		if (index === 0) return [];
		if (index % 20 === 0) return [index - 1, index - 11];
		return [index % 20 === 10 ? index - 10 : index - 1];
	});

/** A line, and a head beside each of its revisions but the first three. */
export const combed: Shape = (count) =>
	Array.from({ length: count }, (_, index) =>
		index === 0 ? [] : [index > 3 && index % 2 === 0 ? index - 2 : index - 1],
	);

/** The revisions of both tools are the same: a table of four columns, an index, a further column. */
const ids = (count: number): readonly string[] =>
	Array.from({ length: count }, (_, index) => createHash('sha1').update(String(index)).digest('hex').slice(0, 12));

export function revisions(
	count: number,
	shape: Shape,
): readonly { readonly id: string; readonly parents: readonly string[] }[] {
	const all = ids(count);
	return shape(count).map((parents, index) => ({
		id: all[index] ?? '',
		parents: parents.flatMap((parent) => all[parent] ?? []),
	}));
}

/** One name as a string, several in brackets, none as a word. */
const names = (parents: readonly string[], none: string, [open, close]: readonly [string, string]): string =>
	parents.length > 1
		? `${open}${parents.map((id) => `'${id}'`).join(', ')}${close}`
		: parents[0]
			? `'${parents[0]}'`
			: none;

const typescript = (id: string, parents: readonly string[], index: number): string => `/**
 * create table ${index}
 *
 * Revision ID: ${id}
 * Revises: ${parents.join(', ')}
 */
import { column, sql, t, type Op } from 'gen-sql';

export const revision = '${id}';
export const downRevision: string | string[] | null = ${names(parents, 'null', ['[', ']'])};
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

const python = (id: string, parents: readonly string[], index: number): string => `"""create table ${index}

Revision ID: ${id}
Revises: ${parents.join(', ')}
"""
from alembic import op
import sqlalchemy as sa

revision = '${id}'
down_revision = ${names(parents, 'None', ['(', ')'])}
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
export function genSqlProject(root: string, count: number, shape = chain): string {
	const folder = join(root, `gen-sql-${shape.name}-${count}`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(join(folder, 'revisions'), { recursive: true });
	mkdirSync(join(folder, 'node_modules'));
	for (const [index, { id, parents }] of revisions(count, shape).entries()) {
		writeFileSync(join(folder, 'revisions', `${id}_create_table_${index}.ts`), typescript(id, parents, index));
	}
	return folder;
}

/** Write the project of Alembic; returns its folder. */
export function alembicProject(root: string, count: number, shape = chain): string {
	const folder = join(root, `alembic-${shape.name}-${count}`);
	const versions = join(folder, 'alembic/versions');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(versions, { recursive: true });
	writeFileSync(join(folder, 'alembic.ini'), INI);
	writeFileSync(join(folder, 'alembic/env.py'), ENV);
	for (const [index, { id, parents }] of revisions(count, shape).entries()) {
		writeFileSync(join(versions, `${id}_create_table_${index}.py`), python(id, parents, index));
	}
	return folder;
}
