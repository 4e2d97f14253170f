import * as assert from 'uvu/assert';
import { catalog } from '../support/catalog.ts';
import { byStatement, hintOf, messageOf, versionOf } from '../support/clients.ts';
import { pause, writing } from '../support/load.ts';
import { onServers } from '../support/on-servers.ts';
import { CHANGES, changeFiles, plainForm } from '../support/online-changes.ts';
import type { Database } from '../support/postgres.ts';
import { printed, project, revisionText } from '../support/project.ts';

const ROWS = 20_000;
/** The default of the setting. */
const LOCK_TIMEOUT_MS = 3000;

const files = (change: string): Readonly<Record<string, string>> => changeFiles(change, ROWS);

/** From the part on that a script stopped in. */
const partsFrom = (script: string, part: number): string => script.slice(script.indexOf(`-- Part ${part} of`));

onServers('db/online', (test, { open }) => {
	for (const [what, change] of Object.entries(CHANGES)) {
		test(`${what} comes and goes while others write, and no write waits longer than the lock timeout`, async () => {
			const root = project(files(change));
			const database = await open();
			await database.exec(await printed(root, 'upgrade', 'aaa'));
			const before = await catalog(database);
			const stop = await writing(database, ROWS);
			await byStatement(database, await printed(root, 'upgrade', 'aaa:bbb'));
			await pause(50);
			const up = await catalog(database);
			await byStatement(database, await printed(root, 'downgrade', 'bbb:aaa'));
			const { slowestMs, writes } = await stop();
			assert.ok(writes > 10, `${writes} writes`);
			assert.ok(slowestMs < LOCK_TIMEOUT_MS, `a write took ${Math.round(slowestMs)} ms`);
			assert.equal(await catalog(database), before);

			const plain = await open();
			const plainRoot = project(files(plainForm(change)));
			await plain.exec(await printed(plainRoot, 'upgrade', 'base:bbb'));
			assert.equal(up, await catalog(plain));
		});
	}

	test('every row gets a value of its own, those of partitions and those that others hold as well', async () => {
		const root = project({
			'revisions/a.ts': revisionText(
				'aaa',
				null,
				`op.createTable('log', [column('day', t.integer(), { nullable: false }), column('text', t.text())], {
					postgresql: { partitionBy: 'RANGE (day)' },
				});
				op.execute('CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (1) TO (100)');
				op.execute('CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM (100) TO (200)');
				op.execute("INSERT INTO log SELECT n % 150 + 1, repeat('x', 500) FROM generate_series(1, 30000) n");`,
			),
			'revisions/b.ts': revisionText(
				'bbb',
				'aaa',
				"op.addColumn('log', column('token', t.double(), { serverDefault: sql`random()` }), { online: true });",
			),
		});
		const database = await open();
		await database.exec(await printed(root, 'upgrade', 'aaa'));
		const holder = await database.connect();
		const [first = '', ...rest] = (await printed(root, 'upgrade', 'aaa:bbb')).split(/(?=-- Part \d)/);
		const [add = '', ...others] = rest;
		await byStatement(database, first + add);
		await holder.query('BEGIN');
		await holder.query("UPDATE log SET text = 'held' WHERE day = 7");
		const filling = byStatement(database, others.join(''));
		await pause(500);
		await holder.query('COMMIT');
		await filling;
		const [row] = await database.query(
			'SELECT count(*)::int AS all, count(token)::int AS filled, count(DISTINCT token)::int AS own FROM log',
		);
		assert.equal(row, { all: 30000, filled: 30000, own: 30000 });
	});

	test('a lock that does not come ends the script after the timeout, and it goes on from that part', async () => {
		const change = CHANGES['NOT NULL'] ?? '';
		const root = project({ ...files(change), 'gen-sql.config.ts': 'export default { lockTimeoutMs: 400 };' });
		const database = await open();
		await database.exec(await printed(root, 'upgrade', 'aaa'));
		const script = await printed(root, 'upgrade', 'aaa:bbb');
		const reader = await database.connect();
		await reader.query('BEGIN');
		await reader.query('SELECT count(*) FROM post');
		const stop = await writing(database, ROWS);
		const message = await messageOf(byStatement(database, script));
		await database.query('ROLLBACK');
		const { slowestMs } = await stop();
		assert.is(message, 'canceling statement due to lock timeout');
		assert.ok(slowestMs < 400 + 1000, `a write took ${Math.round(slowestMs)} ms`);
		assert.equal(await versionOf(database), ['aaa']);
		await reader.query('COMMIT');
		await byStatement(database, partsFrom(script, 1));
		assert.equal(await versionOf(database), ['bbb']);
		assert.equal(
			await database.query(
				"SELECT attnotnull FROM pg_attribute WHERE attrelid = 'post'::regclass AND attname = 'slug'",
			),
			[{ attnotnull: true }],
		);
	});

	test('rows that were not filled keep the rest from being done', async () => {
		const change =
			"op.addColumn('post', column('token', t.double(), { serverDefault: sql`random()` }), { online: true });";
		const root = project(files(change));
		const database = await open();
		await database.exec(await printed(root, 'upgrade', 'aaa'));
		const script = await printed(root, 'upgrade', 'aaa:bbb');
		await byStatement(database, script.slice(0, script.indexOf('-- Part 2 of')));
		const message = await messageOf(byStatement(database, partsFrom(script, 3)));
		await database.query('ROLLBACK');
		assert.is(message, 'gen-sql: rows of post are without a value in token');
		assert.equal(await versionOf(database), ['aaa']);
		await byStatement(database, partsFrom(script, 2));
		assert.equal(await versionOf(database), ['bbb']);
	});

	test('rows that a policy hides from the owner are not passed over', async () => {
		const change =
			"op.addColumn('post', column('token', t.double(), { serverDefault: sql`random()` }), { online: true });";
		const root = project(files(change));
		const database = await open();
		await database.exec(await printed(root, 'upgrade', 'aaa'));
		const owner = `owner_${(await database.query('SELECT current_database() AS name'))[0]?.['name']}`;
		await database.exec(`
			CREATE ROLE ${owner};
			GRANT ALL ON SCHEMA public TO ${owner};
			ALTER TABLE post OWNER TO ${owner};
			ALTER TABLE gen_sql_version OWNER TO ${owner};
			ALTER TABLE post ENABLE ROW LEVEL SECURITY;
			ALTER TABLE post FORCE ROW LEVEL SECURITY;
			CREATE POLICY few ON post USING (id <= 10);
		`);
		const script = await printed(root, 'upgrade', 'aaa:bbb');
		const session = await database.connect();
		await session.query(`SET ROLE ${owner}`);
		const message = await messageOf(byStatement(session, script));
		assert.is(message, 'query would be affected by row-level security policy for table "post"');
		await session.query('ALTER TABLE post NO FORCE ROW LEVEL SECURITY');
		await byStatement(session, partsFrom(script, 2));
		assert.equal(await database.query('SELECT count(*)::int AS missing FROM post WHERE token IS NULL'), [
			{ missing: 0 },
		]);
	});

	for (const isolation of ['repeatable read', 'serializable']) {
		test(`rows that others hold get their value where transactions are ${isolation} by default, too`, async () => {
			const change =
				"op.addColumn('post', column('token', t.double(), { serverDefault: sql`random()` }), { online: true });";
			const root = project(files(change));
			const database = await open();
			await database.exec(await printed(root, 'upgrade', 'aaa'));
			const [add = '', fill = ''] = (await printed(root, 'upgrade', 'aaa:bbb')).split(/(?=-- Part 2 of)/);
			const session = await database.connect();
			await session.query(`SET default_transaction_isolation = '${isolation}'`);
			await byStatement(session, add);
			const holder = await database.connect();
			await holder.query('BEGIN');
			await holder.query('UPDATE post SET views = 1 WHERE id = 7');
			const filling = byStatement(session, fill);
			await pause(500);
			await holder.query('COMMIT');
			await filling;
			assert.equal(await versionOf(database), ['bbb']);
		});
	}

	test('a column that is filled may have any name that the script uses itself', async () => {
		const database = await open();
		await database.exec(await printed(project(files('')), 'upgrade', 'aaa'));
		for (const name of ['held', 'missing', 'page', 'part', 'pass', 'usual']) {
			const change = `op.addColumn('post', column('${name}', t.double(), { serverDefault: sql\`random()\` }), { online: true });`;
			const root = project(files(change));
			await byStatement(database, await printed(root, 'upgrade', 'aaa:bbb'));
			await byStatement(database, await printed(root, 'downgrade', 'bbb:aaa'));
		}
		assert.equal(await versionOf(database), ['aaa']);
	});

	/** Two schemas in the search_path, `first` with an index of the same name, `second` with the tables. */
	async function openTwoSchemas(root: string): Promise<Database> {
		const database = await open();
		await database.exec('CREATE SCHEMA first; CREATE SCHEMA second');
		await database.query('SET search_path = second');
		await byStatement(database, await printed(root, 'upgrade', 'aaa'));
		await database.exec('CREATE TABLE first.other (id integer); CREATE INDEX ix_post_slug ON first.other (id)');
		await database.query('SET search_path = first, second');
		return database;
	}

	test('an index is found beside its table, whatever the search_path finds first', async () => {
		const root = project(files("op.createIndex('ix_post_slug', 'post', ['slug'], { online: true });"));
		const database = await openTwoSchemas(root);
		await byStatement(database, await printed(root, 'upgrade', 'aaa:bbb'));
		assert.equal(await versionOf(database), ['bbb']);
	});

	test('of an index that is not valid, the one that was built is named', async () => {
		const root = project(
			files("op.createIndex('ix_post_slug', 'post', ['author_id'], { unique: true, online: true });"),
		);
		const database = await openTwoSchemas(root);
		const script = await printed(root, 'upgrade', 'aaa:bbb');
		assert.match(await messageOf(byStatement(database, script)), 'could not create unique index');
		const hint = await hintOf(byStatement(database, partsFrom(script, 2)));
		await database.query('ROLLBACK');
		assert.is(hint, 'DROP INDEX CONCURRENTLY second.ix_post_slug; then repeat the part that builds it.');
	});

	test('an index that was dropped is not taken for one of another schema', async () => {
		const root = project(files("op.dropIndex('ix_post_slug', 'post', { online: true });"));
		const database = await openTwoSchemas(root);
		await database.query('SET search_path = second, first');
		await database.query('CREATE INDEX ix_post_slug ON post (slug)');
		await byStatement(database, await printed(root, 'upgrade', 'aaa:bbb'));
		assert.equal(await versionOf(database), ['bbb']);
		assert.equal(await database.query("SELECT to_regclass('first.ix_post_slug')::text AS name"), [
			{ name: 'ix_post_slug' },
		]);
	});
});
