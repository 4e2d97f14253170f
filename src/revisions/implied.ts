import { append } from '../core/keys.ts';
import type { Node } from './node.ts';

/** How many dependencies are looked for at a time: the bits of a number. */
const AT_ONCE = 32;

/** A dependency, and the places in the order of those that need it. */
interface Needed {
	readonly dependency: string;
	readonly places: readonly number[];
}

/**
 * Leave those dependencies out of the parents that an ancestor has as well: they say nothing new, and without them the
 * version rows come out as Alembic's.
 *
 * @param order - All ids, parents first.
 */
export function withoutImplied(nodes: ReadonlyMap<string, Node>, order: readonly string[]): ReadonlyMap<string, Node> {
	const byDependency = new Map<string, number[]>();
	for (const [place, id] of order.entries()) {
		for (const dependency of nodes.get(id)?.dependencies ?? []) append(byDependency, dependency, place);
	}
	if (byDependency.size === 0) return nodes;
	const implied = findImplied(nodes, order, byDependency);
	const found = new Map(nodes);
	for (const node of nodes.values()) {
		if (node.dependencies.length === 0) continue;
		const known = implied.get(node.id) ?? [];
		const own = node.dependencies.filter((id) => !node.downRevisions.includes(id) && !known.includes(id));
		found.set(node.id, { ...node, parents: [...node.downRevisions, ...own] });
	}
	return found;
}

/**
 * The dependencies of each revision that an ancestor by parents alone has. The order is gone through once for every 32
 * dependencies that several need, from the first of these to the last.
 */
function findImplied(
	nodes: ReadonlyMap<string, Node>,
	order: readonly string[],
	byDependency: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, readonly string[]> {
	const shared = [...byDependency]
		.map(([dependency, places]): Needed => ({ dependency, places }))
		.filter(({ places }) => places.length > 1)
		.sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
	const implied = new Map<string, string[]>();
	if (shared.length === 0) return implied;
	const numbers = new Map(order.map((id, place) => [id, place]));
	const parents = order.map((id) => nodes.get(id)?.downRevisions.map((parent) => numbers.get(parent) ?? 0) ?? []);
	for (let at = 0; at < shared.length; at += AT_ONCE) {
		const batch = shared.slice(at, at + AT_ONCE);
		const below = bitsBelow(batch, parents);
		for (const [bit, { dependency, places }] of batch.entries()) {
			const known = places.filter((place) => ((below[place] ?? 0) >>> bit) & 1);
			for (const place of known) append(implied, order[place] ?? '', dependency);
		}
	}
	return implied;
}

/** For each place, a bit for each dependency that something below it needs. */
function bitsBelow(batch: readonly Needed[], parents: readonly (readonly number[])[]): Uint32Array {
	const own = new Uint32Array(parents.length);
	const below = new Uint32Array(parents.length);
	for (const [bit, { places }] of batch.entries())
		for (const place of places) own[place] = (own[place] ?? 0) | (1 << bit);
	const last = Math.max(...batch.map(({ places }) => places.at(-1) ?? 0));
	for (let place = batch[0]?.places[0] ?? 0; place <= last; place++) {
		let bits = 0;
		for (const parent of parents[place] ?? []) bits |= (below[parent] ?? 0) | (own[parent] ?? 0);
		below[place] = bits;
	}
	return below;
}
