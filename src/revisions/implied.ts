import { append } from '../core/keys.ts';
import type { Node } from './node.ts';

/**
 * Leave those dependencies out of the parents that an ancestor has as well: they say nothing new, and without them the
 * version rows come out as Alembic's.
 *
 * @param order - All ids, parents first.
 */
export function withoutImplied(nodes: ReadonlyMap<string, Node>, order: readonly string[]): ReadonlyMap<string, Node> {
	const byDependency = new Map<string, string[]>();
	for (const { id, dependencies } of nodes.values()) {
		for (const dependency of dependencies) append(byDependency, dependency, id);
	}
	if (byDependency.size === 0) return nodes;
	const rank = new Map(order.map((id, index) => [id, index]));
	const implied = new Map([...byDependency].map(([dependency, ids]) => [dependency, above(nodes, ids, rank)]));
	const found = new Map(nodes);
	for (const node of nodes.values()) {
		if (node.dependencies.length === 0) continue;
		const own = node.dependencies.filter((id) => !node.downRevisions.includes(id) && !implied.get(id)?.has(node.id));
		found.set(node.id, { ...node, parents: [...node.downRevisions, ...own] });
	}
	return found;
}

/** What stands above one of these by children alone, as far as the last of them. */
function above(
	nodes: ReadonlyMap<string, Node>,
	ids: readonly string[],
	rank: ReadonlyMap<string, number>,
): ReadonlySet<string> {
	const found = new Set<string>();
	if (ids.length < 2) return found;
	const rankOf = (id: string): number => rank.get(id) ?? 0;
	const last = ids.reduce((highest, id) => Math.max(highest, rankOf(id)), 0);
	const childrenOf = (id: string): readonly string[] =>
		nodes.get(id)?.children.filter((child) => rankOf(child) <= last) ?? [];
	for (const id of ids) for (const child of childrenOf(id)) found.add(child);
	for (const id of found) for (const child of childrenOf(id)) found.add(child);
	return found;
}
