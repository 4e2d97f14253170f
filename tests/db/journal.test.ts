import * as assert from 'uvu/assert';
import { asOneQuery, byStatement, messageOf } from '../support/clients.ts';
import { JOURNAL, JOURNALED, journalProject } from '../support/journal.ts';
import { hasMariadb, mariadb } from '../support/mariadb.ts';
import { onServers } from '../support/on-servers.ts';
import { printed } from '../support/project.ts';
import { sqliteDatabase } from '../support/sqlite.ts';
import { suite } from '../support/suite.ts';

const root = journalProject();

const written = (rows: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] =>
	rows.map((row) => row['entry']);

onServers('db/journal', (test, { open }) => {
	test('has an entry for every step, in their order', async () => {
		const database = await open();
		for (const [index, argv] of JOURNALED.entries()) {
			await (index % 2 === 0 ? asOneQuery : byStatement)(database, await printed(root, ...argv));
		}
		const rows = await database.query('SELECT entry, operator FROM journal');
		assert.equal(written(rows), JOURNAL);
		assert.equal(
			rows.map((row) => row['operator']),
			["O'Brien", "O'Brien", "O'Brien", "O'Brien", 'nobody', 'nobody', 'nobody', "O'Brien", "O'Brien", 'nobody'],
		);
	});

	test('stands or falls with the version rows', async () => {
		const database = await open();
		await database.exec('CREATE TABLE journal (entry varchar(10) NOT NULL, operator varchar(40) NOT NULL)');
		assert.match(await messageOf(asOneQuery(database, await printed(root, 'upgrade', 'head'))), /value too long/);
		await database.exec('ROLLBACK');
		assert.equal(await database.query(`SELECT to_regclass('item') AS item, to_regclass('gen_sql_version') AS rows`), [
			{ item: null, rows: null },
		]);
	});
});

suite('db/journal', (test) => {
	test('has an entry for every step in SQLite', async () => {
		const database = sqliteDatabase();
		for (const argv of JOURNALED) database.exec(await printed(root, ...argv, '--dialect', 'sqlite'));
		assert.equal(written(database.all('SELECT entry FROM journal')), JOURNAL);
	});

	(hasMariadb ? test : test.skip)('has an entry for every step in MariaDB', async () => {
		const database = await mariadb();
		for (const argv of JOURNALED) {
			const { code, stderr } = database(await printed(root, ...argv, '--dialect', 'mysql'));
			assert.is(code, 0, stderr);
		}
		assert.is(database('SELECT entry FROM journal').stdout.trim().split('\n').length, JOURNAL.length + 1);
	});
});
