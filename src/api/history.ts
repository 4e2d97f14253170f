import { GenSqlError } from '../core/error.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { resolveRevisions } from '../revisions/range.ts';
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

/** The revisions of a listing, newest first. `current` is what that word means. */
function resolveHistory(graph: RevisionGraph, text: string, current?: readonly string[]): readonly string[] {
	const [startText = '', endText, surplus] = text.split(':');
	if (endText === undefined || surplus !== undefined) {
		throw new GenSqlError('RANGE_INVALID', `"${text}" is no range of history`, {
			hint: 'write start:end, start: or :end',
		});
	}
	const resolve = (part: string, from: readonly string[]): readonly string[] =>
		part === 'current' ? known(current) : resolveRevisions(graph, part, from);
	const start = startText === '' ? [] : resolve(startText, endText === 'current' ? known(current) : graph.heads);
	const end = endText === '' ? graph.heads : resolve(endText, start);
	const below = graph.ancestors(end);
	const chosen = start.length === 0 ? below : [...graph.descendants(start)].filter((id) => below.has(id));
	const found = graph.fromHeads(new Set(chosen));
	if (found.length > 0 || end.length === 0 || start.length === 0) return found;
	throw new GenSqlError('RANGE_INVALID', `${endText} does not come after ${startText}`, {
		hint: 'is the range the wrong way round?',
	});
}

function known(rows: readonly string[] | undefined): readonly string[] {
	if (rows) return rows;
	throw new GenSqlError('REVISION_NOT_FOUND', 'it is not said which revision is the current one', {
		hint: 'nothing connects to a database: pass --current with its id, or --current @FILE',
	});
}
