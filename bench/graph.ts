/**
 * `npx tsx bench/graph.ts [SIZE…]`: the time that work on a graph made in memory takes, processor time of this process,
 * the least of three rounds. It is to grow as the revisions do.
 */
import { buildGraph } from '../src/revisions/build-graph.ts';
import type { RevisionGraph } from '../src/revisions/graph.ts';
import { resolveHistory } from '../src/revisions/history.ts';
import { resolveRange } from '../src/revisions/range.ts';
import type { Revision } from '../src/revisions/revision.ts';
import { VersionRows } from '../src/revisions/version-rows.ts';
import { branched, chain, combed, revisions } from './projects.ts';

const ROUNDS = 3;

const made = (size: number, shape: typeof chain): readonly Revision[] =>
	revisions(size, shape).map(({ id, parents }, index) => ({
		id,
		file: `/revisions/${id}_${index}.ts`,
		title: id,
		downRevisions: parents,
		branchLabels: [],
		dependsOn: [],
		placeOf: (name) => ({ file: name, line: 1, column: 1 }),
	}));

/** All version rows, up to the heads and back. */
function rows(graph: RevisionGraph, order: readonly string[]): void {
	const up = new VersionRows(graph, []);
	for (const id of [...order].reverse()) up.upgrade(id);
	const down = new VersionRows(graph, graph.realHeads);
	for (const id of order) down.downgrade(id);
}

function leastMs(run: () => unknown): number {
	const times = Array.from({ length: ROUNDS }, () => {
		const begin = process.cpuUsage();
		run();
		return process.cpuUsage(begin).user / 1000;
	});
	return Math.min(...times);
}

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 100_000];
for (const shape of [chain, branched, combed]) {
	console.log(
		`\n## ${shape.name}\n\n| revisions | build | heads | history -r-3:heads | upgrade | downgrade | version rows |`,
	);
	console.log('|---|---|---|---|---|---|---|');
	for (const size of sizes) {
		const all = made(size, shape);
		const graph = buildGraph(all);
		const order = graph.fromHeads(new Set(graph.nodes.keys()));
		const times = [
			leastMs(() => buildGraph(all)),
			leastMs(() => graph.realHeads),
			leastMs(() => resolveHistory(graph, '-3:heads')),
			leastMs(() => resolveRange(graph, 'upgrade', 'heads')),
			leastMs(() => resolveRange(graph, 'downgrade', 'base')),
			leastMs(() => rows(graph, order)),
		];
		console.log(`| ${size} | ${times.map((time) => `${time.toFixed(1)} ms`).join(' | ')} |`);
	}
}
