import { GenSqlError } from '../core/error.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { resolveRevisions } from '../revisions/range.ts';
import type { RenderedScript } from '../revisions/render.ts';
import { renderStamp } from '../revisions/render-stamp.ts';
import { openGraph, type ProjectSource } from './open.ts';
import type { ScriptOptions } from './render-script.ts';

export interface StampOptions extends ScriptOptions {
	/** Delete all rows first, whatever they are; nothing is checked then. Default `false`. */
	readonly purge?: boolean;
}

/**
 * The script that says in the version table, and nowhere else, that a database is at revisions. `base` deletes rows.
 *
 * @param revisions - Each `revision` or `start:revision`, all with the same start; several on different branches.
 * Without a start it begins at the base, a table without rows.
 * @throws {GenSqlError} RANGE_INVALID when starts differ, or revisions cannot be there together; what
 * `resolveRevisions`, `loadProject` and `loadGraph` throw.
 */
export async function stamp(
	source: ProjectSource,
	revisions: string | readonly string[],
	{ purge = false, guard = true }: StampOptions = {},
): Promise<RenderedScript> {
	const { project, graph } = await openGraph(source);
	const { startText, ends } = parseStamp([revisions].flat(), purge);
	const start =
		startText === undefined ? [] : graph.rows(split(startText).flatMap((id) => resolveRevisions(graph, id)));
	const found = ends.map((end) => resolveRevisions(graph, end, stepsFrom(graph, end, startText && start)));
	const targets = [...new Set(found.flat())];
	if (targets.length === 0 && startText === undefined && !purge) {
		throw new GenSqlError('RANGE_INVALID', 'a script that only leads to the base has to start somewhere else', {
			hint: 'write start:base, or pass --purge to delete whatever is there',
		});
	}
	if (targets.length > 0 && found.some((ids) => ids.length === 0)) {
		throw new GenSqlError('RANGE_INVALID', 'the base cannot be stamped together with revisions', {
			hint: 'the base is a version table without rows',
		});
	}
	return renderStamp({ ...project, guard: project.guard && guard }, graph, { start, targets, purge });
}

const split = (text: string): readonly string[] => text.split(',');

/** Steps down count from the heads, and steps up from the base, where no start is given. */
const stepsFrom = (graph: RevisionGraph, text: string, start: readonly string[] | '' | undefined): readonly string[] =>
	start || (text.startsWith('-') ? graph.realHeads : []);

function parseStamp(
	given: readonly string[],
	purge: boolean,
): { readonly startText: string | undefined; readonly ends: readonly string[] } {
	const parts = given.map((text) => text.split(':'));
	const starts = new Set(parts.map((part) => (part.length > 1 ? part[0] : undefined)));
	const [startText] = starts;
	const wrong = given.find((_, index) => (parts[index]?.length ?? 0) > 2 || parts[index]?.includes(''));
	if (wrong !== undefined || given.length === 0) {
		throw new GenSqlError('RANGE_INVALID', `"${wrong ?? ''}" cannot be stamped`, {
			hint: 'write revision or start:revision',
		});
	}
	if (starts.size > 1) {
		throw new GenSqlError('RANGE_INVALID', `${given.join(' ')} start at different revisions`, {
			hint: 'a script starts at one state: write the same start before each',
		});
	}
	if (purge && startText !== undefined) {
		throw new GenSqlError('RANGE_INVALID', `purging has no start, got "${startText}"`, {
			hint: 'leave the start out: whatever is there is deleted',
		});
	}
	return { startText, ends: parts.flatMap((part) => split(part.at(-1) ?? '')) };
}
