import { GenSqlError } from '../core/error.ts';
import type { RenderedScript } from '../revisions/render.ts';
import { renderStamp } from '../revisions/render-stamp.ts';
import { resolveStamp } from '../revisions/stamp.ts';
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
 * Without a start it begins where the project says (`startingRevision`), else at the base, a table without rows.
 * @throws {GenSqlError} RANGE_INVALID when starts differ, or revisions cannot be there together; what `resolveStamp`,
 * `loadProject` and `loadGraph` throw.
 */
export async function stamp(
	source: ProjectSource,
	revisions: string | readonly string[],
	{ purge = false, guard = true }: StampOptions = {},
): Promise<RenderedScript> {
	const { project, graph } = await openGraph(source);
	const texts = [revisions].flat();
	const started = texts.find((text) => text.includes(':'));
	if (purge && started !== undefined) {
		throw new GenSqlError('RANGE_INVALID', `purging has no start, got "${started}"`, {
			hint: 'leave the start out: whatever is there is deleted',
		});
	}
	const { startingRevision } = project;
	const isStarted = purge || started !== undefined || startingRevision === undefined;
	const found = resolveStamp(graph, isStarted ? texts : texts.map((text) => `${startingRevision}:${text}`));
	if (!purge && found.start.length === 0 && found.steps.length === 0) {
		throw new GenSqlError('RANGE_INVALID', 'a script that only leads to the base has to start somewhere else', {
			hint: 'write start:base, or pass --purge to delete whatever is there',
		});
	}
	return renderStamp({ ...project, guard: project.guard && guard }, graph, found, { purge });
}
