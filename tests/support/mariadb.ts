import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { atEnd } from './cleanup.ts';
import type { Ended } from './process.ts';

/** How long a server may take to answer. */
const START_MS = 30_000;

/** Whether this machine has a server that reads MySQL's SQL. No npm package brings one. */
export const hasMariadb = ['mariadbd', 'mariadb', 'mariadb-install-db'].every(
	(program) => spawnSync(program, ['--version']).error === undefined,
);

/** A client of the server: a database of its own, and its command-line tool. */
export type Mariadb = (script: string, ...args: readonly string[]) => Ended;

let server: Promise<string> | undefined;
let count = 0;

/** A client of an empty database, on a server without a network. */
export async function mariadb(): Promise<Mariadb> {
	server ??= start();
	const socket = await server;
	const name = `gen_sql_${++count}`;
	client(socket, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
	return (script, ...args) => client(socket, script, ...args, name);
}

function client(socket: string, script: string, ...args: readonly string[]): Ended {
	const argv = ['--no-defaults', `--socket=${socket}`, '--user=root', '--default-character-set=utf8mb4', ...args];
	const { status, stdout, stderr } = spawnSync('mariadb', argv, { input: script, encoding: 'utf8' });
	return { code: status, stdout, stderr };
}

async function start(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'gen-sql-mariadb-'));
	// As root, the server runs as another user, and its data folder has to be open to that user.
	const user = process.getuid?.() === 0 ? ['--user=mysql'] : [];
	if (user.length > 0) {
		chmodSync(folder, 0o755);
		spawnSync('chown', ['mysql', folder]);
	}
	const data = join(folder, 'data');
	const install = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', ...user];
	spawnSync('mariadb-install-db', install);
	const socket = join(folder, 'socket');
	const argv = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', ...user];
	const child = spawn('mariadbd', argv, { stdio: 'ignore' });
	atEnd(async () => {
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.kill();
		await gone;
		rmSync(folder, { recursive: true, force: true });
	});
	for (const deadline = Date.now() + START_MS; Date.now() < deadline; await setTimeout(100)) {
		if (client(socket, 'SELECT 1').code === 0) return socket;
	}
	throw new Error('mariadbd does not answer');
}
