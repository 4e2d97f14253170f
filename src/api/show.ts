import { resolveRevisions } from '../revisions/range.ts';
import { openGraph, type ProjectSource } from './open.ts';
import { factsOf, type RevisionFacts } from './revision-facts.ts';

/**
 * All that is known of the revisions that an argument means; `base` means none.
 *
 * @throws {GenSqlError} what `resolveRevisions`, `loadProject` and `loadGraph` throw.
 */
export async function show(source: ProjectSource, revision: string): Promise<readonly RevisionFacts[]> {
	const { project, graph } = await openGraph(source);
	return resolveRevisions(graph, revision, graph.heads).map((id) => factsOf(project, graph.node(id)));
}
