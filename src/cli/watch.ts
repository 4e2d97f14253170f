import { dirname } from 'node:path';
import type { Project } from '../config/project.ts';
import { isGenSqlError } from '../core/error.ts';
import { foldersBelow } from '../modules/files.ts';
import { Watcher } from '../modules/watcher.ts';
import { isTemporary } from '../modules/write.ts';
import { isHeadsFile } from '../revisions/heads-file.ts';
import { tell } from './error-text.ts';
import type { Io } from './io.ts';

/** What a build writes beside the revisions. */
const isHeard = (name: string): boolean => !isHeadsFile(name) && !isTemporary(name);

/**
 * Do a work now, and again whenever a file changes that it rests on, until the process is ended. An error is told, and
 * the next change waited for.
 *
 * @param work - Is given what takes note of a project: its configuration, templates, revisions, and the modules they use.
 */
export async function whenever(io: Io, work: (note: (project: Project) => void) => Promise<unknown>): Promise<never> {
	const watcher = new Watcher(isHeard);
	watcher.add([io.cwd]);
	for (;;) {
		const projects = new Set<Project>();
		try {
			await work((project) => projects.add(project));
		} catch (error) {
			if (!isGenSqlError(error)) throw error;
			tell(error, io);
		}
		for (const project of projects) watcher.add(foldersOf(project));
		await watcher.changed();
	}
}

const foldersOf = ({ root, revisions, templates, runner }: Project): ReadonlySet<string> =>
	new Set([root, templates, ...revisions.flatMap(foldersBelow), ...runner.files.map((file) => dirname(file))]);
