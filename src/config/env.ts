import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { keysOf } from '../core/keys.ts';
import { readText } from '../modules/files.ts';

/** The environment variables gen-sql reads, with what each means; `.env.example` lists them. */
export const ENVIRONMENT = {
	DATABASE_URL: 'Chooses the dialect and the printable target; nothing connects to it, the password is never printed.',
	GEN_SQL_CACHE: 'The file that keeps transformed revisions between runs; "off" for none.',
	GEN_SQL_CONFIG: 'The configuration file, instead of gen-sql.config.ts.',
	GEN_SQL_DIALECT: 'The dialect of the scripts.',
	NO_COLOR: 'Any value: no colours.',
} as const;

/** The variables that are set. */
export type Environment = Readonly<Partial<Record<keyof typeof ENVIRONMENT, string>>>;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The variables of the process, and those of the files `.env` in these folders; what comes first wins. An empty one
 * counts as not set.
 *
 * @throws {GenSqlError} FILE_UNREADABLE when there is a `.env` that cannot be read.
 */
export function readEnvironment(folders: readonly string[], env: Variables): Environment {
	const sources = [env, ...folders.map(readFile)];
	const set = keysOf(ENVIRONMENT).map((name) => [name, sources.map((source) => source[name]).find(Boolean)] as const);
	return Object.fromEntries(set.filter(([, value]) => value !== undefined));
}

function readFile(folder: string): Variables {
	const file = join(folder, '.env');
	return existsSync(file) ? parseEnv(readText(file)) : {};
}
