import { randomUUID } from 'node:crypto';
import * as assert from 'uvu/assert';
import { messageOf } from '../support/clients.ts';
import { hasMariadb, mariadb } from '../support/mariadb.ts';
import { onServers } from '../support/on-servers.ts';
import type { Database } from '../support/postgres.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { sqliteDatabase } from '../support/sqlite.ts';
import { suite } from '../support/suite.ts';

const root = project({
	'gen-sql.config.ts': `export default { versionTableSchema: 'ops' };`,
	'revisions/a.ts': revisionText('aaa', null),
});
const plain = project({ 'gen-sql.config.ts': 'export default {};' });

onServers('db/ensure-version', (test, { open }) => {
	test('the table and its schema are created once, and scripts find them', async () => {
		const database = await open();
		const script = await printed(root, 'ensure-version', '--create-schema');
		await database.exec(script);
		await database.exec(await printed(root, 'upgrade', 'aaa'));
		await database.exec(script);
		assert.equal(await database.query('SELECT version_num FROM ops.gen_sql_version'), [{ version_num: 'aaa' }]);
	});

	test('a table of another form, or a view, is told of', async () => {
		for (const other of ['TABLE gen_sql_version (v int)', `VIEW gen_sql_version AS SELECT 'x' AS version`]) {
			const database = await open();
			await database.exec(`CREATE ${other}`);
			const script = await printed(plain, 'ensure-version');
			assert.match(await messageOf(database.exec(script)), 'column "version_num" does not exist');
		}
	});

	test('a role that may not create in the schema runs scripts once the table is there', async () => {
		const database = await open();
		await database.exec(await printed(root, 'ensure-version', '--create-schema'));
		const role = await newRole(database);
		await database.exec(`
			GRANT USAGE ON SCHEMA ops TO ${role};
			GRANT SELECT, INSERT, UPDATE, DELETE ON ops.gen_sql_version TO ${role}`);
		for (const [script, rows] of [
			[['upgrade', 'aaa'], [{ version_num: 'aaa' }]],
			[['downgrade', 'base'], []],
			[['stamp', 'aaa'], [{ version_num: 'aaa' }]],
			[['stamp', '--purge', 'base'], []],
		] as const) {
			await database.exec(`SET SESSION AUTHORIZATION ${role};\n${await printed(root, ...script)}`);
			await database.exec('RESET SESSION AUTHORIZATION');
			assert.equal(await database.query('SELECT version_num FROM ops.gen_sql_version'), rows, script.join(' '));
		}
	});
});

/** Roles belong to the server, which other tests use as well. */
async function newRole(database: Pick<Database, 'query' | 'exec'>): Promise<string> {
	const role = `writer_${randomUUID().replaceAll('-', '')}`;
	await database.exec(`CREATE ROLE ${role}`);
	return role;
}

suite('db/ensure-version elsewhere', (test) => {
	test('SQLite creates the table once', async () => {
		const database = sqliteDatabase();
		const script = await printed(plain, 'ensure-version', '--dialect', 'sqlite');
		database.exec(script);
		database.exec(script);
		assert.equal(database.all('SELECT * FROM gen_sql_version'), []);
	});

	(hasMariadb ? test : test.skip)('MariaDB creates the table once', async () => {
		const database = await mariadb();
		const script = await printed(plain, 'ensure-version', '--dialect', 'mysql');
		for (const { code, stderr } of [database(script), database(script)]) assert.is(code, 0, stderr);
		assert.is(database('SELECT count(*) FROM gen_sql_version', '--skip-column-names').stdout, '0\n');
	});
});
