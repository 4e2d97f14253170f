import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { GenSqlError } from '../core/error.ts';
import { oneLine } from '../core/text.ts';
import { reason } from '../modules/files.ts';

/** A process of git, as it ended. */
export interface GitEnd {
	readonly exitCode: number;
	readonly stdout: Buffer;
	readonly stderr: string;
}

/** A process of git that runs. */
export interface GitProcess {
	readonly child: ChildProcessWithoutNullStreams;
	/** Settles when the process has ended and its streams are closed. */
	readonly ended: Promise<Omit<GitEnd, 'stdout'>>;
}

/**
 * What names a repository, as git sets it for its hooks. The repository that is meant is the one a folder lies in.
 *
 * @see https://git-scm.com/docs/git-rev-parse#Documentation/git-rev-parse.txt---local-env-vars
 */
const NAMES_A_REPOSITORY = [
	'GIT_ALTERNATE_OBJECT_DIRECTORIES',
	'GIT_COMMON_DIR',
	'GIT_DIR',
	'GIT_GRAFT_FILE',
	'GIT_IMPLICIT_WORK_TREE',
	'GIT_INDEX_FILE',
	'GIT_NAMESPACE',
	'GIT_OBJECT_DIRECTORY',
	'GIT_PREFIX',
	'GIT_SHALLOW_FILE',
	'GIT_WORK_TREE',
];

/** The environment of git: messages in English, since some are read, and no repository but that of the folder. */
function environment(): Readonly<Record<string, string | undefined>> {
	const others = Object.entries(env).filter(([name]) => !NAMES_A_REPOSITORY.includes(name.toUpperCase()));
	return {
		...Object.fromEntries(others),
		LC_ALL: 'C',
		LANGUAGE: 'C',
		GIT_OPTIONAL_LOCKS: '0',
		GIT_TERMINAL_PROMPT: '0',
	};
}

/** Start git in a folder, without a shell. The process is not waited for. */
export function startGit(folder: string, args: readonly string[]): GitProcess {
	const child = spawn('git', args, { cwd: folder, env: environment(), stdio: 'pipe', windowsHide: true });
	// A process that ends before it has read its input closes the pipe; how it ended says why.
	child.stdin.on('error', () => undefined);
	let stderr = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	const ended = new Promise<Omit<GitEnd, 'stdout'>>((resolve, reject) => {
		child.on('error', (error) => reject(unstarted(folder, error)));
		child.on('close', (code) => resolve({ exitCode: code ?? 1, stderr }));
	});
	// Whoever reads the output first learns of it later.
	ended.catch(() => undefined);
	return { child, ended };
}

/**
 * Run git in a folder to its end.
 *
 * @throws {GenSqlError} GIT_FAILED when it cannot be started.
 */
export async function runGit(folder: string, args: readonly string[], input = ''): Promise<GitEnd> {
	const { child, ended } = startGit(folder, args);
	child.stdin.end(input);
	const chunks: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => void chunks.push(chunk));
	return { ...(await ended), stdout: Buffer.concat(chunks) };
}

function unstarted(folder: string, error: Error): GenSqlError {
	if (!existsSync(folder))
		return new GenSqlError('GIT_FAILED', `the folder "${folder}" does not exist`, { cause: error });
	const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
	return new GenSqlError('GIT_FAILED', isMissing ? 'git is not found' : `git cannot be started: ${reason(error)}`, {
		hint: 'install git, and have its folder in PATH',
		cause: error,
	});
}

/** Why git ended with an error, from what it said. */
export function gitFailed(folder: string, command: string, { exitCode, stderr }: Omit<GitEnd, 'stdout'>): GenSqlError {
	if (/dubious ownership|unsafe repository/.test(stderr)) {
		const [, owned = folder] = /repository (?:at )?\(?'([^']+)'/.exec(stderr) ?? [];
		return new GenSqlError('GIT_FAILED', `the git repository "${owned}" belongs to another user`, {
			hint: `\`git config --global --add safe.directory ${owned}\` says that it is trusted`,
		});
	}
	if (/not a git repository/i.test(stderr)) {
		return new GenSqlError('GIT_FAILED', `the folder "${folder}" lies in no git repository`, {
			hint: 'run it in a clone of the project; an exported folder has no history',
		});
	}
	const said = oneLine(stderr.trim().split('\n').at(-1) ?? '').replace(/^(?:fatal|error): /, '');
	return new GenSqlError('GIT_FAILED', `git ${command} failed: ${said || `exit code ${exitCode}`}`, {
		hint: 'run the same git command by hand to see more',
	});
}
