import { GenSqlError } from '../core/error.ts';
import { shownIds } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';
import { endsOnBranches } from './names.ts';
import { reach } from './node.ts';
import { branchesOf, idsOf, resolveEach } from './resolve.ts';

/**
 * Find the revisions of a listing, newest first.
 *
 * @param text - `start:end`, both included; what is left out is the base, and the heads. Steps of the start are counted
 * down from the heads, or from where one is when the end is `current`; steps of the end up from the start.
 * A start on a branch, `label@base`, leaves the ends that lie on it.
 * @param current - What `current` means.
 * @throws {GenSqlError} RANGE_INVALID when the end does not come after the start, and what `resolveRevisions` throws.
 */
export function resolveHistory(graph: RevisionGraph, text: string, current?: readonly string[]): readonly string[] {
	const [startText = '', endText, surplus] = text.split(':');
	if (endText === undefined || surplus !== undefined) {
		throw new GenSqlError('RANGE_INVALID', `"${text}" is no range of history`, {
			hint: 'write start:end, start: or :end',
		});
	}
	const from = endText === 'current' ? current : undefined;
	const found = resolveEach(graph, startText || 'base', { from, current });
	const start = idsOf(found);
	const to = idsOf(resolveEach(graph, endText || 'heads', { from: start, current }));
	const end = endsOnBranches(to, branchesOf(found));
	const below = graph.ancestors(end);
	if (start.length === 0) return graph.fromHeads(below);
	const chosen = between(graph, start, end, below);
	if (chosen.size > 0 || end.length === 0) return graph.fromHeads(chosen);
	throw new GenSqlError('RANGE_INVALID', `${shownIds(end)} does not come after ${shownIds(start)}`, {
		hint: 'is the range the wrong way round?',
	});
}

/** Children and theirs; where only dependencies lead to the ends, those that depend on them too. */
function between(
	graph: RevisionGraph,
	start: readonly string[],
	end: readonly string[],
	below: ReadonlySet<string>,
): ReadonlySet<string> {
	const above = reach(start, (id) => graph.node(id).children);
	const isLine = end.some((id) => above.has(id));
	const chosen = isLine ? above : graph.descendants(start);
	return new Set([...chosen].filter((id) => below.has(id)));
}
