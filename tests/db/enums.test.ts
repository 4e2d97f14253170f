import * as assert from 'uvu/assert';
import { column, loadProject, renderArtifacts, renderRange, t } from '../../src/index.ts';
import type { RevisionBody } from '../../src/record/record.ts';
import { loadGraph } from '../../src/revisions/load.ts';
import { catalog, withoutPositions } from '../support/catalog.ts';
import { byPsql, byStatement, type Client } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import type { Database } from '../support/postgres.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { fc, RUNS } from '../support/property.ts';
import { statementsOf } from '../support/script.ts';
import { names } from '../support/texts.ts';

const STATE = `t.enum('state', ['new', 'sent'])`;
const ID = `column('id', t.integer(), { primaryKey: true })`;

/** A type that is used, dropped, used again with other labels, and shared by two branches. */
const files = {
	'revisions/r1.ts': revisionText('r1', null, `op.createTable('a', [${ID}]);`, `op.dropTable('a');`),
	'revisions/r2.ts': revisionText(
		'r2',
		'r1',
		`op.addColumn('a', column('state', ${STATE}, { serverDefault: 'new' })); op.execute("INSERT INTO a VALUES (1)");`,
		`op.execute('DELETE FROM a'); op.dropColumn('a', 'state'); op.dropEnum('state');`,
	),
	'revisions/ra.ts': revisionText(
		'ra',
		'r2',
		`op.createTable('b', [column('states', t.array(${STATE})), column('kind', t.enum('kind', ['x']))]);`,
		`op.dropTable('b'); op.dropEnum('kind');`,
	),
	'revisions/rb.ts': revisionText(
		'rb',
		'r2',
		`op.createTable('c', [column('state', ${STATE})]);`,
		`op.dropTable('c');`,
	),
	'revisions/rc.ts': revisionText(
		'rc',
		['ra', 'rb'],
		`op.dropTable('c'); op.dropTable('b'); op.dropEnum('kind');
		op.alterColumn('a', 'state', { type: t.text(), serverDefault: null }); op.dropEnum('state');
		op.addColumn('a', column('next', t.enum('state', ['lost', 'new'])));`,
		`op.dropColumn('a', 'next'); op.dropEnum('state');
		op.alterColumn('a', 'state', { type: ${STATE}, existingType: t.text(), serverDefault: 'new' });
		op.createTable('b', [column('states', t.array(${STATE})), column('kind', t.enum('kind', ['x']))]);
		op.createTable('c', [column('state', ${STATE})]);`,
	),
};

/** A table whose column, rows and default are the labels of an enum. */
function filled(labels: readonly string[], name: string): RevisionBody {
	return (op) => {
		const type = t.enum(name, labels, { schema: 'labels' });
		const made = op.createTable(
			'the table',
			[
				column('id', t.integer(), { primaryKey: true }),
				column('label', type, { serverDefault: labels[0] as string }),
				column('all', t.array(type)),
			],
			{ schema: 'labels' },
		);
		op.bulkInsert(made, [...labels.map((label, id) => ({ id, label })), { id: -1, all: labels }]);
	};
}

async function arrive(database: Database, labels: readonly string[], name: string): Promise<void> {
	const text = ['CREATE SCHEMA labels;', ...(await statementsOf(filled(labels, name)))].join('\n');
	try {
		await byStatement(database, text);
		const rows = await database.query(
			'SELECT label::text AS label, "all"::text[] AS "all" FROM labels."the table" ORDER BY id',
		);
		assert.equal(rows, [{ label: labels[0], all: labels }, ...labels.map((label) => ({ label, all: null }))]);
	} finally {
		await database.exec('DROP SCHEMA IF EXISTS labels CASCADE');
	}
}

/** A label that is added and used at once: as a default, in a row and in a check. */
const grown = {
	'revisions/r1.ts': revisionText('r1', null, `op.createTable('a', [${ID}, column('state', ${STATE})]);`),
	'revisions/r2.ts': revisionText(
		'r2',
		'r1',
		`op.addEnumValue('state', 'lost', { after: 'new' });
		op.alterColumn('a', 'state', { serverDefault: 'lost' });
		op.execute("INSERT INTO a VALUES (1), (2)");
		op.createCheckConstraint('ck', 'a', "state <> 'new'");
		op.addColumn('a', column('next', t.enum('state', ['new', 'lost', 'sent'])));`,
	),
};

const undoable = (id: string, parent: string | null, up: string): Readonly<Record<string, string>> => ({
	[`revisions/${id}.ts`]: revisionText(id, parent, up).replace(
		/export function downgrade.*/s,
		"export const downgrade = 'auto';",
	),
});

/** Types that change in every way that is undone by itself. */
const changing = {
	...undoable(
		'c1',
		null,
		`op.createSchema('app'); op.createTable('a', [${ID}, column('state', ${STATE}, { serverDefault: 'new' })]);`,
	),
	...undoable('c2', 'c1', `op.renameEnumValue('state', 'new', 'fresh');`),
	...undoable(
		'c3',
		'c2',
		`op.replaceEnum('state', ['sent', 'lost'], {
			columns: [{ table: 'a', column: 'state', serverDefault: 'lost', existingServerDefault: 'fresh' }],
			mapping: { fresh: 'lost' },
			was: ['fresh', 'sent'],
		});`,
	),
	...undoable('c4', 'c3', `op.setSchema('a', 'app', { schema: 'public' }); op.renameSchema('app', 'core');`),
	...undoable(
		'c5',
		'c4',
		`op.addColumn('a', column('next', t.array(t.enum('state', ['sent', 'lost']))), { schema: 'core' });
		op.createDomain('kind', t.enum('state', ['x'], { schema: 'core' }));`,
	),
};

async function failure(promise: Promise<unknown>): Promise<string> {
	try {
		await promise;
	} catch (error) {
		return String(error);
	}
	return assert.unreachable() as never;
}

onServers('db/enums', (test, { open, needsPsql }) => {
	async function thereAndBack(client: Client): Promise<void> {
		const [root, database] = [project(files), await open()];
		const script = async (...argv: readonly string[]): Promise<void> => {
			await client(database, await printed(root, ...argv));
		};
		await script('upgrade', 'base:head');
		const full = await catalog(database);
		await script('downgrade', 'head:base');
		assert.equal(Object.values(await catalog(database)).flat(), []);
		await script('upgrade', 'base:r2');
		await script('upgrade', 'r2:ra');
		await script('upgrade', 'ra:head');
		assert.equal(withoutPositions(await catalog(database)), withoutPositions(full));
		await script('downgrade', 'head:r2');
		await script('downgrade', 'r2:base');
		assert.equal(Object.values(await catalog(database)).flat(), []);
	}

	test('types go up in one script and in several, down to nothing, and up again', () => thereAndBack(byStatement));

	needsPsql('through psql, too', () => thereAndBack(byPsql()));

	test('versioned files of each revision run where its parents are', async () => {
		const own = await loadProject({ cwd: project(files) });
		const graph = await loadGraph(own);
		const order = [...graph.fromHeads(new Set(graph.nodes.keys()))].reverse();
		for (const id of order) {
			const database = await open();
			const below = graph.ancestors(graph.node(id).parents);
			const revisions = order.filter((other) => below.has(other));
			await byStatement(database, (await renderRange(own, graph, { direction: 'upgrade', start: [], revisions })).text);
			const [up, down] = await renderArtifacts(own, graph, id);
			const before = await catalog(database);
			for (let time = 0; time < 2; time++) {
				await byStatement(database, up?.text ?? '');
				await byStatement(database, down?.text ?? '');
				assert.equal([id, withoutPositions(await catalog(database))], [id, withoutPositions(before)]);
			}
		}
	});

	test('a type that may be there has to have the same labels in the same order', async () => {
		const database = await open();
		await database.exec(
			`CREATE TYPE state AS ENUM ('new', 'sent'); CREATE SCHEMA app; CREATE TYPE app.state AS ENUM ('x')`,
		);
		const given = async (labels: readonly string[]): Promise<void> => {
			for (const text of await statementsOf((op) => op.createEnum('state', labels, { ifNotExists: true }))) {
				await database.exec(text);
			}
		};
		await given(['new', 'sent']);
		for (const other of [['sent', 'new'], ['new'], ['x'], ['new', 'sent', 'lost']]) {
			try {
				await given(other);
				assert.unreachable();
			} catch (error) {
				assert.match(String(error), 'gen-sql: the enum state has other labels: new, sent');
			}
		}
	});

	async function grows(client: Client): Promise<void> {
		const [root, whole, parts] = [project(grown), await open(), await open()];
		await client(whole, await printed(root, 'upgrade', 'base:head'));
		await client(parts, await printed(root, 'upgrade', 'base:r1'));
		const script = await printed(root, 'upgrade', 'r1:r2');
		assert.match(script, /^ALTER TYPE state ADD VALUE[^;]*;\n+SET gen_sql.part = 'r2:1';\n+COMMIT;$/m);
		await client(parts, script);
		assert.equal(await catalog(parts), await catalog(whole));
		assert.equal(await whole.query('SELECT id, state, next FROM a'), [
			{ id: 1, state: 'lost', next: null },
			{ id: 2, state: 'lost', next: null },
		]);
		const after = script.slice(script.indexOf('COMMIT;') + 'COMMIT;'.length);
		const fresh = await open();
		await client(fresh, await printed(root, 'upgrade', 'base:r1'));
		const before = await catalog(fresh);
		assert.match(await failure(client(fresh, after)), 'gen-sql: the part before this one is not done');
		await fresh.exec('ROLLBACK');
		assert.equal(await catalog(fresh), before);
	}

	test('a label that is added can be used in the same script, and not without the part that adds it', () =>
		grows(byStatement));

	needsPsql('through psql, too, can it be used', () => grows(byPsql()));

	test('a label is added outside a transaction, and looked for afterwards', async () => {
		const [root, database] = [
			project({
				...grown,
				'revisions/r2.ts': revisionText(
					'r2',
					'r1',
					`op.autocommitBlock(() => op.addEnumValue('state', "l'ost")); op.execute("INSERT INTO a VALUES (1, 'l''ost')");`,
				),
			}),
			await open(),
		];
		await byStatement(database, await printed(root, 'upgrade', 'base:r1'));
		const script = await printed(root, 'upgrade', 'r1:r2');
		const without = script.replace(/^ALTER TYPE.*;$/m, '');
		assert.is.not(without, script);
		assert.match(await failure(byStatement(database, without)), "gen-sql: the enum state has no label l'ost");
		await database.exec('ROLLBACK');
		await byStatement(database, script);
		assert.equal(await database.query('SELECT state FROM a'), [{ state: "l'ost" }]);
	});

	test('types that change go up and down by derived downgrades, in one script and in several', async () => {
		const [root, database] = [project(changing), await open()];
		const script = async (...argv: readonly string[]): Promise<void> => {
			await byStatement(database, await printed(root, ...argv));
		};
		await script('upgrade', 'base:c1');
		await database.exec("INSERT INTO a (state) VALUES ('new')");
		const first = await catalog(database);
		await script('upgrade', 'c1:head');
		const full = await catalog(database);
		assert.equal(await database.query('SELECT state FROM core.a'), [{ state: 'lost' }]);
		await script('downgrade', 'head:c1');
		assert.equal(await catalog(database), first);
		assert.equal(await database.query('SELECT state FROM a'), [{ state: 'new' }]);
		for (const range of ['c1:c2', 'c2:c3', 'c3:c4', 'c4:c5']) await script('upgrade', range);
		assert.equal(withoutPositions(await catalog(database)), withoutPositions(full));
		for (const range of ['c5:c4', 'c4:c3', 'c3:c2', 'c2:base']) await script('downgrade', range);
		assert.equal(Object.values(await catalog(database)).flat(), []);
	});

	test('any label arrives as it is: as default, in rows and in arrays', async () => {
		const database = await open();
		const labels = fc.uniqueArray(fc.oneof(names(), fc.constant('')), { minLength: 1, maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(labels, names(), (given, name) => arrive(database, given, name)),
			{ numRuns: RUNS },
		);
	});
});
