import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { applyChange, type VersionChange } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';

/** The changes of version rows that put one revision in the place of those on its line. */
export interface Stamped {
	readonly revision: string;
	readonly from: readonly string[];
	readonly changes: readonly VersionChange[];
}

/**
 * The changes of the version rows that say that revisions are there, without running them. Rows on other lines stay:
 * what comes out is what an upgrade or a downgrade to each would leave.
 *
 * @param start - The rows before.
 * @param targets - The revisions; none is the base, where every row goes.
 * @throws {GenSqlError} RANGE_INVALID when one of them comes before another: they cannot both have a row.
 */
export function stampRows(
	graph: RevisionGraph,
	start: readonly string[],
	targets: readonly string[],
): readonly Stamped[] {
	checkApart(graph, targets);
	const rows = new Set(start);
	return targets.map((revision) => {
		const line = new Set([...graph.ancestors([revision]), ...graph.descendants([revision])]);
		const from = [...rows].filter((row) => line.has(row)).sort(byCodePoint);
		const changes = rows.has(revision) && from.length === 1 ? [] : replaced(from, revision);
		for (const change of changes) applyChange(rows, change);
		return { revision, from, changes };
	});
}

/** The last row becomes the revision, as where branches are merged. */
function replaced(rows: readonly string[], to: string): readonly VersionChange[] {
	const last = rows.at(-1);
	if (last === undefined) return [{ kind: 'insert', to }];
	return [...rows.slice(0, -1).map((from) => ({ kind: 'delete', from }) as const), { kind: 'update', from: last, to }];
}

function checkApart(graph: RevisionGraph, targets: readonly string[]): void {
	const rows = graph.rows(targets);
	const inner = targets.find((id) => !rows.includes(id));
	if (inner === undefined) return;
	const above = rows.find((id) => graph.ancestors([id]).has(inner));
	throw new GenSqlError('RANGE_INVALID', `${inner} comes before ${above}: they cannot both have a row`, {
		hint: `a database at ${above} has ${inner} as well; name ${above} alone`,
	});
}
