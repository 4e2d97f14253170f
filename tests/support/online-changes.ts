import { revisionText } from './project.ts';

/** What the changes are made in, with this many rows. */
const tables = (rows: number): string => `
	op.createTable('author', [column('id', t.integer(), { primaryKey: true })]);
	op.createTable('post', [
		column('id', t.integer(), { primaryKey: true }),
		column('author_id', t.integer(), { serverDefault: 1 }),
		column('slug', t.text(), { serverDefault: sql\`md5(random()::text)\` }),
		column('views', t.integer(), { serverDefault: 0 }),
	]);
	op.execute('INSERT INTO author SELECT generate_series(1, 100)');
	op.execute('INSERT INTO post (author_id) SELECT 1 + n % 100 FROM generate_series(1, ${rows}) n');`;

/** Each change as it is written online; the plain form is the same without the option. */
export const CHANGES: Readonly<Record<string, string>> = {
	'an index': `op.createIndex('ix_post_author', 'post', ['author_id'], { online: true });`,
	'a foreign key': `op.createForeignKey('fk_post_author', 'post', 'author', ['author_id'], ['id'], { online: true });`,
	'a check': `op.createCheckConstraint('ck_post_views', 'post', 'views >= 0', { online: true });`,
	'a unique constraint': `op.createUniqueConstraint('uq_post_slug', 'post', ['slug', 'id'], { online: true });`,
	'NOT NULL': `op.alterColumn('post', 'slug', { nullable: false, existingNullable: true, online: true });`,
	'a column with a volatile default':
		"op.addColumn('post', column('token', t.double(), { serverDefault: sql`random()`, nullable: false }), { online: true });",
};

/** The same without the option. */
export const plainForm = (change: string): string => change.replace(/, (?:\{ online: true \}|online: true)/, '');

/** A project that makes the tables, then the change; it goes back by itself. */
export const changeFiles = (change: string, rows: number): Readonly<Record<string, string>> => ({
	'revisions/a.ts': revisionText('aaa', null, tables(rows)),
	'revisions/b.ts': revisionText('bbb', 'aaa', change).replace(
		/export function downgrade.*/,
		"export const downgrade = 'auto';",
	),
});
