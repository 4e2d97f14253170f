import * as assert from 'uvu/assert';
import { dialects } from '../../src/dialects/index.ts';
import type { RevisionBody } from '../../src/record/record.ts';
import { terminator } from '../../src/sql/split.ts';
import { portable } from '../dialects/portable.ts';
import { hasMariadb, type Mariadb, mariadb } from '../support/mariadb.ts';
import { MATRIX, matrixCase, renderedFor } from '../support/matrix.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';

// MySQL's SQL on MariaDB, where there is one: no package brings MySQL.

const { lexis } = dialects.mysql.spelling;

/** Of the SQL mode that scripts set, what decides how text and values are read. */
const MODE = "SET SESSION sql_mode = 'STRICT_TRANS_TABLES'";

/** @param refused - What the server says when it has to refuse them. */
function run(database: Mariadb, statements: readonly string[], refused?: RegExp): void {
	const text = [MODE, ...statements].map((each) => `${each}${terminator(each, lexis)}\n`).join('');
	const { code, stderr } = database(text);
	assert.is(code, refused ? 1 : 0, stderr);
	if (refused) assert.match(stderr, refused);
}

/** What the server refuses although it is rendered: MariaDB lacks it, or what it depends on is the author's. */
const REFUSED: Readonly<Record<string, RegExp>> = {
	'addColumn: collations, also of the items of an array': /Unknown collation: 'C'/,
	'bulkInsert: expressions': /near ''event_id_seq'/,
	'createIndex: an expression': /error in your SQL syntax/,
	'columns that come and go': /near '\(lower\(email\)\) DESC/,
};

/** Columns that are dropped only after their foreign key. */
const NEEDED = /^addColumn: a (?:foreign key|key that refers)/;

/** All columns and indexes of the database. */
const catalog = (database: Mariadb): string =>
	database(
		`SELECT table_name, column_name, column_type, is_nullable, column_default, extra, column_comment
			FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1, ordinal_position;
		SELECT table_name, index_name, column_name FROM information_schema.statistics
			WHERE table_schema = DATABASE() ORDER BY 1, 2, seq_in_index;`,
	).stdout;

const bodies = Object.entries(portable);

suite('db/mysql', (test) => {
	const needsMariadb = hasMariadb ? test : test.skip;

	for (const { title, body } of MATRIX) {
		needsMariadb(title, async () => {
			const { schemas, setup, forward, back = [] } = await matrixCase('mysql', body);
			if (forward.length === 0 || schemas.size > 0) return;
			const database = await mariadb();
			run(database, setup);
			const before = catalog(database);
			const isKey = NEEDED.test(title);
			run(database, isKey ? forward : [...forward, ...back], REFUSED[title]);
			if (back.length > 0 && !isKey) assert.is(catalog(database), before);
		});
	}

	for (const [title, body] of bodies) {
		needsMariadb(title, async () => {
			const all = await renderedFor('mysql', body);
			const database = await mariadb();
			run(database, all, REFUSED[title]);
		});
	}

	needsMariadb('values come back as they were', async () => {
		const database = await mariadb();
		run(database, await renderedFor('mysql', portable['values of every kind'] as RevisionBody));
		const hex = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();
		const { stdout } = database('SELECT HEX(text), flag, HEX(bytes), moment, clock, state, uuid FROM samples', '-N');
		const [first, second, third] = stdout.trimEnd().split('\n');
		assert.is(
			first,
			[
				hex("it's C:\\temp\\ \u{1f600}\ttab\nline \\"),
				'1',
				'00275CFF',
				'2024-02-29 23:59:59.999',
				'23:59:59.999',
				"it's",
				'1975ea83b71240008000000000000000',
			].join('\t'),
		);
		assert.match(second ?? '', hex('zero\u200bwidth \u202e\r\n'));
		assert.match(third ?? '', hex('\u2066'));
		const { stdout: json } = database('SELECT json FROM samples WHERE id = 1', '-N', '--raw');
		assert.equal(JSON.parse(json), { "it's": ['\\', '\n', 'ü', null, 1.5] });
	});
});

const files = {
	'gen-sql.config.ts': `export default { dialect: 'mysql' };`,
	'revisions/a.ts': revisionText(
		'aaa',
		null,
		`op.createTable('item', [column('id', t.integer(), { primaryKey: true }), column('s', t.text())]);
		op.execute(sql\`INSERT INTO item (s) VALUES (\${"it's \\\\ kept"})\`);`,
		`op.dropTable('item');`,
	),
	'revisions/b.ts': revisionText(
		'bbb',
		'aaa',
		`op.addColumn('item', column('name', t.string(20)));`,
		`op.dropColumn('item', 'name');`,
	),
};

const script = (...argv: readonly string[]): Promise<string> => printed(project(files), ...argv);

const rows = (database: Mariadb): string => database('SELECT version_num FROM gen_sql_version', '-N').stdout.trim();

suite('db/mysql scripts', (test) => {
	const needsMariadb = hasMariadb ? test : test.skip;

	needsMariadb('up and down, in a session with other settings', async () => {
		const database = await mariadb();
		const settings = "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES', autocommit = 0;\n";
		const ask = '\nSELECT @@SESSION.sql_mode, @@SESSION.autocommit;';
		const up = database(`${settings}${await script('upgrade', 'head')}${ask}`, '-N');
		assert.is(up.code, 0, up.stderr);
		assert.match(up.stdout, /ANSI_QUOTES,NO_BACKSLASH_ESCAPES\t0/);
		assert.is(rows(database), 'bbb');
		assert.is(database('SELECT s FROM item', '-N', '--raw').stdout, "it's \\ kept\n");
		const down = database(await script('downgrade', 'base'));
		assert.is(down.code, 0, down.stderr);
		assert.is(rows(database), '');
		assert.is(database("SHOW TABLES LIKE 'item'").stdout, '');
	});

	needsMariadb('a script that is run again says where the database is', async () => {
		const database = await mariadb();
		const up = await script('upgrade', 'head');
		assert.is(database(up).code, 0);
		const before = catalog(database);
		assert.match(database(up).stderr, "Duplicate entry 'gen-sql: starts at base (no row); the database is at bbb'");
		assert.is(catalog(database), before);
	});

	needsMariadb('a client that goes on after errors changes nothing on a wrong state', async () => {
		const database = await mariadb();
		const [up, later] = [await script('upgrade', 'head'), await script('upgrade', 'aaa:bbb')];
		const missing = database(later, '--force');
		assert.match(missing.stderr, 'READ ONLY transaction');
		assert.is(catalog(database), '');
		database(up);
		database("UPDATE gen_sql_version SET version_num = 'AAA'");
		const before = catalog(database);
		for (const text of [up, later, await script('downgrade', 'base')]) {
			assert.match(database(text, '--force').stderr, /gen-sql: starts at .*; the database is at AAA/);
			assert.is(catalog(database), before);
			assert.is(rows(database), 'AAA');
		}
	});

	needsMariadb('what is done stays done, and the part that failed can be taken up again', async () => {
		const database = await mariadb();
		database('CREATE TABLE other (id integer)');
		const body = `op.addColumn('item', column('name', t.string(20))); op.renameTable('item', 'other');`;
		const root = project({ ...files, 'revisions/b.ts': revisionText('bbb', 'aaa', body) });
		const up = await printed(root, 'upgrade', 'head');
		assert.match(database(up).stderr, "Table 'other' already exists");
		assert.is(rows(database), 'aaa');
		assert.match(catalog(database), 'item\tname');
		database('DROP TABLE other');
		const [head = '', , second = ''] = up.split(/^(?=-- Part)/m);
		const failed = second.indexOf('ALTER TABLE `item` ADD COLUMN');
		const next = second.indexOf('ALTER TABLE `item` RENAME');
		const again = database(head + second.slice(0, failed) + second.slice(next));
		assert.is(again.code, 0, again.stderr);
		assert.is(rows(database), 'bbb');
	});

	needsMariadb('a version row that is not there stops a script without a guard', async () => {
		const database = await mariadb();
		database(await script('upgrade', 'head'));
		database("UPDATE gen_sql_version SET version_num = 'xxx'");
		const { code, stderr } = database(await script('downgrade', 'bbb:aaa', '--no-guard'));
		assert.is(code, 1);
		assert.match(stderr, 'gen-sql: expected one row bbb in');
		assert.is(rows(database), 'xxx');
	});

	needsMariadb('no script runs beside another', async () => {
		const database = await mariadb();
		const up = await script('upgrade', 'head');
		const held = up.replace(/SET @gen_sql_lock = GET_LOCK\(.*\);/, 'SET @gen_sql_lock = 0;');
		assert.match(database(held).stderr, 'gen-sql: another script is running here');
		assert.not.match(catalog(database), 'item');
	});
});
