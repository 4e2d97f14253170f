import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');

/** How a process ended. */
export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** The real command line, as a process of its own. */
export const command = (...argv: readonly string[]): readonly string[] => [
	process.execPath,
	'--import',
	tsx,
	bin,
	...argv,
];

/** Run a program in a folder to its end; its environment holds no more than is said. */
export function spawned(
	cwd: string,
	[file = '', ...argv]: readonly string[],
	env: Readonly<Record<string, string>> = { GEN_SQL_CACHE: 'off' },
): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(file, argv, {
			cwd,
			env: { PATH: process.env['PATH'], ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			timeout: 60_000,
		});
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', (text) => {
			stdout += text;
		});
		child.stderr.on('data', (text) => {
			stderr += text;
		});
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, stdout, stderr }));
	});
}

/** Run gen-sql in a folder, without a cache. */
export const gensql = (cwd: string, ...argv: readonly string[]): Promise<Ended> => spawned(cwd, command(...argv));
