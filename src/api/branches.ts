import { openGraph, type ProjectSource } from './open.ts';
import { factsOf, type RevisionFacts } from './revision-facts.ts';

/** A revision that several follow. */
export interface BranchPoint extends RevisionFacts {
	/** The first revision of each branch, in the order of their ids. */
	readonly branches: readonly RevisionFacts[];
}

/**
 * The revisions where branches begin, newest first.
 *
 * @throws {GenSqlError} what `loadProject` and `loadGraph` throw.
 */
export async function branches(source: ProjectSource): Promise<readonly BranchPoint[]> {
	const { project, graph } = await openGraph(source);
	const points = graph.allFromHeads.map((id) => graph.node(id));
	return points
		.filter(({ children }) => children.length > 1)
		.map((node) => ({
			...factsOf(project, node),
			branches: node.children.map((id) => factsOf(project, graph.node(id))),
		}));
}
