import { existsSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Project } from '../config/project.ts';
import type { DiffReport } from '../diff/report.ts';
import type { Repository } from '../git/repository.ts';
import { isHeadsFile } from '../revisions/heads-file.ts';
import { fileStem } from '../revisions/revision.ts';

/**
 * The files below the version locations that changed since a commit, without those of revisions whose scripts changed.
 *
 * @returns Paths from the top of the repository, with slashes, in order.
 * @throws {GenSqlError} GIT_FAILED.
 */
export async function notBuiltIn(
	{ id, repository }: { readonly id: string; readonly repository: Repository },
	{ revisions }: DiffReport,
	projects: readonly Project[],
): Promise<readonly string[]> {
	const folders = new Set(projects.flatMap((project) => project.revisions));
	const places = [...folders].flatMap(realPath).filter((folder) => repository.holds(folder));
	if (places.length === 0) return [];
	const outs = projects.flatMap(({ out }) => realPath(out)).map((out) => `${repository.pathOf(out)}/`);
	const built = new Set(revisions.flatMap(({ path, from = path }) => [basename(path), basename(from)]));
	const changed = await repository.changedSince(
		id,
		places.map((folder) => repository.pathOf(folder)),
	);
	return changed.filter(
		(path) =>
			/\.[cm]?[jt]s$|\.sql$|\.json$/.test(path) &&
			!isHeadsFile(basename(path)) &&
			!outs.some((out) => path.startsWith(out)) &&
			!built.has(fileStem(join(repository.root, path))),
	);
}

/** The path of a folder without links; none when it is not there. */
const realPath = (folder: string): readonly string[] => (existsSync(folder) ? [realpathSync(folder)] : []);
