import { resolveHistory } from '../revisions/history.ts';
import { openGraph, type ProjectSource } from './open.ts';
import { factsOf, type RevisionFacts } from './revision-facts.ts';
import { resolveRows, type VersionRowsGiven } from './version-rows.ts';

export interface HistoryOptions {
	/** `start:end`, `start:` or `:end`; both ends are included. Default: all. */
	readonly range?: string | undefined;
	/** Where the database is. Its revisions are marked, and `current` means them in the range. */
	readonly current?: VersionRowsGiven | undefined;
}

/**
 * The revisions, newest first: each after everything that needs it.
 *
 * @throws {GenSqlError} RANGE_INVALID, and what `resolveRevisions`, `loadProject` and `loadGraph` throw.
 */
export async function history(
	source: ProjectSource,
	{ range = ':', current }: HistoryOptions = {},
): Promise<readonly RevisionFacts[]> {
	const { project, graph } = await openGraph(source);
	const rows = current && resolveRows(graph, current);
	const marked = rows && new Set(rows);
	return resolveHistory(graph, range, rows).map((id) => factsOf(project, graph.node(id), marked));
}
