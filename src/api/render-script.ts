import { type RenderedScript, renderRange } from '../revisions/render.ts';
import { resolveStartedRange } from '../revisions/starting-range.ts';
import { scriptHeader } from '../script/header.ts';
import type { Direction } from '../script/plan.ts';
import type { LocksOptions } from './locks.ts';
import { openGraph, type ProjectSource } from './open.ts';

export interface ScriptOptions {
	/** `false` leaves out the check that the database is where the script starts. Default: as the project says. */
	readonly guard?: boolean;
	/**
	 * Makes the head of the script say what it locks, as this version of the server does; `{}` for the default version.
	 * PostgreSQL only. The revisions before the range are rendered, too. Default: as the project says.
	 */
	readonly locks?: Pick<LocksOptions, 'pgVersion' | 'pgMinor'> | false | undefined;
}

/** The script of a range, in either direction. */
export async function renderScript(
	source: ProjectSource,
	direction: Direction,
	range: string,
	options: ScriptOptions = {},
): Promise<RenderedScript> {
	const { project, graph } = await openGraph(source);
	const resolved = resolveStartedRange(project, graph, direction, range);
	const { guard = true, locks = project.locks ? {} : false } = options;
	const wanted = { ...project, guard: project.guard && guard };
	if (!locks) return renderRange(wanted, graph, resolved);
	// The parser takes longer to load than most scripts to render.
	const { lockJudge } = await import('./lock-judge.ts');
	const header = scriptHeader(project, await lockJudge(project, graph, resolved, locks));
	return renderRange(wanted, graph, resolved, { header });
}
