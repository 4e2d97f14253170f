import * as assert from 'uvu/assert';
import { byCodePoint } from '../../src/core/keys.ts';
import { buildGraph } from '../../src/revisions/build-graph.ts';
import type { RevisionGraph } from '../../src/revisions/graph.ts';
import { reach } from '../../src/revisions/node.ts';
import type { Revision } from '../../src/revisions/revision.ts';
import { revision } from '../support/graph.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';

/** The rule of the order, written down without regard to time: all of a list is looked through again at each step. */
function slowly(graph: RevisionGraph, chosen: ReadonlySet<string>): readonly string[] {
	const done = new Set<string>();
	const above = (id: string): ReadonlySet<string> =>
		new Set([...graph.descendants([id])].filter((other) => other !== id && chosen.has(other) && !done.has(other)));
	const waiting = [...chosen].filter((id) => above(id).size === 0).sort(byCodePoint);
	for (let at = 0; waiting.length > 0; ) {
		const id = waiting[at] ?? '';
		const blockers = above(id);
		if (blockers.size > 0) {
			at = waiting.findIndex((other) => blockers.has(other));
			continue;
		}
		done.add(id);
		const { parents } = graph.node(id);
		const [first, ...others] = parents.filter((parent) => chosen.has(parent) && !waiting.includes(parent));
		if (first === undefined) waiting.splice(at, 1);
		else waiting.splice(at, 1, first);
		waiting.push(...others);
		if (first === undefined) at = Math.max(0, at - 1);
	}
	return [...done];
}

/** Graphs of up to forty revisions, mostly lines with branches, merges and dependencies here and there. */
const graphs = (): fc.Arbitrary<readonly Revision[]> => {
	const links = fc.record({ back: fc.nat(6), second: fc.nat(30), needs: fc.nat(60), salt: fc.nat(999) });
	return fc.array(links, { minLength: 1, maxLength: 40 }).map((all) => {
		const ids = all.map(({ salt }, index) => `${salt}x${index}`);
		return all.map(({ back, second, needs }, index) => {
			const parents = new Set([ids[index - 1 - back], second < 8 ? ids[index - 1 - second] : undefined]);
			const dependsOn = [ids[index - 1 - needs]].filter((id) => id !== undefined && !parents.has(id));
			const named = [...parents].filter((id) => id !== undefined);
			return revision(ids[index] ?? '', named, { dependsOn: dependsOn as string[] });
		});
	});
};

suite('revisions/order', (test) => {
	test('follows the rule, for all of a graph and for what lies between two of its states', () => {
		fc.assert(
			fc.property(graphs(), fc.nat(39), fc.nat(39), (revisions, a, b) => {
				const graph = buildGraph(revisions);
				const all = new Set(graph.nodes.keys());
				assert.equal(graph.fromHeads(all), slowly(graph, all));
				const [lower, upper] = [a, b].map((at) => graph.ancestors([revisions[at % revisions.length]?.id ?? '']));
				const between = new Set([...(upper ?? [])].filter((id) => !lower?.has(id)));
				assert.equal(graph.fromHeads(between), slowly(graph, between));
			}),
		);
	});

	test('leaves nothing out of revisions that lie apart, and runs each after what needs it', () => {
		fc.assert(
			fc.property(graphs(), fc.nat(4), (revisions, modulus) => {
				const graph = buildGraph(revisions);
				const chosen = revisions.map(({ id }) => id).filter((_, index) => index % 5 !== modulus);
				const order = graph.fromHeads(new Set(chosen));
				assert.equal([...order].sort(), [...chosen].sort());
				for (const id of order) {
					for (const upper of graph.node(id).dependents.filter((other) => chosen.includes(other)))
						assert.ok(order.indexOf(upper) < order.indexOf(id), `${upper} before ${id}`);
				}
			}),
		);
	});

	/** Each grows with the size, in another direction. */
	const shapes: Readonly<Record<string, (index: number, id: (at: number) => string, size: number) => Revision>> = {
		'heads over one base': (index, id) => revision(id(index), index === 0 ? [] : id(0)),
		'a head beside each revision of a line': (index, id, size) =>
			index < size / 2
				? revision(id(index), index === 0 ? [] : id(index - 1))
				: revision(id(index), id(index - Math.floor(size / 2))),
		'two lines of which one depends on the other at each step': (index, id, size) => {
			const half = Math.floor(size / 2);
			if (index < half) return revision(id(index), index === 0 ? [] : id(index - 1));
			return revision(id(index), index === half ? [] : id(index - 1), { dependsOn: [id(index - half)] });
		},
	};

	test('leaves out those dependencies that an ancestor has as well', () => {
		fc.assert(
			fc.property(graphs(), (revisions) => {
				const graph = buildGraph(revisions);
				const below = (id: string): ReadonlySet<string> =>
					reach(graph.node(id).downRevisions, (at) => graph.node(at).downRevisions);
				for (const { id, parents, downRevisions, dependencies } of graph.nodes.values()) {
					const known = [...below(id)].flatMap((ancestor) => graph.node(ancestor).dependencies);
					assert.equal(parents, [...downRevisions, ...dependencies.filter((name) => !known.includes(name))]);
				}
			}),
		);
	});

	test('puts ten thousand revisions together in well under a second, of which two need each of the others', () => {
		const id = (at: number): string => `${(at * 7919) % 10_007}x${at}`;
		const revisions = Array.from({ length: 10_000 }, (_, index) => {
			if (index < 5000) return revision(id(index), index === 0 ? [] : id(index - 1));
			const needed = [index - 5000, 9999 - index].map(id);
			return revision(id(index), index === 5000 ? [] : id(index - 1), { dependsOn: needed });
		});
		const begin = process.cpuUsage();
		assert.is(buildGraph(revisions).nodes.size, 10_000);
		const tookMs = process.cpuUsage(begin).user / 1000;
		assert.ok(tookMs < 1000, `${tookMs} ms`);
	});

	for (const [title, shape] of Object.entries(shapes)) {
		test(`orders ten thousand revisions in well under a second: ${title}`, () => {
			const id = (at: number): string => `${(at * 7919) % 10_007}x${at}`;
			const graph = buildGraph(Array.from({ length: 10_000 }, (_, index) => shape(index, id, 10_000)));
			const begin = process.cpuUsage();
			assert.is(graph.fromHeads(new Set(graph.nodes.keys())).length, 10_000);
			const tookMs = process.cpuUsage(begin).user / 1000;
			assert.ok(tookMs < 1000, `${tookMs} ms`);
		});
	}
});
