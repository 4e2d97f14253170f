import { join } from 'node:path';
import * as assert from 'uvu/assert';
import type { RevisionBody } from '../../src/record/record.ts';
import { column } from '../../src/schema/column.ts';
import { t } from '../../src/sql/types.ts';
import { portable } from '../dialects/portable.ts';
import { MATRIX, matrixCase, renderedFor } from '../support/matrix.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { hasSqlite3, type Sqlite, sqlite3, sqliteDatabase } from '../support/sqlite.ts';
import { suite } from '../support/suite.ts';

const rendered = (body: RevisionBody): Promise<readonly string[]> => renderedFor('sqlite', body);

/** All tables with their columns, and all indexes. */
function catalog(database: Sqlite, schemas: Iterable<string>): readonly unknown[] {
	return ['main', 'temp', ...schemas].flatMap((schema) => {
		const quoted = `"${schema.replaceAll('"', '""')}"`;
		const found = database.all(`SELECT type, name, tbl_name FROM ${quoted}.sqlite_schema ORDER BY type, name`);
		const columns = found.map(({ name }) =>
			database.all('SELECT * FROM pragma_table_xinfo(?, ?)', [String(name), schema]),
		);
		return [found, columns];
	});
}

/** What SQLite refuses although it is rendered: what it depends on is known to the author alone. */
const REFUSED: Readonly<Record<string, string>> = {
	'addColumn: collations, also of the items of an array': 'no such collation sequence: C',
	'renameTable: in a schema': 'there is already another table or index with this name: User',
};

const run = (database: Sqlite, all: readonly string[]): void => {
	for (const text of all) database.exec(text);
};

/** Run a case on what it needs, and back where there is a way back. Returns whether SQLite has anything of it. */
async function thereAndBack(body: RevisionBody): Promise<boolean> {
	const { schemas, setup, forward, back } = await matrixCase('sqlite', body);
	const database = sqliteDatabase(schemas);
	run(database, setup);
	const before = catalog(database, schemas);
	run(database, forward);
	if (!back) return forward.length > 0;
	assert.not.equal(catalog(database, schemas), before);
	run(database, back);
	assert.equal(catalog(database, schemas), before);
	return true;
}

suite('db/sqlite golden matrix', (test) => {
	let count = 0;

	for (const { title, body } of MATRIX) {
		const refused = REFUSED[title];
		test(refused === undefined ? title : `${title}, which SQLite refuses`, async () => {
			const problem = await thereAndBack(body).then(
				(isThere) => {
					if (isThere) count++;
				},
				(error: unknown) => error,
			);
			if (refused === undefined && problem) throw problem;
			assert.is(problem instanceof Error ? problem.message : undefined, refused);
		});
	}

	test('much of it is SQLite', () => {
		assert.ok(count > 50, `${count} cases`);
	});
});

suite('db/sqlite', (test) => {
	for (const [title, body] of Object.entries(portable)) {
		test(title, async () => {
			const database = sqliteDatabase();
			const all = await rendered(body);
			run(database, all);
			assert.ok(all.length > 0);
		});
	}

	test('values come back as they were', async () => {
		const database = sqliteDatabase();
		run(database, await rendered(portable['values of every kind'] as RevisionBody));
		const [first, second, third] = database.all('SELECT * FROM samples ORDER BY id');
		assert.equal(first, {
			id: 1,
			text: "it's C:\\temp\\ \u{1f600}\ttab\nline \\",
			flag: 1,
			number: -0.5,
			json: JSON.stringify({ "it's": ['\\', '\n', 'ü', null, 1.5] }),
			bytes: new Uint8Array([0, 39, 92, 255]),
			moment: '2024-02-29 23:59:59.999',
			clock: '23:59:59.999',
			state: "it's",
			uuid: '1975ea83b71240008000000000000000',
		});
		assert.is(second?.['text'], 'zero\u200bwidth \u202e\r\n');
		assert.is(third?.['text'], '\u2066');
	});

	test('a check keeps an enum to its labels, and a key counts by itself', async () => {
		const database = sqliteDatabase();
		const table = await rendered((op) =>
			op.createTable('item', [
				column('id', t.bigInteger(), { primaryKey: true }),
				column('state', t.enum('state', ['new', 'sent'])),
			]),
		);
		run(database, table);
		database.exec("INSERT INTO item (state) VALUES ('new'), (NULL)");
		assert.equal(database.all('SELECT id FROM item'), [{ id: 1 }, { id: 2 }]);
		assert.throws(() => database.exec("INSERT INTO item (state) VALUES ('lost')"), /CHECK constraint failed/);
	});

	test('a key that is not to count by itself refuses NULL', async () => {
		const database = sqliteDatabase();
		const table = await rendered((op) =>
			op.createTable('item', [column('id', t.integer(), { primaryKey: true, autoincrement: false })]),
		);
		run(database, table);
		assert.throws(() => database.exec('INSERT INTO item DEFAULT VALUES'), /NOT NULL constraint failed/);
	});

	test('comments stay with the table', async () => {
		const database = sqliteDatabase();
		run(database, await rendered(portable['keys, references, checks and comments'] as RevisionBody));
		const row = database.get("SELECT sql FROM sqlite_schema WHERE name = 'message'");
		assert.match(String(row?.['sql']), "/* people's messages */");
		assert.match(String(row?.['sql']), '/* plain text */');
	});
});

const config = `export default { dialect: 'sqlite' };`;

const files = {
	'gen-sql.config.ts': config,
	'revisions/a.ts': revisionText(
		'aaa',
		null,
		`op.createTable('item', [column('id', t.integer(), { primaryKey: true })]);`,
		`op.dropTable('item');`,
	),
	'revisions/b.ts': revisionText(
		'bbb',
		'aaa',
		`op.addColumn('item', column('name', t.text()));`,
		`op.dropColumn('item', 'name');`,
	),
	'revisions/c.ts': revisionText(
		'ccc',
		'bbb',
		`op.createIndex('ix', 'item', ['name']); op.autocommitBlock(() => op.execute('VACUUM')); op.addColumn('item', column('size', t.integer()));`,
		`op.dropColumn('item', 'size'); op.dropIndex('ix', 'item');`,
	),
};

const script = (...argv: readonly string[]): Promise<string> => printed(project(files), ...argv);

const rows = (database: Sqlite): readonly unknown[] =>
	database.all('SELECT version_num FROM gen_sql_version ORDER BY 1').map((row) => row['version_num']);

function failure(run: () => void): string {
	try {
		run();
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error('the script ran');
}

suite('db/sqlite scripts', (test) => {
	test('a script runs once, and fails when it is run again', async () => {
		const database = sqliteDatabase();
		const up = await script('upgrade', 'base:bbb');
		database.exec(up);
		assert.equal(rows(database), ['bbb']);
		const before = catalog(database, []);
		assert.match(
			failure(() => database.exec(up)),
			'gen-sql: this script starts at base (no row), and gen_sql_version',
		);
		assert.not.ok(database.inTransaction);
		assert.equal(catalog(database, []), before);
		assert.equal(rows(database), ['bbb']);
	});

	test('a script that starts elsewhere changes nothing, and creates no version table', async () => {
		const database = sqliteDatabase();
		const up = await script('upgrade', 'aaa:bbb');
		assert.match(
			failure(() => database.exec(up)),
			'gen-sql: this script starts at aaa, and gen_sql_version does not',
		);
		assert.equal(database.all('SELECT * FROM sqlite_schema'), []);
	});

	test('up and down, with a statement outside transactions', async () => {
		const database = sqliteDatabase();
		const before = catalog(database, []);
		database.exec(await script('upgrade', 'head'));
		assert.equal(rows(database), ['ccc']);
		database.exec(await script('downgrade', 'base'));
		assert.equal(rows(database), []);
		database.exec('DROP TABLE gen_sql_version; DROP TABLE IF EXISTS temp.gen_sql_part');
		assert.equal(catalog(database, []), before);
	});

	test('a part of a revision does not run when the one before it is not done in the session', async () => {
		const database = sqliteDatabase();
		database.exec(await script('upgrade', 'bbb'));
		const parts = (await script('upgrade', 'bbb:ccc')).split(/^(?=-- Part)/m);
		assert.is(parts.length, 4);
		assert.match(
			failure(() => database.exec(parts[2] ?? '')),
			'gen-sql: the part before this one is not done',
		);
		assert.equal(rows(database), ['bbb']);
		for (const part of parts) database.exec(part);
		assert.equal(rows(database), ['ccc']);
	});

	test('a version row that is not there stops a script without a guard', async () => {
		const database = sqliteDatabase();
		database.exec(await script('upgrade', 'bbb'));
		database.exec("UPDATE gen_sql_version SET version_num = 'xxx'");
		const before = catalog(database, []);
		const down = await script('downgrade', 'bbb:aaa', '--no-guard');
		assert.match(
			failure(() => database.exec(down)),
			'gen-sql: expected one row bbb in gen_sql_version',
		);
		assert.equal(catalog(database, []), before);
		assert.equal(rows(database), ['xxx']);
	});

	test('a transaction that fails leaves nothing behind', async () => {
		const database = sqliteDatabase();
		database.exec('CREATE TABLE item (id integer)');
		const up = await script('upgrade', 'base:aaa');
		assert.match(
			failure(() => database.exec(up)),
			'table item already exists',
		);
		database.exec('ROLLBACK');
		assert.equal(database.all("SELECT 1 FROM sqlite_schema WHERE name = 'gen_sql_version'"), []);
	});
});

suite('db/sqlite with sqlite3', (test) => {
	const needsSqlite3 = hasSqlite3 ? test : test.skip;
	const shown = (file: string): string =>
		sqlite3(file, 'SELECT sql FROM sqlite_schema; SELECT * FROM gen_sql_version;').stdout;

	needsSqlite3('up and down, and once only', async () => {
		const file = join(project({}), 'x.db');
		const up = await script('upgrade', 'head');
		const first = sqlite3(file, up, '-bail');
		assert.is(first.code, 0, first.stderr);
		assert.match(first.stdout, 'ccc');
		const before = shown(file);
		const again = sqlite3(file, up, '-bail');
		assert.is(again.code, 1);
		assert.match(again.stderr, 'gen-sql: this script starts at base (no row), and gen_sql_version does not say so');
		assert.is(shown(file), before);
		const down = sqlite3(file, await script('downgrade', 'base'), '-bail');
		assert.is(down.code, 0, down.stderr);
	});

	needsSqlite3('without -bail, too, a wrong state changes nothing: not even outside a transaction', async () => {
		const file = join(project({}), 'x.db');
		sqlite3(file, await script('upgrade', 'bbb'), '-bail');
		for (const range of [
			['upgrade', 'base:ccc'],
			['upgrade', 'aaa:ccc'],
			['downgrade', 'ccc:base'],
		] as const) {
			sqlite3(file, "UPDATE gen_sql_version SET version_num = 'xxx'");
			const before = shown(file);
			const { stderr } = sqlite3(file, await script(...range));
			assert.match(stderr, 'gen-sql: this script starts at');
			assert.match(stderr, 'no such savepoint: gen_sql_script');
			assert.is(shown(file), before);
		}
		const missing = join(project({}), 'y.db');
		sqlite3(missing, await script('upgrade', 'aaa:ccc'));
		assert.is(shown(missing), '');
	});

	needsSqlite3('with -bail a statement that fails takes all back; without, the others are committed', async () => {
		const up = await script('upgrade', 'base:bbb');
		const [strict, lax] = [join(project({}), 'x.db'), join(project({}), 'y.db')];
		for (const file of [strict, lax]) sqlite3(file, 'CREATE TABLE item (name text)');
		assert.is(sqlite3(strict, up, '-bail').code, 1);
		assert.not.match(shown(strict), 'gen_sql_version');
		assert.is(sqlite3(lax, up).code, 1);
		assert.match(shown(lax), 'bbb');
	});

	needsSqlite3('strings are read back, whatever stands in them', async () => {
		const text = "it's \\ 'x' -- /* ; \n.shell\n/\ngo\n\u200b\r\n";
		const body = `op.execute(sql\`CREATE TABLE s AS SELECT \${${JSON.stringify(text)}} AS v\`);`;
		const root = project({ 'gen-sql.config.ts': config, 'revisions/a.ts': revisionText('aaa', null, body) });
		const file = join(project({}), 'x.db');
		const { code, stderr } = sqlite3(file, await printed(root, 'upgrade', 'head'), '-bail');
		assert.is(code, 0, stderr);
		assert.is(sqlite3(file, 'SELECT hex(v) FROM s').stdout.trim(), Buffer.from(text).toString('hex').toUpperCase());
	});
});
