import * as assert from 'uvu/assert';
import { t } from '../../src/index.ts';
import { catalog, isEmpty } from '../support/catalog.ts';
import { asOneQuery, byPsql, byStatement, type Client } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import type { Database } from '../support/postgres.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { fc, holdsInBatches } from '../support/property.ts';
import { statementsOf } from '../support/script.ts';
import { texts } from '../support/texts.ts';

/** A revision that is undone by what gen-sql derives from it. */
const revision = (id: string, parent: string | null, up: string): string =>
	revisionText(id, parent, up, '', "import { index } from 'gen-sql';").replace(
		/export function downgrade.*/s,
		"export const downgrade = 'auto';\n",
	);

/** Views, functions, triggers and policies that are made, and then changed in every way that can be undone. */
const files = {
	'revisions/a.ts': revision(
		'aaa',
		null,
		`op.createTable('item', [column('id', t.integer(), { primaryKey: true }), column('name', t.text())]);
		op.createFunction('touch', { returns: 'trigger', language: 'plpgsql', body: op.readSql('sql/touch.sql') });
		op.createTrigger('item_touch', 'item', { timing: 'BEFORE', events: ['INSERT'], forEach: 'ROW', function: 'touch' });
		op.createView('named', op.readSql('sql/named.sql'), { checkOption: 'LOCAL', comment: 'with a name' });
		op.createMaterializedView('total', 'SELECT count(*) AS n FROM item');
		op.createIndex(null, 'total', ['n'], { unique: true });
		op.refreshMaterializedView('total', { concurrently: true });
		op.createFunction('half', { arguments: [{ name: 'n', type: t.integer() }], returns: t.integer(), sqlBody:
			'BEGIN ATOMIC SELECT CASE WHEN n > 0 THEN n / 2 END; END' });
		op.enableRowLevelSecurity('item');
		op.createPolicy('own', 'item', { using: 'id > 0', for: 'UPDATE' });`,
	),
	'revisions/b.ts': revision(
		'bbb',
		'aaa',
		`op.replaceView('named', 'SELECT id, upper(name) AS name FROM item', { comment: null,
			was: { query: op.readSql('sql/named.sql'), checkOption: 'LOCAL', comment: 'with a name' } });
		const half = { arguments: [{ name: 'n', type: t.integer() }], returns: t.integer() };
		op.replaceFunction('half', { ...half, language: 'sql', body: 'SELECT n / 2', strict: true }, { was: { ...half, sqlBody:
			'BEGIN ATOMIC SELECT CASE WHEN n > 0 THEN n / 2 END; END' } });
		op.dropTrigger('item_touch', 'item', { was:
			{ timing: 'BEFORE', events: ['INSERT'], forEach: 'ROW', function: 'touch' } });
		op.dropFunction('touch', [], { was: { returns: 'trigger', language: 'plpgsql', body: op.readSql('sql/touch.sql') } });
		op.dropIndex('ix_total_n', 'total', { was: index(null, ['n'], { unique: true }) });
		op.dropMaterializedView('total', { was: 'SELECT count(*) AS n FROM item' });
		op.alterPolicy('own', 'item', { using: 'id > 1', existingUsing: 'id > 0', newName: 'mine' });
		op.forceRowLevelSecurity('item');`,
	),
	'revisions/sql/touch.sql':
		"\ufeffBEGIN\r\n\tNEW.name := '$function$' || NEW.name; -- it's; done\r\n\tRETURN NEW;\r\nEND\r\n",
	'revisions/sql/named.sql': "SELECT id, name FROM item\r\nWHERE name <> ';' -- not empty\r\n",
};

/** Bodies that nobody runs. */
const bodies = fc.oneof(
	{ weight: 3, arbitrary: texts() },
	{
		weight: 1,
		arbitrary: fc
			.array(fc.constantFrom('$', '$function', '$function$', '$function_1', 'function$', '_1$', "'", '\n'))
			.map((pieces) => pieces.join('')),
	},
);

onServers('db/programs', (test, { open, needsPsql }) => {
	async function thereAndBack(client: Client): Promise<void> {
		const [root, database] = [project(files), await open()];
		const script = async (...argv: readonly string[]): Promise<void> => {
			await client(database, await printed(root, ...argv));
		};
		await script('upgrade', 'base:aaa');
		const first = await catalog(database);
		await script('upgrade', 'aaa:bbb');
		const second = await catalog(database);
		await script('downgrade', 'bbb:aaa');
		assert.equal(await catalog(database), first);
		await script('downgrade', 'aaa:base');
		assert.ok(isEmpty(await catalog(database)));
		await script('upgrade', 'base:head');
		assert.equal(await catalog(database), second);
		await script('downgrade', 'head:base');
		assert.ok(isEmpty(await catalog(database)));
	}

	test('what is derived from an upgrade takes all of it back', () => thereAndBack(asOneQuery));

	test('a statement at a time, too', () => thereAndBack(byStatement));

	needsPsql('through psql, too', () => thereAndBack(byPsql()));

	let shared: Promise<Database> | undefined;

	/** Makes functions with these bodies, and looks what the server has stored. */
	async function arrive(client: Client, batch: readonly string[]): Promise<void> {
		shared ??= open();
		const database = await shared;
		await database.exec('DROP SCHEMA IF EXISTS bodies CASCADE; CREATE SCHEMA bodies');
		const statements = await statementsOf((op) => {
			op.execute('SET check_function_bodies = off');
			batch.forEach((body, at) => {
				op.createFunction(`f${at}`, { returns: t.text(), language: 'plpgsql', body }, { schema: 'bodies' });
			});
		});
		await client(database, statements.join('\n'));
		const rows = await database.query(
			"SELECT prosrc FROM pg_proc WHERE pronamespace = 'bodies'::regnamespace ORDER BY substr(proname, 2)::integer",
		);
		assert.equal(
			rows.map(({ prosrc }) => prosrc),
			batch,
		);
	}

	test('any body arrives as it is', () => holdsInBatches(50, bodies, (batch) => arrive(byStatement, batch)));

	needsPsql('any body arrives through psql as it is', () =>
		holdsInBatches(50, bodies, (batch) => arrive(byPsql(), batch)),
	);
});
