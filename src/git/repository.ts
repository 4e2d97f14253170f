import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { appendAll } from '../core/keys.ts';
import { parseBatch } from './parse-batch.ts';
import { gitFailed, runGit, startGit } from './run-git.ts';

/** A file of a commit. */
export interface CommittedFile {
	/** From the top of the work tree, with slashes. */
	readonly path: string;
	/** The id of its content: two files with the same have the same bytes. */
	readonly blob: string;
	/** A symbolic link: the content is the path that it leads to. */
	readonly isLink: boolean;
}

/** The git repository of a work tree, read by the program git. Nothing is written, and nothing is checked out. */
export class Repository {
	/** The top of the work tree: an absolute path without links. */
	readonly root: string;

	private constructor(root: string) {
		this.root = root;
	}

	/**
	 * The repository whose work tree a folder lies in; the variables by which git's hooks name another are not heard.
	 *
	 * @throws {GenSqlError} GIT_FAILED when there is no git, no repository, or one that git does not trust.
	 */
	static async of(folder: string): Promise<Repository> {
		const end = await runGit(folder, ['rev-parse', '--show-toplevel']);
		if (end.exitCode !== 0) throw gitFailed(folder, 'rev-parse', end);
		// Only the last line end is not part of the name of the folder.
		return new Repository(realpathSync(resolve(end.stdout.toString().replace(/\r?\n$/, ''))));
	}

	/** Whether a file or a folder lies in the work tree. */
	holds(file: string): boolean {
		const path = relative(this.root, file);
		// On another drive the path stays absolute.
		return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
	}

	/**
	 * The path of a file or a folder from the top of the work tree, with slashes; `''` for the top itself.
	 *
	 * @throws {GenSqlError} GIT_FAILED when it lies elsewhere.
	 */
	pathOf(file: string): string {
		if (this.holds(file)) return relative(this.root, file).split(sep).join('/');
		throw new GenSqlError('GIT_FAILED', `"${file}" lies outside the git work tree "${this.root}"`, {
			hint: 'git knows only what lies in the repository of the project',
		});
	}

	/**
	 * The id of the commit that a branch, a tag, an id or any other name of git's means.
	 *
	 * @throws {GenSqlError} GIT_FAILED when it means none.
	 * @see https://git-scm.com/docs/gitrevisions
	 */
	async commit(ref: string): Promise<string> {
		if (ref !== '' && !ref.startsWith('-') && !ref.includes('\0')) {
			const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
			const { exitCode, stdout } = await runGit(this.root, args);
			if (exitCode === 0) return stdout.toString().trim();
		}
		throw new GenSqlError('GIT_FAILED', `git knows no commit "${ref}"`, {
			hint: '`git fetch` it; CI often clones one branch alone, and names others like origin/main',
		});
	}

	/**
	 * The files of a commit below a folder, in the order of git. Submodules are not among them.
	 *
	 * @param commit - What `commit` gave.
	 * @param folder - From the top of the work tree, with slashes; `''` for everything.
	 * @throws {GenSqlError} GIT_FAILED.
	 */
	async files(commit: string, folder: string): Promise<readonly CommittedFile[]> {
		// Without --full-tree and literal paths, `*` and `:(top)` in the name of a folder would have a meaning.
		const args = ['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-tree', commit];
		const end = await runGit(this.root, folder === '' ? args : [...args, '--', `${folder}/`]);
		if (end.exitCode !== 0) throw gitFailed(this.root, 'ls-tree', end);
		return end.stdout.toString().split('\0').flatMap(parseEntry);
	}

	/**
	 * The contents of blobs, in the order in which they are asked for, read by one process as they are taken.
	 *
	 * The bytes are those that are stored: a checkout may have other line ends.
	 *
	 * @throws {GenSqlError} GIT_FAILED when one is not there.
	 */
	async *contents(blobs: readonly string[]): AsyncGenerator<Buffer, void, undefined> {
		if (blobs.length === 0) return;
		const { child, ended } = startGit(this.root, ['cat-file', '--batch']);
		try {
			child.stdin.end(`${blobs.join('\n')}\n`);
			let read = 0;
			for await (const content of parseBatch(child.stdout)) {
				read++;
				yield content;
			}
			const end = await ended;
			if (end.exitCode !== 0 || read < blobs.length) throw gitFailed(this.root, 'cat-file', end);
		} finally {
			child.kill();
		}
	}

	/**
	 * The files below folders that are others in the work tree than in a commit, those that git does not know yet and those
	 * that are gone too; from the top of the work tree, with slashes.
	 *
	 * @param folders - From the top of the work tree, with slashes; `''` for everything.
	 * @throws {GenSqlError} GIT_FAILED.
	 */
	async changedSince(commit: string, folders: readonly string[]): Promise<readonly string[]> {
		const places = ['--', ...folders.map((folder) => folder || '.')];
		const found: string[] = [];
		for (const args of [
			['diff', '--name-only', '--no-renames', '--no-relative', '--no-ext-diff', '-z', commit, ...places],
			['ls-files', '--others', '--exclude-standard', '-z', ...places],
		]) {
			const end = await runGit(this.root, ['--literal-pathspecs', ...args]);
			if (end.exitCode !== 0) throw gitFailed(this.root, args[0] ?? '', end);
			appendAll(found, end.stdout.toString().split('\0').filter(Boolean));
		}
		return found;
	}

	/**
	 * The files that git takes for renamed since a commit: the path that each had then, by the path that it has in the work
	 * tree. Files that git does not know yet are not among them.
	 *
	 * @throws {GenSqlError} GIT_FAILED.
	 */
	async renamedSince(commit: string): Promise<ReadonlyMap<string, string>> {
		const args = ['diff', '--name-status', '--find-renames', '--diff-filter=R', '--no-relative', '--no-ext-diff', '-z'];
		const end = await runGit(this.root, [...args, commit]);
		if (end.exitCode !== 0) throw gitFailed(this.root, 'diff', end);
		const words = end.stdout.toString().split('\0');
		const found = new Map<string, string>();
		for (let at = 0; at + 2 < words.length; at += 3) found.set(words[at + 2] ?? '', words[at + 1] ?? '');
		return found;
	}

	/**
	 * Those of some paths that git is told to ignore; a file that git has is none of them.
	 *
	 * @throws {GenSqlError} GIT_FAILED.
	 */
	async ignored(paths: readonly string[]): Promise<ReadonlySet<string>> {
		const end = await runGit(this.root, ['check-ignore', '-z', '--stdin'], paths.join('\0'));
		if (end.exitCode > 1) throw gitFailed(this.root, 'check-ignore', end);
		return new Set(end.stdout.toString().split('\0').filter(Boolean));
	}

	/**
	 * The best common ancestors of two commits; several after merges in both directions.
	 *
	 * @returns None when their histories have nothing in common.
	 * @throws {GenSqlError} GIT_FAILED, also when the clone does not reach far enough back to tell.
	 */
	async mergeBases(one: string, other: string): Promise<readonly string[]> {
		const end = await runGit(this.root, ['merge-base', '--all', one, other]);
		if (end.exitCode === 0) return end.stdout.toString().trim().split('\n');
		if (end.exitCode !== 1) throw gitFailed(this.root, 'merge-base', end);
		if (!(await this.#isShallow())) return [];
		throw new GenSqlError('GIT_FAILED', 'the clone is shallow: it does not reach back to where the branches parted', {
			hint: '`git fetch --unshallow` gets the rest; actions/checkout needs fetch-depth: 0, GitLab GIT_DEPTH: 0',
		});
	}

	async #isShallow(): Promise<boolean> {
		const { stdout } = await runGit(this.root, ['rev-parse', '--is-shallow-repository']);
		return stdout.toString().trim() === 'true';
	}
}

/** `100644 blob <id>\t<path>`; a submodule is a commit. */
function parseEntry(entry: string): readonly CommittedFile[] {
	const [, mode, blob] = /^(\d+) blob ([0-9a-f]+)\t/.exec(entry) ?? [];
	if (mode === undefined || blob === undefined) return [];
	return [{ path: entry.slice(entry.indexOf('\t') + 1), blob, isLink: mode === '120000' }];
}
