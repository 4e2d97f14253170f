import { type ProjectSource, projectAround } from '../api/open.ts';
import { loadProject, loadProjects, type Project, type ProjectOptions } from '../config/project.ts';
import type { GLOBAL_OPTIONS, OptionValues } from './command.ts';
import type { Io } from './io.ts';

type Options = OptionValues<typeof GLOBAL_OPTIONS> & {
	readonly param?: readonly string[];
	readonly tag?: string | undefined;
};

const projectOptions = ({ config, dialect, name, tag, x, param = [] }: Options, { cwd, env }: Io): ProjectOptions => ({
	cwd,
	env,
	config,
	dialect,
	database: name,
	tag,
	x,
	parameters: param,
});

/** What the next call needs to work on the same project: ` --config a.ts --name audit`, or nothing. */
export const sameProject = ({ config, name }: Pick<Options, 'config' | 'name'>): string =>
	Object.entries({ config, name })
		.map(([option, value]) => (value === undefined ? '' : ` --${option} ${shellWord(value)}`))
		.join('');

/** @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02_02 */
export const shellWord = (text: string): string =>
	/^[\w./,:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** Work on the project that the global options name; what was read is kept for the next run, also after an error. */
export async function withProject<T>(options: Options, io: Io, work: (project: Project) => Promise<T>): Promise<T> {
	const project = await loadProject(projectOptions(options, io));
	return keeping(project, () => work(project));
}

/** The same for all databases of the project, or for the one that is named. */
export async function withProjects<T>(
	options: Options,
	io: Io,
	work: (projects: readonly [Project, ...Project[]]) => Promise<T>,
): Promise<T> {
	const projects = await loadProjects(projectOptions(options, io));
	return keeping(projects[0], () => work(projects));
}

/** The same for commands that also work where there is no project: these are given what would name one. */
export async function withProjectAround<T>(
	options: Options,
	io: Io,
	work: (source: ProjectSource) => Promise<T>,
): Promise<T> {
	const source = projectOptions(options, io);
	const project = await projectAround(source);
	return project ? keeping(project, () => work(project)) : work(source);
}

/** Databases of a project have one runner. */
async function keeping<T>({ runner }: Project, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} finally {
		runner.save();
	}
}
