import { loadProject, type Project } from '../config/project.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { loadGraph } from '../revisions/load.ts';
import type { GLOBAL_OPTIONS, OptionValues } from './command.ts';
import type { Io } from './io.ts';

/** The project a command works on, by its global options. */
export const openProject = ({ config, dialect, x }: OptionValues<typeof GLOBAL_OPTIONS>, io: Io): Promise<Project> =>
	loadProject({ cwd: io.cwd, env: io.env, config, dialect, x });

/** The same with its graph, for commands that run no revision; what was read is kept for the next time. */
export async function openGraph(
	options: OptionValues<typeof GLOBAL_OPTIONS>,
	io: Io,
): Promise<{ readonly project: Project; readonly graph: RevisionGraph }> {
	const project = await openProject(options, io);
	const graph = await loadGraph(project);
	project.runner.save();
	return { project, graph };
}
