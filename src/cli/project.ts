import { loadProject, type Project } from '../config/project.ts';
import type { GLOBAL_OPTIONS, OptionValues } from './command.ts';
import type { Io } from './io.ts';

/** The project a command works on, by its global options. */
export const openProject = ({ config, dialect, x }: OptionValues<typeof GLOBAL_OPTIONS>, io: Io): Promise<Project> =>
	loadProject({ cwd: io.cwd, env: io.env, config, dialect, x });
