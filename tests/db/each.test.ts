import * as assert from 'uvu/assert';
import { catalog } from '../support/catalog.ts';
import { byStatement, messageOf } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { sqliteDatabase } from '../support/sqlite.ts';
import { suite } from '../support/suite.ts';

const users = revisionText(
	'aaaa',
	null,
	[
		`op.createTable('user', [column('id', t.integer(), { primaryKey: true }), column('email', t.text())]);`,
		`op.execute('insert into "user" select n, n::text from generate_series(1, 5000) n');`,
	].join('\n'),
	`op.dropTable('user');`,
);
const index = revisionText(
	'bbbb',
	'aaaa',
	`op.createIndex('ix_email', 'user', ['email'], { unique: true, postgresql: { concurrently: true } }); op.addColumn('user', column('age', t.integer(), { nullable: false, serverDefault: 0 }), { online: true });`,
	`op.dropColumn('user', 'age', { online: true }); op.dropIndex('ix_email', 'user', { postgresql: { concurrently: true } });`,
);

const files = { 'revisions/a.ts': users, 'revisions/b.ts': index };
const each = project({ ...files, 'gen-sql.config.ts': 'export default { transactionalDdl: false };' });

onServers('db/each', (test, { open, needsPsql }) => {
	test('statements that are committed one by one leave what one transaction leaves, there and back', async () => {
		const [one, other] = [await open(), await open()];
		await byStatement(one, await printed(each, 'upgrade', 'head'));
		await byStatement(other, await printed(project(files), 'upgrade', 'head'));
		assert.equal(await catalog(one, null), await catalog(other, null));
		assert.equal(await one.query('SHOW lock_timeout'), [{ lock_timeout: '0' }]);
		await byStatement(one, await printed(each, 'downgrade', 'base'));
		assert.equal(await one.query('SELECT version_num FROM gen_sql_version'), []);
		assert.equal(await one.query(`SELECT to_regclass('"user"') AS found`), [{ found: null }]);
	});

	test('a script that fails has done what stands before, and has not recorded the revision', async () => {
		const database = await open();
		await byStatement(database, await printed(each, 'upgrade', 'aaaa'));
		await database.exec('ALTER TABLE "user" ADD COLUMN age text');
		const rest = await printed(each, 'upgrade', 'aaaa:head');
		assert.match(await messageOf(byStatement(database, rest)), /column "age" .* already exists/);
		assert.equal(await database.query('SELECT version_num FROM gen_sql_version'), [{ version_num: 'aaaa' }]);
		assert.equal(await database.query(`SELECT to_regclass('ix_email')::text AS found`), [{ found: 'ix_email' }]);
	});

	needsPsql('psql that goes on after an error does not record an index that failed', async () => {
		const database = await open();
		await byStatement(database, await printed(each, 'upgrade', 'aaaa'));
		await database.exec(`UPDATE "user" SET email = '1' WHERE id = 2`);
		const { stderr } = await database.psql(await printed(each, 'upgrade', 'aaaa:head'));
		assert.match(stderr, /could not create unique index/);
		assert.equal(await database.query('SELECT version_num FROM gen_sql_version'), [{ version_num: 'aaaa' }]);
	});

	test('a script that starts elsewhere changes nothing', async () => {
		const database = await open();
		await byStatement(database, await printed(each, 'upgrade', 'aaaa'));
		const before = await catalog(database, null);
		const up = await printed(each, 'upgrade', 'head');
		assert.match(await messageOf(byStatement(database, up)), /starts at base \(no row\); the database is at aaaa/);
		await database.exec('ROLLBACK');
		assert.equal(await catalog(database, null), before);
	});
});

suite('db/each', (test) => {
	test('in SQLite, statements that are committed one by one leave what one transaction leaves', async () => {
		const own = revisionText(
			'aaaa',
			null,
			`op.createTable('user', [column('id', t.integer())]);`,
			`op.dropTable('user');`,
		);
		const next = revisionText(
			'bbbb',
			'aaaa',
			`op.addColumn('user', column('age', t.integer()));`,
			`op.dropColumn('user', 'age');`,
		);
		const root = project({
			'revisions/a.ts': own,
			'revisions/b.ts': next,
			'gen-sql.config.ts': `export default { dialect: 'sqlite', transactionalDdl: false };`,
		});
		const database = sqliteDatabase();
		const up = await printed(root, 'upgrade', 'head');
		database.exec(up);
		assert.equal(database.all('SELECT version_num FROM gen_sql_version'), [{ version_num: 'bbbb' }]);
		assert.equal(database.all(`SELECT name FROM pragma_table_info('user')`), [{ name: 'id' }, { name: 'age' }]);
		assert.throws(() => database.exec(up), /this script starts at base/);
		database.exec(await printed(root, 'downgrade', 'base'));
		assert.equal(database.all('SELECT version_num FROM gen_sql_version'), []);
	});
});
