import { fileURLToPath } from 'node:url';
import { loadGraph, loadProject, type Project, type RevisionGraph } from '../../src/index.ts';

/** The folder of this repository, which is a project itself. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The sample project of this repository. */
export async function sample(): Promise<{ readonly project: Project; readonly graph: RevisionGraph }> {
	const project = await loadProject({ cwd: repository, env: { GEN_SQL_CACHE: 'off' } });
	return { project, graph: await loadGraph(project) };
}
