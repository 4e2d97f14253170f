import * as assert from 'uvu/assert';
import { renderArtifacts, renderRange } from '../../src/index.ts';
import { catalog, isEmpty, withoutPositions } from '../support/catalog.ts';
import { byPsql, byStatement, type Client } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import { pglite } from '../support/pglite.ts';
import type { Database } from '../support/postgres.ts';
import { printed } from '../support/project.ts';
import { repository, sample } from '../support/sample.ts';
import { suite } from '../support/suite.ts';

const script = (...argv: readonly string[]): Promise<string> => printed(repository, ...argv);

async function thereAndBack<Needs extends Pick<Database, 'query'>>(
	database: Needs,
	client: Client<Needs>,
): Promise<void> {
	const up = await script('upgrade', 'base:head');
	const down = await script('downgrade', 'head:base');
	await client(database, up);
	const full = await catalog(database);
	await client(database, down);
	const empty = await catalog(database);
	assert.ok(isEmpty(empty), JSON.stringify(empty, null, 1));
	await client(database, up);
	assert.equal(await catalog(database), full);
}

suite('db/sample on PGlite', (test) => {
	test('goes up, down to nothing, and up again', async () => {
		const database = await pglite();
		await thereAndBack(database, byStatement);
	});
});

onServers('db/sample', (test, { open, needsPsql }) => {
	test('goes up, down to nothing, and up again through a driver', async () => {
		const database = await open();
		await thereAndBack(database, byStatement);
	});

	needsPsql('goes up, down to nothing, and up again through psql', async () => {
		const database = await open();
		await thereAndBack(database, byPsql());
	});

	test('runs the versioned files of each revision up, down and up again where its parents are', async () => {
		const { project, graph } = await sample();
		const order = [...graph.fromHeads(new Set(graph.nodes.keys()))].reverse();
		for (const id of order) {
			const database = await open();
			const apply = (text: string): Promise<void> => byStatement(database, text);
			const below = graph.ancestors(graph.node(id).parents);
			const range = { direction: 'upgrade' as const, start: [], revisions: order.filter((other) => below.has(other)) };
			if (below.size > 0) await apply((await renderRange(project, graph, range)).text);
			const before = await catalog(database);
			const [up, down] = await renderArtifacts(project, graph, id);
			await apply(up?.text ?? '');
			const after = await catalog(database);
			if (graph.node(id).downRevisions.length < 2) assert.not.equal(after, before, id);
			await apply(down?.text ?? '');
			assert.equal([id, withoutPositions(await catalog(database))], [id, withoutPositions(before)]);
			await apply(up?.text ?? '');
			assert.equal([id, withoutPositions(await catalog(database))], [id, withoutPositions(after)]);
		}
	});
});
