import * as assert from 'uvu/assert';
import { buildGraph } from '../../src/revisions/build-graph.ts';
import type { RevisionGraph } from '../../src/revisions/graph.ts';
import type { Revision } from '../../src/revisions/revision.ts';
import { VersionRows } from '../../src/revisions/version-rows.ts';
import type { VersionChange } from '../../src/script/plan.ts';
import { dags } from '../support/dags.ts';
import { branches, graphOf, merged, revision } from '../support/graph.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const everything = (graph: RevisionGraph): ReadonlySet<string> => new Set(graph.nodes.keys());
const downwards = (graph: RevisionGraph): readonly string[] => graph.fromHeads(everything(graph));
const upwards = (graph: RevisionGraph): readonly string[] => [...downwards(graph)].reverse();

const broken = (...revisions: readonly Revision[]) => throwsCode(() => buildGraph(revisions), 'GRAPH_BROKEN');

/** Change rows as the database would: a row that is not there cannot change, one that is there cannot come. */
function applyTo(rows: Set<string>, changes: readonly VersionChange[]): void {
	for (const change of changes) {
		if (change.kind !== 'insert') assert.ok(rows.delete(change.from), `${change.from} has no row`);
		if (change.kind === 'delete') continue;
		assert.not.ok(rows.has(change.to), `${change.to} has a row already`);
		rows.add(change.to);
	}
}

const sorted = (ids: Iterable<string>): readonly string[] => [...ids].sort();

suite('revisions/graph', (test) => {
	test('knows heads, bases, children and dependents', () => {
		const graph = graphOf(...branches, revision('dddd', [], { dependsOn: ['ae10'] }));
		assert.equal(graph.heads, ['27c6', 'ae10', 'dddd']);
		assert.equal(graph.realHeads, ['27c6', 'dddd']);
		assert.equal(graph.bases, ['1975', 'dddd']);
		assert.equal(graph.node('1975').children, ['27c6', 'ae10']);
		assert.equal(graph.node('ae10').children, []);
		assert.equal(graph.node('ae10').dependents, ['dddd']);
		assert.equal(graph.node('dddd').parents, ['ae10']);
		assert.equal(sorted(graph.ancestors(['dddd'])), ['1975', 'ae10', 'dddd']);
		assert.equal(sorted(graph.descendants(['1975'])), ['1975', '27c6', 'ae10', 'dddd']);
		assert.equal(graph.rows(['1975', 'ae10', '27c6']), ['27c6', 'ae10']);
		throwsCode(() => graph.node('none'), 'REVISION_NOT_FOUND');
	});

	test('is content without revisions', () => {
		const graph = graphOf();
		assert.equal([graph.heads, graph.realHeads, graph.bases, downwards(graph)], [[], [], [], []]);
	});

	test("runs the branches of Alembic's example in its order", () => {
		assert.equal(upwards(graphOf(...branches)), ['1975', 'ae10', '27c6']);
		assert.equal(downwards(graphOf(...branches)), ['27c6', 'ae10', '1975']);
	});

	test("runs the merge of Alembic's example in its order", () => {
		assert.equal(upwards(graphOf(...merged)), ['1975', '27c6', 'ae10', '53ff']);
		assert.equal(downwards(graphOf(...merged)), ['53ff', 'ae10', '27c6', '1975']);
	});

	test('finishes a branch before it begins the next', () => {
		const graph = graphOf(
			revision('0000'),
			revision('a1', '0000'),
			revision('a2', 'a1'),
			revision('a3', 'a2'),
			revision('b1', '0000'),
			revision('b2', 'b1'),
		);
		assert.equal(upwards(graph), ['0000', 'b1', 'b2', 'a1', 'a2', 'a3']);
	});

	test('resolves dependencies by label, and leaves out what an ancestor has already', () => {
		const graph = graphOf(
			revision('shared', [], { branchLabels: ['common'] }),
			revision('a1', [], { dependsOn: ['common'] }),
			revision('a2', 'a1', { dependsOn: ['shared'] }),
			revision('a3', 'a2'),
			revision('a4', 'a3', { dependsOn: ['common', 'a3'] }),
		);
		assert.equal(graph.labels, new Map([['common', 'shared']]));
		assert.equal(graph.node('a1').parents, ['shared']);
		assert.equal(graph.node('a2').parents, ['a1']);
		assert.equal(graph.node('a4').parents, ['a3']);
		assert.equal(graph.node('a4').dependencies, ['shared', 'a3']);
		assert.equal(upwards(graph), ['shared', 'a1', 'a2', 'a3', 'a4']);
	});

	test('breaks ties by code point, not by the order of the alphabet or of UTF-16', () => {
		const graph = graphOf(revision('é'), revision('a'), revision('Z'), revision('\uffee'), revision('😀'));
		assert.equal(graph.heads, ['Z', 'a', 'é', '\uffee', '😀']);
		assert.equal(upwards(graph), ['😀', '\uffee', 'é', 'a', 'Z']);
	});

	test('names both files of an id that stands twice', () => {
		const error = broken(revision('a1'), revision('a1', [], { file: '/project/revisions/copy of a1.ts' }));
		assert.match(error.message, /a1\.ts/);
		assert.match(error.message, /copy of a1\.ts/);
		assert.is(error.exitCode, 3);
	});

	test('names the file of a parent that is missing', () => {
		const error = broken(revision('a1'), revision('a2', 'gone'));
		assert.is(error.message, 'the revision a2 (a2.ts) names the parent "gone", which does not exist');
		assert.is(error.at?.file, '/project/revisions/a2.ts');
	});

	test('names the file of a dependency that is missing', () => {
		const error = broken(revision('a1', [], { dependsOn: ['gone'] }));
		assert.match(error.message, /a1 \(a1\.ts\) depends on "gone"/);
	});

	test('names the file of a revision that is its own parent, or depends on itself', () => {
		assert.match(broken(revision('a1', 'a1')).message, /a1 \(a1\.ts\) is its own parent/);
		assert.match(broken(revision('a1', [], { dependsOn: ['a1'] })).message, /a1 \(a1\.ts\) depends on itself/);
		assert.match(
			broken(revision('a1', [], { dependsOn: ['me'], branchLabels: ['me'] })).message,
			/a1 \(a1\.ts\) depends on itself/,
		);
	});

	test('names the files of a circle, once each', () => {
		const error = broken(
			revision('base1'),
			revision('a1', 'a3'),
			revision('a2', ['a1', 'base1']),
			revision('a3', 'a2'),
		);
		assert.match(error.message, /circle/);
		for (const id of ['a1', 'a2', 'a3']) assert.ok(error.message.includes(`${id} (${id}.ts)`), error.message);
		assert.not.match(error.message, /base1/);
	});

	test('notices a circle that a dependency closes', () => {
		const error = broken(revision('a1', [], { dependsOn: ['a2'] }), revision('a2', 'a1'));
		assert.match(error.message, /a1 \(a1\.ts\) -> a2 \(a2\.ts\)/);
	});

	test('names both revisions of a label that stands twice, or is an id', () => {
		const twice = broken(revision('a1', [], { branchLabels: ['x'] }), revision('a2', 'a1', { branchLabels: ['x'] }));
		assert.match(twice.message, /"x" of a2 \(a2\.ts\) is taken by a1 \(a1\.ts\)/);
		const id = broken(revision('a1'), revision('a2', 'a1', { branchLabels: ['a1'] }));
		assert.match(id.message, /"a1" of a2 \(a2\.ts\) is taken by a1 \(a1\.ts\)/);
	});

	test('tells of all problems at once, each at its own line, in order of files', () => {
		const error = broken(
			revision('z1', 'gone', { dependsOn: ['lost'] }),
			revision('c1', 'c2'),
			revision('c2', 'c1'),
			revision('d1', [], { dependsOn: ['d2'] }),
			revision('d2', ['d1', 'z1']),
			revision('a3', 'a3', { branchLabels: ['c1'] }),
			revision('z1', [], { file: '/project/revisions/y1.ts' }),
		);
		assert.equal(
			[error, ...error.further].map(({ at, message }) => [
				at?.file.slice('/project/revisions/'.length),
				at?.line,
				message,
			]),
			[
				['a3.ts', 2, 'the revision a3 (a3.ts) is its own parent'],
				['a3.ts', 3, 'the branch label "c1" of a3 (a3.ts) is taken by c1 (c1.ts)'],
				['c1.ts', 2, 'revisions lead in a circle: c1 (c1.ts) -> c2 (c2.ts) -> c1'],
				['d1.ts', 4, 'revisions lead in a circle: d1 (d1.ts) -> d2 (d2.ts) -> d1'],
				['y1.ts', 1, 'the revision z1 stands in two files: z1.ts and y1.ts'],
				['z1.ts', 2, 'the revision z1 (z1.ts) names the parent "gone", which does not exist'],
				['z1.ts', 4, 'the revision z1 (z1.ts) depends on "lost", which does not exist'],
			],
		);
	});

	test('says whose label it is that stands for a parent', () => {
		const error = broken(revision('a1', [], { branchLabels: ['trunk'] }), revision('a2', 'trunk'));
		assert.is(error.hint, 'the label is that of a1');
	});

	test('finds every circle that stands apart, and none in what stands above one', () => {
		const error = broken(
			revision('a1', 'a2'),
			revision('a2', 'a3'),
			revision('a3', 'a1'),
			revision('b1', 'a1'),
			revision('b2', 'b1'),
			revision('c1', ['c2', 'b2']),
			revision('c2', 'c1'),
		);
		assert.equal(
			[error, ...error.further].map(({ message }) => message),
			[
				'revisions lead in a circle: a1 (a1.ts) -> a2 (a2.ts) -> a3 (a3.ts) -> a1',
				'revisions lead in a circle: c1 (c1.ts) -> c2 (c2.ts) -> c1',
			],
		);
	});

	test('runs parents first and each revision once, whatever the files are called', () => {
		fc.assert(
			fc.property(dags(), fc.infiniteStream(fc.double()), (revisions, random) => {
				const graph = buildGraph(revisions);
				const order = upwards(graph);
				assert.equal(sorted(order), sorted(everything(graph)));
				for (const { id, downRevisions, dependencies } of graph.nodes.values()) {
					for (const parent of [...downRevisions, ...dependencies])
						assert.ok(order.indexOf(parent) < order.indexOf(id));
				}
				const shuffled = revisions
					.map((one, index) => ({ one: { ...one, file: `/z${revisions.length - index}.ts` }, at: random.next().value }))
					.sort((a, b) => a.at - b.at)
					.map(({ one }) => one);
				assert.equal(upwards(buildGraph(shuffled)), order);
			}),
		);
	});

	test('keeps the rows true after every revision, up to the heads and back to the base', () => {
		fc.assert(
			fc.property(dags(), (revisions) => {
				const graph = buildGraph(revisions);
				const rows = new Set<string>();
				const present = new Set<string>();
				const up = new VersionRows(graph, []);
				for (const id of upwards(graph)) {
					applyTo(rows, up.upgrade(id));
					assert.equal(sorted(rows), graph.rows(present.add(id)));
				}
				assert.equal(sorted(rows), graph.realHeads);
				const down = new VersionRows(graph, graph.realHeads);
				for (const id of downwards(graph)) {
					applyTo(rows, down.downgrade(id));
					present.delete(id);
					assert.equal(sorted(rows), graph.rows(present));
				}
				assert.equal(sorted(rows), []);
			}),
		);
	});

	test('resolves ten thousand revisions on one line in well under a second', () => {
		const ids = Array.from({ length: 10_000 }, (_, index) => (index * 7919 + 1_000_000).toString(16));
		const revisions = ids.map((id, index) => revision(id, index === 0 ? [] : ids[index - 1]));
		const begin = process.cpuUsage();
		const graph = buildGraph(revisions);
		const rows = new VersionRows(graph, []);
		for (const id of upwards(graph)) rows.upgrade(id);
		const back = new VersionRows(graph, graph.realHeads);
		for (const id of downwards(graph)) back.downgrade(id);
		const tookMs = process.cpuUsage(begin).user / 1000;
		assert.equal(upwards(graph), ids);
		assert.ok(tookMs < 1500, `${tookMs} ms`);
	});

	test('resolves two thousand branches over one base in well under a second', () => {
		const ids = Array.from({ length: 2000 }, (_, index) => `b${10_000 + index}`);
		const begin = performance.now();
		const graph = buildGraph([revision('base1'), ...ids.map((id) => revision(id, 'base1'))]);
		const order = upwards(graph);
		const tookMs = performance.now() - begin;
		assert.equal(order, ['base1', ...[...ids].reverse()]);
		assert.ok(tookMs < 1000, `${tookMs} ms`);
	});
});
