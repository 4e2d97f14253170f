import { loadProject, type Project } from '../config/project.ts';
import type { GLOBAL_OPTIONS, OptionValues } from './command.ts';
import type { Io } from './io.ts';

type Options = OptionValues<typeof GLOBAL_OPTIONS> & {
	readonly param?: readonly string[];
	readonly tag?: string | undefined;
};

/** Work on the project that the global options name; what was read is kept for the next run, also after an error. */
export async function withProject<T>(
	{ config, dialect, name, tag, x, param = [] }: Options,
	io: Io,
	work: (project: Project) => Promise<T>,
): Promise<T> {
	const project = await loadProject({
		cwd: io.cwd,
		env: io.env,
		config,
		dialect,
		database: name,
		tag,
		x,
		parameters: param,
	});
	try {
		return await work(project);
	} finally {
		project.runner.save();
	}
}
