import { GenSqlError } from '../core/error.ts';
import { type Direction, shownIds } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';
import { endsOnBranches, onBranch } from './names.ts';
import { branchesOf, idsOf, type Resolved, resolveList } from './resolve.ts';

export { onlyHead } from './names.ts';
export { resolveRevisions } from './resolve.ts';

/** The revisions of a script, in the order in which they run. */
export interface Range {
	readonly direction: Direction;
	/** The rows of the version table that the script starts at; none is the base. */
	readonly start: readonly string[];
	readonly revisions: readonly string[];
}

/**
 * Find the revisions of a script.
 *
 * @param text - `end` or `start:end`, each an argument as `resolveRevisions` takes it, steps of the end counted from the
 * start. Without a start an upgrade begins at the base, a downgrade at the heads. From `label@base`, an upgrade leads to
 * those ends that lie on the branch; to `label@base`, a downgrade takes only the branch back, and what depends on it.
 * @throws {GenSqlError} RANGE_INVALID when the ends do not lie on one line or in the wrong order, and what
 * `resolveRevisions` throws.
 */
export function resolveRange(graph: RevisionGraph, direction: Direction, text: string): Range {
	const { startText, endText } = splitRange(text);
	const from = resolveList(graph, startText || (direction === 'upgrade' ? 'base' : 'heads'));
	const start = graph.rows(idsOf(from));
	const end = resolveList(graph, endText, { from: start });
	const revisions = direction === 'upgrade' ? upgradeRange(graph, start, from, end) : downgradeRange(graph, start, end);
	return { direction, start, revisions };
}

/** @throws {GenSqlError} RANGE_INVALID when it is neither `end` nor `start:end`. */
export function splitRange(text: string): { readonly startText: string; readonly endText: string } {
	const parts = text.split(':');
	const [first = '', second] = parts;
	if (parts.length <= 2 && parts.at(-1) !== '') {
		return second === undefined ? { startText: '', endText: first } : { startText: first, endText: second };
	}
	throw new GenSqlError('RANGE_INVALID', `"${text}" is no range`, {
		hint: 'write end or start:end, for example base:head',
	});
}

function upgradeRange(
	graph: RevisionGraph,
	start: readonly string[],
	from: readonly Resolved[],
	end: readonly Resolved[],
): readonly string[] {
	const targets = start.length === 0 ? endsOnBranches(idsOf(end), branchesOf(from)) : idsOf(end);
	if (isThere(start, targets)) return [];
	const present = graph.ancestors(start);
	const wanted = graph.ancestors(targets);
	const chosen = new Set([...wanted].filter((id) => !present.has(id)));
	if (chosen.size === 0) throw reversed('an upgrade', 'downgrade', start, targets);
	// A branch that is named is begun on purpose, beside what is there.
	const isMeant = start.some((id) => wanted.has(id)) || end.some(({ branch }) => branch);
	if (start.length === 0 || isMeant) return [...graph.fromHeads(chosen)].reverse();
	throw apart(graph, start, targets, `to have both, write ${argument(start)}:${argument([...start, ...targets])}`);
}

/** Whether nothing is left to do. */
const isThere = (start: readonly string[], end: readonly string[]): boolean =>
	end.length === 0 ? start.length === 0 : end.every((id) => start.includes(id));

function downgradeRange(graph: RevisionGraph, start: readonly string[], end: readonly Resolved[]): readonly string[] {
	const targets = idsOf(end);
	if (isThere(start, targets)) return [];
	const present = graph.ancestors(start);
	const stray = targets.find((id) => !present.has(id));
	if (stray !== undefined) {
		const above = graph.ancestors(targets);
		const isAhead = start.every((id) => above.has(id));
		throw isAhead
			? reversed('a downgrade', 'upgrade', start, targets)
			: apart(graph, start, targets, 'name two revisions of which one comes before the other');
	}
	const open = end.filter(({ revisions }) => !isThere(start, revisions));
	return graph.fromHeads(new Set(open.flatMap((target) => takenBack(graph, start, present, target))));
}

/** What stands above a revision, or above the base of a branch, of what is present. */
function takenBack(
	graph: RevisionGraph,
	start: readonly string[],
	present: ReadonlySet<string>,
	{ revisions, branch, row }: Resolved,
): readonly string[] {
	const above = revisions.length === 0 ? graph.bases : revisions.flatMap((id) => graph.node(id).children);
	const line = row === undefined ? present : graph.lineage(row);
	const roots = onBranch(above, branch).filter((id) => present.has(id) && line.has(id));
	if (roots.length > 0) return [...graph.descendants(roots)].filter((id) => present.has(id));
	if (revisions.length === 0) {
		throw new GenSqlError('RANGE_INVALID', `${shownIds(start)} has nothing of the branch "${branch?.name}"`, {
			hint: 'start at a revision of the branch',
		});
	}
	throw new GenSqlError(
		'RANGE_INVALID',
		`what ${shownIds(start)} has above ${shownIds(revisions)} only depends on it`,
		{
			hint: 'name the parent of what is to be taken back',
		},
	);
}

const reversed = (what: string, other: Direction, start: readonly string[], end: readonly string[]): GenSqlError =>
	new GenSqlError(
		'RANGE_INVALID',
		`${what} cannot lead from ${shownIds(start)} to ${shownIds(end)}: the ends are the wrong way round`,
		{ hint: `gen-sql ${other} ${argument(start)}:${argument(end)}` },
	);

const argument = (ids: readonly string[]): string => (ids.length === 0 ? 'base' : ids.join(','));

function apart(graph: RevisionGraph, start: readonly string[], end: readonly string[], hint: string): GenSqlError {
	const below = graph.ancestors(end);
	const common = graph.rows([...graph.ancestors(start)].filter((id) => below.has(id)));
	return new GenSqlError(
		'RANGE_INVALID',
		`${shownIds(start)} and ${shownIds(end)} do not lie on one line; they part after ${shownIds(common)}`,
		{ hint },
	);
}
