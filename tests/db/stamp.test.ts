import * as assert from 'uvu/assert';
import { lexis } from '../../src/dialects/postgresql/lexis.ts';
import { splitStatements } from '../../src/sql/scan.ts';
import { byStatement, messageOf } from '../support/clients.ts';
import { hasMariadb, mariadb } from '../support/mariadb.ts';
import { onServers } from '../support/on-servers.ts';
import type { Database } from '../support/postgres.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { hasSqlite3, sqlite3, sqliteDatabase } from '../support/sqlite.ts';
import { suite } from '../support/suite.ts';

const root = project({
	'revisions/a.ts': revisionText(
		'aaa',
		null,
		`op.createTable('t', [column('id', t.integer())]);`,
		`op.dropTable('t');`,
	),
	'revisions/b.ts': revisionText('bbb', 'aaa'),
	'revisions/c.ts': revisionText('ccc', 'aaa'),
	'revisions/d.ts': revisionText('ddd', ['bbb', 'ccc']),
});

const script = (...argv: readonly string[]): Promise<string> => printed(root, ...argv);

const rows = async (database: Pick<Database, 'query'>): Promise<readonly unknown[]> =>
	(await database.query('SELECT version_num FROM gen_sql_version ORDER BY 1')).map((row) => row['version_num']);

/** What each script leaves in the version table. */
const STEPS = [
	[['stamp', 'aaa'], ['aaa']],
	[
		['stamp', 'aaa:bbb,ccc'],
		['bbb', 'ccc'],
	],
	[['stamp', 'bbb,ccc:ddd'], ['ddd']],
	[
		['stamp', 'ddd:bbb', 'ddd:ccc'],
		['bbb', 'ccc'],
	],
	[['stamp', 'bbb,ccc:ddd'], ['ddd']],
	[['stamp', 'ddd:base'], []],
	[['stamp', 'heads'], ['ddd']],
	[
		['stamp', '--purge', 'bbb', 'ccc'],
		['bbb', 'ccc'],
	],
	[['stamp', '--purge', 'base'], []],
] as const;

onServers('db/stamp', (test, { open, needsPsql }) => {
	test('a script changes the version table alone', async () => {
		const database = await open();
		for (const [argv, expected] of STEPS) {
			await database.exec(await script(...argv));
			assert.equal(await rows(database), expected, argv.join(' '));
		}
		assert.equal(await database.query(`SELECT 1 FROM pg_class WHERE relname = 't'`), []);
	});

	test('a script that starts elsewhere changes nothing', async () => {
		const database = await open();
		await database.exec(await script('stamp', 'bbb'));
		for (const argv of [['aaa:ddd'], ['ccc']]) {
			const text = await script('stamp', ...argv);
			const failed = await database.exec(text).then(
				() => 'it ran',
				(error: Error) => error.message,
			);
			assert.match(failed, /this script starts at .*; the database is at bbb/);
			await database.exec('ROLLBACK');
		}
		assert.equal(await rows(database), ['bbb']);
	});

	test('rows that nothing knows are purged, also when the table is not there', async () => {
		const database = await open();
		await database.exec(await script('stamp', '--purge', 'aaa'));
		await database.exec(`INSERT INTO gen_sql_version VALUES ('unknown')`);
		await database.exec(await script('stamp', '--purge', 'bbb'));
		assert.equal(await rows(database), ['bbb']);
	});

	test('two purges at once leave the rows of the later one', async () => {
		const database = await open();
		await database.exec(await script('stamp', 'ddd'));
		const statements = splitStatements(await script('stamp', '--purge', 'aaa'), lexis).map(({ text }) => text.trim());
		const end = statements.indexOf('COMMIT');
		const later = await database.connect();
		for (const text of statements.slice(0, end)) await database.query(text);
		const running = byStatement(later, await script('stamp', '--purge', 'bbb'));
		await waitsForLock(database);
		await database.query('COMMIT');
		await running;
		assert.equal(await rows(database), ['bbb']);
	});

	test('a session that refuses to write does not purge', async () => {
		const database = await open();
		await database.exec(await script('stamp', 'aaa'));
		await database.query('SET default_transaction_read_only = on');
		const text = await script('stamp', '--purge', 'bbb');
		assert.match(await messageOf(database.exec(text)), 'read');
		assert.equal(await rows(database), ['aaa']);
	});

	needsPsql('a purge that fails changes nothing in a psql that goes on', async () => {
		const database = await open();
		await database.exec(await script('stamp', 'aaa'));
		await database.exec(`
			CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION $$kept$$; END';
			CREATE TRIGGER kept BEFORE DELETE ON gen_sql_version FOR EACH ROW EXECUTE FUNCTION refuse()`);
		const text = await script('stamp', '--purge', 'bbb');
		for (const args of [[], ['-v', 'ON_ERROR_ROLLBACK=on']]) {
			await database.psql(text, { args });
			assert.equal(await rows(database), ['aaa'], args.join(' '));
		}
	});
});

/** Until some session waits for another. */
async function waitsForLock(database: Pick<Database, 'query'>): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt++) {
		const waiting = await database.query('SELECT 1 FROM pg_locks WHERE NOT granted');
		if (waiting.length > 0) return;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error('nobody waits');
}

suite('db/stamp on sqlite', (test) => {
	const ids = 'SELECT version_num FROM gen_sql_version ORDER BY 1';

	test('a script changes the version table alone', async () => {
		const database = sqliteDatabase();
		for (const [argv, expected] of STEPS) {
			database.exec(await script('--dialect', 'sqlite', ...argv));
			assert.equal(
				database.all(ids).map((row) => (row as { readonly version_num: string }).version_num),
				expected,
				argv.join(' '),
			);
		}
	});

	(hasSqlite3 ? test : test.skip)('a purge that fails changes nothing in a client that goes on', async () => {
		const file = `${project({})}/a.db`;
		sqlite3(file, await script('--dialect', 'sqlite', 'stamp', 'aaa'), '-bail');
		sqlite3(file, `CREATE TRIGGER kept BEFORE DELETE ON gen_sql_version BEGIN SELECT RAISE(ABORT, 'kept'); END;`);
		sqlite3(file, await script('--dialect', 'sqlite', 'stamp', '--purge', 'bbb'));
		assert.is(sqlite3(file, `${ids};`).stdout, 'aaa\n');
	});

	(hasSqlite3 ? test : test.skip)('sqlite3 runs it', async () => {
		const file = `${project({})}/a.db`;
		const { code, stdout } = sqlite3(
			file,
			await script('--dialect', 'sqlite', 'stamp', '--purge', 'bbb', 'ccc'),
			'-bail',
		);
		assert.equal([code, stdout], [0, 'bbb\nccc\n']);
	});
});

suite('db/stamp on mysql', (test) => {
	(hasMariadb ? test : test.skip)('a script changes the version table alone', async () => {
		const database = await mariadb();
		for (const [argv, expected] of STEPS) {
			const { code, stderr } = database(await script('--dialect', 'mysql', ...argv));
			assert.is(code, 0, stderr);
			const { stdout } = database('SELECT version_num FROM gen_sql_version ORDER BY 1', '--skip-column-names');
			assert.equal(stdout.split('\n').filter(Boolean), expected, argv.join(' '));
		}
		assert.match(database(await script('--dialect', 'mysql', 'stamp', 'aaa:bbb')).stderr, 'starts at aaa');
	});

	(hasMariadb ? test : test.skip)('nothing is purged while another script has the lock', async () => {
		const database = await mariadb();
		database(await script('--dialect', 'mysql', 'stamp', 'aaa'));
		const text = await script('--dialect', 'mysql', 'stamp', '--purge', 'bbb');
		const { stderr } = database(text.replace(/GET_LOCK\(.*\)/, '0'));
		assert.match(stderr, 'another script is running here');
		assert.is(database('SELECT version_num FROM gen_sql_version', '--skip-column-names').stdout, 'aaa\n');
	});
});
