import * as assert from 'uvu/assert';
import { catalog } from '../support/catalog.ts';
import { byStatement } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import type { Database } from '../support/postgres.ts';
import { printed, project, revisionText, run } from '../support/project.ts';

const ITEM = `op.createTable('item', [column('id', t.integer(), { primaryKey: true })]);`;
const NAME = `op.addColumn('item', column('name', t.text()));`;
const INDEX = `op.createIndex('ix_item_name', 'item', ['name'], { postgresql: { concurrently: true } });`;

const files = {
	'revisions/a.ts': revisionText('aaa', null, ITEM, `op.dropTable('item');`),
	'revisions/b.ts': revisionText('bbb', 'aaa', NAME, `op.dropColumn('item', 'name');`),
	'revisions/c.ts': revisionText(
		'ccc',
		'bbb',
		INDEX,
		`op.dropIndex('ix_item_name', 'item', { postgresql: { concurrently: true } });`,
	),
};

const script = (...argv: readonly string[]): Promise<string> => printed(project(files), ...argv);

const rows = async (database: Pick<Database, 'query'>): Promise<readonly unknown[]> =>
	(await database.query('SELECT version_num FROM gen_sql_version ORDER BY 1')).map((row) => row['version_num']);

async function failure(running: Promise<void>): Promise<string> {
	try {
		await running;
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error('the script ran');
}

const psql = (database: Database, text: string, ...args: readonly string[]) => database.psql(text, { args });

onServers('db/guard', (test, { open, needsPsql }) => {
	test('a script runs once, and says where the database is when it is run again', async () => {
		const database = await open();
		const up = await script('upgrade', 'base:bbb');
		await database.exec(up);
		assert.equal(await rows(database), ['bbb']);
		const before = await catalog(database, null);
		assert.is(await failure(database.exec(up)), 'gen-sql: this script starts at base (no row); the database is at bbb');
		assert.equal(await catalog(database, null), before);
		assert.equal(await rows(database), ['bbb']);
	});

	test('a script that starts elsewhere changes nothing', async () => {
		const database = await open();
		await database.exec(await script('upgrade', 'aaa'));
		const before = await catalog(database, null);
		const message = 'gen-sql: this script starts at bbb; the database is at aaa';
		assert.is(await failure(database.exec(await script('downgrade', 'bbb:base'))), message);
		assert.equal(await catalog(database, null), before);
	});

	test('an empty database is told apart from one that is elsewhere', async () => {
		const database = await open();
		const message = await failure(database.exec(await script('upgrade', 'aaa:bbb')));
		assert.is(message, 'gen-sql: this script starts at aaa; the database has no table gen_sql_version');
		assert.equal(await database.query("SELECT 1 FROM pg_class WHERE relname LIKE 'gen_sql%'"), []);
	});

	needsPsql('psql that goes on after errors changes nothing either, not even outside a transaction', async () => {
		const database = await open();
		await database.exec(await script('upgrade', 'bbb'));
		await database.exec('UPDATE gen_sql_version SET version_num = $$xxx$$');
		const before = await catalog(database, null);
		const up = await psql(database, await script('upgrade', 'bbb:ccc'));
		assert.match(up.stderr, 'this script starts at bbb; the database is at xxx');
		assert.match(up.stderr, 'cannot execute CREATE INDEX in a read-only transaction');
		assert.equal(await catalog(database, null), before);
		assert.equal(await rows(database), ['xxx']);
	});

	needsPsql('psql that stops at the first error ends with 3', async () => {
		const database = await open();
		const result = await psql(database, await script('upgrade', 'aaa:bbb'), '-v', 'ON_ERROR_STOP=1');
		assert.is(result.code, 3);
	});

	needsPsql('an index is built concurrently between two transactions, and dropped again', async () => {
		const database = await open();
		const up = await psql(database, await script('upgrade', 'base:ccc'), '-v', 'ON_ERROR_STOP=1');
		assert.is(up.code, 0, up.stderr);
		assert.equal(await rows(database), ['ccc']);
		assert.equal(await database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_item_name'::regclass"), [
			{ indisvalid: true },
		]);
		const down = await psql(database, await script('downgrade', 'base'), '-v', 'ON_ERROR_STOP=1');
		assert.is(down.code, 0, down.stderr);
		assert.equal(await rows(database), []);
	});

	needsPsql('an index that could not be built is not recorded as built', async () => {
		const database = await open();
		const unique = INDEX.replace('{ postgresql', '{ unique: true, postgresql');
		const root = project({ ...files, 'revisions/c.ts': revisionText('ccc', 'bbb', unique) });
		await database.exec(await script('upgrade', 'bbb'));
		await database.exec("INSERT INTO item (name) VALUES ('twice'), ('twice')");
		const { stdout } = await run(root, ['upgrade', 'bbb:ccc']);
		const first = await psql(database, stdout);
		assert.match(first.stderr, 'could not create unique index');
		assert.match(first.stderr, 'gen-sql: the index ix_item_name is missing or invalid');
		assert.equal(await rows(database), ['bbb']);
		await database.query('DROP INDEX CONCURRENTLY IF EXISTS ix_item_name');
		await database.exec('UPDATE item SET name = id::text');
		const second = await psql(database, stdout, '-v', 'ON_ERROR_STOP=1');
		assert.is(second.code, 0, second.stderr);
		assert.equal(await rows(database), ['ccc']);
	});

	needsPsql('a part of a revision does not run when the one before it has failed', async () => {
		const database = await open();
		const body = `op.alterColumn('item', 'name', { nullable: false }); ${INDEX}`;
		const root = project({ ...files, 'revisions/c.ts': revisionText('ccc', 'bbb', body) });
		await database.exec(await script('upgrade', 'bbb'));
		await database.exec('INSERT INTO item (name) VALUES (NULL)');
		const { stdout } = await run(root, ['upgrade', 'bbb:ccc']);
		const before = await catalog(database, null);
		const first = await psql(database, stdout);
		assert.match(first.stderr, 'contains null values');
		assert.match(first.stderr, 'gen-sql: the part before this one is not done');
		assert.equal(await catalog(database, null), before);
		assert.equal(await rows(database), ['bbb']);
		await database.exec("UPDATE item SET name = 'x'");
		const second = await psql(database, stdout, '-v', 'ON_ERROR_STOP=1');
		assert.is(second.code, 0, second.stderr);
		assert.equal(await rows(database), ['ccc']);
	});

	needsPsql('a part that an earlier run in the session has done counts for nothing in the next run', async () => {
		const database = await open();
		const body = `op.addColumn('item', column('a', t.text()), { online: true });
			op.addColumn('item', column('b', t.text()), { online: true });`;
		const back = "op.dropColumn('item', 'b', { online: true }); op.dropColumn('item', 'a', { online: true });";
		const root = project({ ...files, 'revisions/c.ts': revisionText('ccc', 'bbb', body, back) });
		await database.exec(await script('upgrade', 'bbb'));
		const up = await printed(root, 'upgrade', 'bbb:ccc');
		const down = await printed(root, 'downgrade', 'ccc:bbb');
		const { stderr } = await psql(database, `${up}${down}ALTER TABLE item ADD COLUMN a text;\n${up}`);
		assert.match(stderr, 'column "a" of relation "item" already exists');
		assert.match(stderr, 'gen-sql: the part before this one is not done');
		assert.equal(await rows(database), ['bbb']);
	});

	needsPsql('psql that sets savepoints around statements is kept out', async () => {
		const database = await open();
		await database.exec(await script('upgrade', 'aaa'));
		const before = await catalog(database, null);
		for (const range of ['aaa:bbb', 'bbb:ccc']) {
			const result = await psql(database, await script('upgrade', range), '-v', 'ON_ERROR_ROLLBACK=on');
			assert.match(result.stderr, 'cannot set transaction read-write mode inside a read-only transaction');
			assert.equal(await catalog(database, null), before);
			assert.equal(await rows(database), ['aaa']);
		}
	});

	needsPsql('a session that is protected, or that an earlier script failed in, stays so', async () => {
		const database = await open();
		const up = await script('upgrade', 'base:ccc');
		const protectedSession = `SET default_transaction_read_only = on;\n${up}\nSHOW default_transaction_read_only;`;
		const result = await psql(database, protectedSession, '-t');
		assert.match(result.stderr, 'gen-sql: default_transaction_read_only is on');
		assert.match(result.stdout, /^ on$/m);
		assert.equal(await database.query("SELECT 1 FROM pg_class WHERE relname IN ('item', 'gen_sql_version')"), []);
	});

	test('rows that were committed while the guard waited are seen, whatever the isolation', async () => {
		const database = await open();
		const [other, waiting] = [await database.connect(), await database.connect()];
		await database.exec(await script('upgrade', 'aaa'));
		await other.query('BEGIN');
		await other.query("UPDATE gen_sql_version SET version_num = 'zzz'");
		await waiting.query("SET default_transaction_isolation = 'serializable'");
		const running = failure(byStatement(waiting, await script('upgrade', 'aaa:bbb')));
		await other.query('SELECT pg_sleep(0.3)');
		await other.query('COMMIT');
		assert.is(await running, 'gen-sql: this script starts at aaa; the database is at zzz');
	});

	test('a transaction that fails leaves nothing behind', async () => {
		const database = await open();
		await database.exec('CREATE TABLE item (id integer)');
		assert.is(await failure(database.exec(await script('upgrade', 'base:aaa'))), 'relation "item" already exists');
		assert.equal(await database.query("SELECT 1 FROM pg_class WHERE relname = 'gen_sql_version'"), []);
	});

	needsPsql('of scripts started at once, one wins', async () => {
		const database = await open();
		await database.exec(await script('upgrade', 'aaa'));
		const up = await script('upgrade', 'aaa:bbb');
		const results = await Promise.all(Array.from({ length: 4 }, () => psql(database, up, '-v', 'ON_ERROR_STOP=1')));
		assert.is(results.filter(({ code }) => code === 0).length, 1);
	});

	test('a version row that is not there stops a script without a guard', async () => {
		const database = await open();
		await database.exec(await script('upgrade', 'bbb'));
		await database.exec("UPDATE gen_sql_version SET version_num = 'xxx'");
		const message = await failure(database.exec(await script('downgrade', 'bbb:aaa', '--no-guard')));
		assert.is(message, 'gen-sql: expected one row bbb in gen_sql_version, found 0');
		assert.equal(await rows(database), ['xxx']);
		assert.is(
			(await database.query("SELECT 1 FROM pg_attribute WHERE attname = 'name' AND attrelid = 'item'::regclass"))
				.length,
			1,
		);
	});

	needsPsql('settings of the client do not change what is stored, and do not fail on an id', async () => {
		const database = await open();
		const text = 'Zoë \\ "x" $$ :name \'';
		const body = `op.execute(sql\`CREATE TABLE s AS SELECT \${${JSON.stringify(text)}} AS v\`);`;
		const { stdout } = await run(project({ 'revisions/a.ts': revisionText('日本', null, body) }), ['upgrade', 'head']);
		const env = { PGCLIENTENCODING: 'WIN1252', PGOPTIONS: '-c standard_conforming_strings=off' };
		const result = await database.psql(stdout, { args: ['-v', 'ON_ERROR_STOP=1'], env });
		assert.is(result.code, 0, result.stderr);
		assert.equal(await database.query('SELECT v FROM s'), [{ v: text }]);
	});
});
