import { type RenderedScript, renderRange } from '../revisions/render.ts';
import { resolveStartedRange } from '../revisions/starting-range.ts';
import type { Direction } from '../script/plan.ts';
import { openGraph, type ProjectSource } from './open.ts';

export interface ScriptOptions {
	/** `false` leaves out the check that the database is where the script starts. Default: as the project says. */
	readonly guard?: boolean;
}

/** The script of a range, in either direction. */
export async function renderScript(
	source: ProjectSource,
	direction: Direction,
	range: string,
	{ guard = true }: ScriptOptions = {},
): Promise<RenderedScript> {
	const { project, graph } = await openGraph(source);
	const resolved = resolveStartedRange(project, graph, direction, range);
	return renderRange({ ...project, guard: project.guard && guard }, graph, resolved);
}
