import { spawnSync } from 'node:child_process';
import sqlite from 'node-sqlite3-wasm';
import { atEnd } from './cleanup.ts';
import type { Ended } from './process.ts';

/** SQLite in WebAssembly. */
export type Sqlite = InstanceType<typeof sqlite.Database>;

/** Whether this machine has the command-line tool. */
export const hasSqlite3 = spawnSync('sqlite3', ['--version']).status === 0;

/**
 * An empty database in memory, with these schemas beside it. It has the functions of other servers that the golden
 * matrix calls.
 */
export function sqliteDatabase(schemas: Iterable<string> = []): Sqlite {
	const database = new sqlite.Database();
	atEnd(() => database.close());
	database.function('now', () => '2024-12-31 23:59:59', { deterministic: true });
	database.function('nextval', (sequence) => String(sequence).length, { deterministic: true });
	for (const schema of schemas) database.exec(`ATTACH ':memory:' AS "${schema.replaceAll('"', '""')}"`);
	return database;
}

/** Run a script with the command-line tool. */
export function sqlite3(file: string, script: string, ...args: readonly string[]): Ended {
	const { status, stdout, stderr } = spawnSync('sqlite3', [...args, file], { input: script, encoding: 'utf8' });
	return { code: status, stdout, stderr };
}
