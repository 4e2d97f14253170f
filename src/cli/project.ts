import { loadProject, type Project } from '../config/project.ts';
import type { GLOBAL_OPTIONS, OptionValues } from './command.ts';
import type { Io } from './io.ts';

type Options = OptionValues<typeof GLOBAL_OPTIONS> & {
	readonly param?: readonly string[];
	readonly tag?: string | undefined;
};

/** What the next call needs to work on the same project: ` --config a.ts --name audit`, or nothing. */
export const sameProject = ({ config, name }: Pick<Options, 'config' | 'name'>): string =>
	Object.entries({ config, name })
		.map(([option, value]) => (value === undefined ? '' : ` --${option} ${shellWord(value)}`))
		.join('');

/** @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02_02 */
export const shellWord = (text: string): string =>
	/^[\w./,:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

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
