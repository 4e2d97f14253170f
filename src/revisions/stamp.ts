import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { applyChange, type VersionChange } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';
import { splitRange } from './range.ts';
import { checkApart, idsOf, type Resolved, resolveEach, resolveList } from './resolve.ts';

/** The rows of one target. */
export interface StampStep {
	/** The rows that go. */
	readonly from: readonly string[];
	/** The row that comes; none when the base is stamped. */
	readonly to: readonly string[];
	readonly versions: readonly VersionChange[];
}

/** What a stamp does to the version table, and to nothing else. */
export interface Stamp {
	/** The rows it starts at; none is the base. */
	readonly start: readonly string[];
	/** One for each target that has no row yet. */
	readonly steps: readonly StampStep[];
	/** The rows it leaves, sorted. */
	readonly end: readonly string[];
}

/**
 * Find the changes of a stamp. A target takes the place of the rows on its line, dependencies included; others stay.
 * `base` takes all rows away, `label@base` those of the branch and of what depends on it.
 *
 * @param texts - `revision` or `start:revision`, each an argument as `resolveRevisions` takes it. Without a start the
 * version table is empty.
 * @throws {GenSqlError} RANGE_INVALID when the starts differ, or when one of the targets comes before another, and what
 * `resolveRevisions` throws.
 */
export function resolveStamp(graph: RevisionGraph, texts: readonly string[]): Stamp {
	const ranges = texts.map(splitRange);
	const startText = ranges[0]?.startText ?? '';
	const other = ranges.find((range) => range.startText !== startText);
	if (other) {
		throw new GenSqlError(
			'RANGE_INVALID',
			`a stamp starts in one place, not at both "${startText}" and "${other.startText}"`,
			{
				hint: 'write the same start before each revision; a list names several rows: ae10,27c6:heads',
			},
		);
	}
	const start = graph.rows(idsOf(resolveList(graph, startText || 'base')));
	const from = startText === '' ? undefined : start;
	const targets = ranges.flatMap(({ endText }) => resolveEach(graph, endText, { from }));
	if (targets.length > 1) checkApart(graph, texts.join(' '), targets);
	return stamp(graph, start, targets);
}

function stamp(graph: RevisionGraph, start: readonly string[], targets: readonly Resolved[]): Stamp {
	const rows = new Set(start);
	const bases = targets.filter(({ revisions }) => revisions.length === 0).map((base) => leave(graph, rows, base));
	const others = idsOf(targets).filter((id) => !start.includes(id));
	const steps = [...bases.flat(), ...others.map((id) => enter(graph, rows, id))];
	return { start, steps, end: [...rows].sort(byCodePoint) };
}

/** A step for each row that the base, or the base of a branch, takes away. */
function leave(graph: RevisionGraph, rows: Set<string>, { branch }: Resolved): readonly StampStep[] {
	const above = branch && graph.descendants([branch.revision]);
	const gone = [...rows].filter((row) => !branch || branch.members.has(row) || above?.has(row));
	return gone.map((from) => {
		rows.delete(from);
		return { from: [from], to: [], versions: [{ kind: 'delete', from }] };
	});
}

function enter(graph: RevisionGraph, rows: Set<string>, to: string): StampStep {
	const line = new Set([...graph.ancestors([to]), ...graph.descendants([to])]);
	const replaced = [...rows].filter((row) => line.has(row)).sort(byCodePoint);
	const last = replaced.at(-1);
	const versions: readonly VersionChange[] = [
		...replaced.slice(0, -1).map((from): VersionChange => ({ kind: 'delete', from })),
		last === undefined ? { kind: 'insert', to } : { kind: 'update', from: last, to },
	];
	for (const change of versions) applyChange(rows, change);
	return { from: replaced, to: [to], versions };
}
