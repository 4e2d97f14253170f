import { loadProject, loadProjects, type Project, type ProjectOptions } from '../config/project.ts';
import { isGenSqlError } from '../core/error.ts';
import { releaseHeads } from '../releases/read-releases.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { loadGraph } from '../revisions/load.ts';

/** The project that a command works on: one that is loaded, or what `loadProject` takes. */
export type ProjectSource = Project | ProjectOptions;

/** The project that is meant. @throws {GenSqlError} what `loadProject` throws. */
export const openProject = async (source: ProjectSource): Promise<Project> =>
	'runner' in source ? source : loadProject(source);

/** The project that files stand in; undefined where there is none. @throws {GenSqlError} what `loadProject` throws. */
export async function projectAround(source: ProjectSource): Promise<Project | undefined> {
	try {
		return await openProject(source);
	} catch (error) {
		if (isGenSqlError(error) && error.code === 'PROJECT_MISSING') return undefined;
		throw error;
	}
}

/** Databases of a project: those that are loaded, or what `loadProjects` takes. */
export type DatabasesSource = readonly [Project, ...Project[]] | ProjectSource;

/** The databases that are meant: all of them, or the one that is named. @throws {GenSqlError} what `loadProjects` throws. */
export async function openProjects(source: DatabasesSource): Promise<readonly [Project, ...Project[]]> {
	if ('cwd' in source) return loadProjects(source);
	return 'runner' in source ? [source] : source;
}

/** The same with its graph. @throws {GenSqlError} what `loadGraph` throws, too. */
export async function openGraph(
	source: ProjectSource,
): Promise<{ readonly project: Project; readonly graph: RevisionGraph }> {
	const project = await openProject(source);
	return { project, graph: (await loadGraph(project)).withReleases(releaseHeads(project)) };
}
