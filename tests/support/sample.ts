import { fileURLToPath } from 'node:url';
import { loadGraph, loadProject, type Project, type RevisionGraph } from '../../src/index.ts';

/** The folder of this repository, which is a project itself. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The sample project of this repository, in its own dialect or another. */
export async function sample(dialect?: string): Promise<{ readonly project: Project; readonly graph: RevisionGraph }> {
	const project = await loadProject({ cwd: repository, env: { GEN_SQL_CACHE: 'off' }, dialect });
	return { project, graph: await loadGraph(project) };
}
