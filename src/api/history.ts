import { GenSqlError } from '../core/error.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { resolveRevisions } from '../revisions/range.ts';
import { openGraph, type ProjectSource } from './open.ts';
import { factsOf, type RevisionFacts } from './revision-facts.ts';
import { resolveRows, type VersionRowsGiven } from './version-rows.ts';

export interface HistoryOptions {
	/** `start:end`, `start:` or `:end`; both ends are included. `-3:head` counts back from the end. Default: all. */
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
	return graph.fromHeads(chosenRevisions(graph, range, rows)).map((id) => factsOf(project, graph.node(id), marked));
}

function chosenRevisions(
	graph: RevisionGraph,
	range: string,
	rows: readonly string[] | undefined,
): ReadonlySet<string> {
	const [startText = '', endText, surplus] = range.split(':');
	if (endText === undefined || surplus !== undefined) {
		throw new GenSqlError('RANGE_INVALID', `"${range}" is no range of history`, {
			hint: 'write start:end, start: or :end',
		});
	}
	const resolve = (text: string, from: readonly string[]): readonly string[] =>
		text === 'current' ? known(rows) : resolveRevisions(graph, text, from);
	const isFromStart = /^[+-]/.test(endText);
	const last = endText === '' || isFromStart ? graph.heads : resolve(endText, []);
	const start = startText === '' ? [] : resolve(startText, last);
	const end = isFromStart ? resolve(endText, start) : last;
	const below = graph.ancestors(end);
	if (start.length === 0) return below;
	const chosen = new Set([...graph.descendants(start)].filter((id) => below.has(id)));
	if (chosen.size > 0 || end.length === 0) return chosen;
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
