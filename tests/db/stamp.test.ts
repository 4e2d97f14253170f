import * as assert from 'uvu/assert';
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

onServers('db/stamp', (test, { open }) => {
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
});

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
});
