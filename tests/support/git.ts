import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { project } from './project.ts';

/** What the tests' git must not depend on: the user's settings, the clock, and who runs it. */
const environment = {
	...process.env,
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_SYSTEM: '/dev/null',
	GIT_AUTHOR_NAME: 'a',
	GIT_AUTHOR_EMAIL: 'a@example.org',
	GIT_COMMITTER_NAME: 'a',
	GIT_COMMITTER_EMAIL: 'a@example.org',
	GIT_AUTHOR_DATE: '2024-01-01T00:00:00Z',
	GIT_COMMITTER_DATE: '2024-01-01T00:00:00Z',
	LC_ALL: 'C',
};

/** Run git in a folder. Returns what it prints. */
export const git = (cwd: string, ...args: readonly string[]): string =>
	execFileSync('git', args, { cwd, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** Whether git ends well. */
export function gitSucceeds(cwd: string, ...args: readonly string[]): boolean {
	try {
		git(cwd, ...args);
		return true;
	} catch (error) {
		if ((error as { readonly status?: number }).status === undefined) throw error;
		return false;
	}
}

/** Write these files, or take those away that are null, and commit everything. Returns the id of the commit. */
export function commit(root: string, files: Readonly<Record<string, string | null>> = {}): string {
	for (const [path, text] of Object.entries(files)) {
		const file = join(root, path);
		if (text === null) rmSync(file);
		else {
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
	}
	git(root, 'add', '-A');
	git(root, 'commit', '-q', '--allow-empty', '-m', 'x');
	return git(root, 'rev-parse', 'HEAD');
}

/** A new repository with one commit of these files, on the branch `main`. Returns its folder. */
export function repository(files: Readonly<Record<string, string>>): string {
	const root = project({});
	git(root, 'init', '-q', '-b', 'main');
	commit(root, files);
	return root;
}
