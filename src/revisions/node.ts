import type { Revision } from './revision.ts';

/** A revision with its place in the graph. */
export interface Node extends Revision {
	/** The revisions `dependsOn` means, labels resolved. */
	readonly dependencies: readonly string[];
	/** Parents, and dependencies that no ancestor has already. */
	readonly parents: readonly string[];
	/** Revisions that name this one as their parent. */
	readonly children: readonly string[];
	/** Revisions that name this one as parent or dependency. */
	readonly dependents: readonly string[];
}

/** Parents and all dependencies, without doubles. */
export const allParents = ({
	downRevisions,
	dependencies,
}: Pick<Node, 'downRevisions' | 'dependencies'>): readonly string[] =>
	dependencies.length === 0 ? downRevisions : [...new Set([...downRevisions, ...dependencies])];

/** These, and everything that can be reached from them. */
export function reach<Item>(items: Iterable<Item>, next: (item: Item) => readonly Item[]): ReadonlySet<Item> {
	const found = new Set(items);
	for (const item of found) for (const other of next(item)) found.add(other);
	return found;
}
