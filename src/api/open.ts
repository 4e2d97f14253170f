import { loadProject, type Project, type ProjectOptions } from '../config/project.ts';
import { releaseHeads } from '../releases/read-releases.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { loadGraph } from '../revisions/load.ts';

/** The project that a command works on: one that is loaded, or what `loadProject` takes. */
export type ProjectSource = Project | ProjectOptions;

/** The project that is meant. @throws {GenSqlError} what `loadProject` throws. */
export const openProject = async (source: ProjectSource): Promise<Project> =>
	'runner' in source ? source : loadProject(source);

/** The same with its graph. @throws {GenSqlError} what `loadGraph` throws, too. */
export async function openGraph(
	source: ProjectSource,
): Promise<{ readonly project: Project; readonly graph: RevisionGraph }> {
	const project = await openProject(source);
	return { project, graph: (await loadGraph(project)).withReleases(releaseHeads(project)) };
}
