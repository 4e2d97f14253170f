import { realpathSync } from 'node:fs';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import { Repository } from '../git/repository.ts';

/**
 * The git repository in which all revisions of a project lie.
 *
 * @throws {GenSqlError} GIT_FAILED when there is none, or there are several.
 */
export async function repositoryOf({ revisions }: Pick<Project, 'revisions'>): Promise<Repository> {
	const [first = '', ...others] = revisions.map((folder) => realpathSync(folder));
	const repository = await Repository.of(first);
	for (const folder of others) {
		if ((await Repository.of(folder)).root === repository.root) continue;
		throw new GenSqlError('GIT_FAILED', `the folders "${first}" and "${folder}" lie in two git repositories`, {
			hint: 'a branch can be checked where all revisions are in one repository',
		});
	}
	return repository;
}
