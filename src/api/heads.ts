import { openGraph, type ProjectSource } from './open.ts';
import { factsOf, type RevisionFacts } from './revision-facts.ts';

export interface HeadsOptions {
	/** Leave out revisions that others depend on: what is left are the version rows of a database that has everything. */
	readonly resolveDependencies?: boolean;
}

/**
 * The revisions that no other one follows, in the order of their ids.
 *
 * @throws {GenSqlError} what `loadProject` and `loadGraph` throw.
 */
export async function heads(
	source: ProjectSource,
	{ resolveDependencies = false }: HeadsOptions = {},
): Promise<readonly RevisionFacts[]> {
	const { project, graph } = await openGraph(source);
	return (resolveDependencies ? graph.realHeads : graph.heads).map((id) => factsOf(project, graph.node(id)));
}
