import * as assert from 'uvu/assert';
import { catalog, isEmpty } from '../support/catalog.ts';
import { asOneQuery } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import { printed, project, revisionText } from '../support/project.ts';

const TABLE = `op.createTable('note', [column('id', t.integer(), { primaryKey: true }), column('body', t.text())]);`;

const BATCH = `await op.batchAlterTable('note', async (batch) => {
	batch.addColumn(column('author', t.string(50), { nullable: false, serverDefault: 'nobody' }));
	batch.execute("update note set author = 'somebody'");
	batch.alterColumn('body', { nullable: false, newColumnName: 'text' });
	batch.createIndex('ix_note_author', ['author']);
	batch.createUniqueConstraint('uq_note_text', ['text']);
	batch.createCheckConstraint('ck_note_text', "text <> ''");
	batch.createTableComment('notes');
});`;

const BACK = `op.batchAlterTable('note', (batch) => {
	batch.dropTableComment();
	batch.dropConstraint('ck_note_text', 'check');
	batch.dropConstraint('uq_note_text');
	batch.dropIndex('ix_note_author');
	batch.alterColumn('text', { nullable: true, newColumnName: 'body' });
	batch.dropColumn('author');
});`;

const SINGLE = `op.addColumn('note', column('author', t.string(50), { nullable: false, serverDefault: 'nobody' }));
op.alterColumn('note', 'body', { nullable: false, newColumnName: 'text' });
op.createIndex('ix_note_author', 'note', ['author']);
op.createUniqueConstraint('uq_note_text', 'note', ['text']);
op.createCheckConstraint('ck_note_text', 'note', "text <> ''");
op.invoke(operations.createTableComment.create('note', 'notes'));`;

const revisions = (up: string, imports = ''): string =>
	project({
		'revisions/a.ts': revisionText('aaaa', null, TABLE, `op.dropTable('note');`),
		'revisions/b.ts': revisionText('bbbb', 'aaaa', up, BACK, imports).replace(
			'export function upgrade(op: Op): void',
			'export async function upgrade(op: Op): Promise<void>',
		),
	});

onServers('db/batch', (test, { open }) => {
	test('a batch does what its operations do one by one, and goes back', async () => {
		const root = revisions(BATCH);
		const [batch, single] = [await open(), await open()];
		await asOneQuery(batch, await printed(root, 'upgrade', 'aaaa'));
		const before = await catalog(batch);
		await asOneQuery(batch, await printed(root, 'upgrade', 'aaaa:head'));
		await asOneQuery(
			single,
			await printed(revisions(SINGLE, `import { operations } from 'gen-sql';`), 'upgrade', 'head'),
		);
		assert.equal(await catalog(batch), await catalog(single));
		await asOneQuery(batch, await printed(root, 'downgrade', 'bbbb:aaaa'));
		assert.equal(await catalog(batch), before);
		await asOneQuery(batch, await printed(root, 'downgrade', 'aaaa:base'));
		assert.ok(isEmpty(await catalog(batch)));
	});
});
