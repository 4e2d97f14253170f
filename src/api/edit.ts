import { GenSqlError } from '../core/error.ts';
import { resolveRevisions } from '../revisions/range.ts';
import { openGraph, type ProjectSource } from './open.ts';

/**
 * The files of the revisions that an argument means, as absolute paths: those that an editor is to open.
 *
 * @throws {GenSqlError} REVISION_NOT_FOUND when it means none, and what `resolveRevisions`, `loadProject` and `loadGraph`
 * throw.
 */
export async function edit(source: ProjectSource, revision: string): Promise<readonly string[]> {
	const { graph } = await openGraph(source);
	const files = resolveRevisions(graph, revision, graph.realHeads).map((id) => graph.node(id).file);
	if (files.length > 0) return files;
	throw new GenSqlError('REVISION_NOT_FOUND', `"${revision}" means no revision, so there is no file of it`, {
		hint: '`gen-sql history` lists the revisions',
	});
}
