import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import { describe, identifier, qualified } from '../core/names.ts';
import { didYouMean } from '../core/suggest.ts';
import type { Dialect, VersionTable } from '../dialects/dialect.ts';
import { resolveDialect } from '../dialects/index.ts';
import { explained } from '../modules/explained.ts';
import { ModuleRunner } from '../modules/runner.ts';
import type { Config, ConfigContext } from './config.ts';
import { type Environment, readEnvironment } from './env.ts';
import { parseTarget, type Target } from './target.ts';

/** The settings of one run, from all sources. Paths are absolute. */
export interface Project {
	readonly root: string;
	readonly dialect: Dialect;
	/** What the database URL says, when there is one. */
	readonly target: Target | undefined;
	readonly revisions: readonly string[];
	readonly out: string;
	readonly templates: string;
	readonly versions: VersionTable;
	readonly transactionPerMigration: boolean;
	readonly guard: boolean;
	readonly literalBinds: boolean;
	readonly x: Readonly<Record<string, string>>;
	/** What parameters of scripts are filled in with, by name. */
	readonly parameters: Readonly<Record<string, string>>;
	/** Runs the modules of the project. */
	readonly runner: ModuleRunner;
}

/** What the caller knows: a command line, or a program. */
export interface ProjectOptions {
	readonly cwd: string;
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** The configuration file; default `gen-sql.config.ts` (or .mts, .js, .mjs) in `cwd`. */
	readonly config?: string | undefined;
	readonly dialect?: string | undefined;
	/** `key=value`, or `key`. */
	readonly x?: readonly string[];
	/** `name=value` for parameters of scripts. */
	readonly parameters?: readonly string[];
}

/** The names a configuration file may have; the first that is there counts. */
export const CONFIG_FILES = ['gen-sql.config.ts', 'gen-sql.config.mts', 'gen-sql.config.js', 'gen-sql.config.mjs'];

/**
 * Read the settings of the project in a folder: the configuration file, then the environment, then the options; the
 * later ones win.
 *
 * @throws {GenSqlError} CONFIG_INVALID, PROJECT_MISSING, DATABASE_URL_INVALID, DIALECT_UNKNOWN or FILE_UNREADABLE.
 */
export async function loadProject(options: ProjectOptions): Promise<Project> {
	const { cwd } = options;
	const environment = readEnvironment(cwd, options.env ?? {});
	const file = configFile(cwd, options.config ?? environment.GEN_SQL_CONFIG);
	const root = realpathSync(file === undefined ? cwd : dirname(file));
	const runner = new ModuleRunner({ cacheFile: cacheFile(root, environment.GEN_SQL_CACHE) });
	const x = keyValues(options.x ?? []);
	const config = file === undefined ? {} : await readConfig(file, runner, x);
	const { dialect, target } = chosenDialect(options.dialect, environment, config);
	const revisions = revisionFolders(config, root, file !== undefined);
	return {
		root,
		dialect,
		target,
		revisions,
		out: resolve(root, config.out ?? 'out'),
		templates: resolve(root, config.templates ?? 'templates'),
		versions: versionTable(config, dialect),
		transactionPerMigration: config.transactionPerMigration ?? false,
		guard: config.guard ?? true,
		literalBinds: config.literalBinds ?? true,
		x,
		parameters: keyValues((options.parameters ?? []).map(withValue)),
		runner,
	};
}

/** @throws {GenSqlError} PROJECT_MISSING when there is neither a configuration nor a folder of revisions. */
function revisionFolders(config: Config, root: string, isConfigured: boolean): readonly string[] {
	const folders = [config.revisions ?? 'revisions'].flat().map((folder) => resolve(root, folder));
	if (isConfigured || folders.some((folder) => existsSync(folder))) return folders;
	throw new GenSqlError('PROJECT_MISSING', `there is no gen-sql project in ${root}`, {
		hint: '`gen-sql init` makes one; --config names the configuration of another',
	});
}

function configFile(cwd: string, named: string | undefined): string | undefined {
	if (named === undefined) return CONFIG_FILES.map((name) => join(cwd, name)).find((path) => existsSync(path));
	const path = resolve(cwd, named);
	if (existsSync(path) && statSync(path).isFile()) return path;
	throw new GenSqlError('CONFIG_INVALID', `there is no configuration file ${path}`, {
		hint: 'check --config and GEN_SQL_CONFIG',
	});
}

function cacheFile(root: string, setting: string | undefined): string | undefined {
	if (setting === 'off') return undefined;
	if (setting !== undefined) return resolve(root, setting);
	return existsSync(join(root, 'node_modules')) ? join(root, 'node_modules/.cache/gen-sql/modules') : undefined;
}

function keyValues(pairs: readonly string[]): Readonly<Record<string, string>> {
	const split = pairs.map((pair) => {
		const at = pair.indexOf('=');
		return at < 0 ? ([pair, ''] as const) : ([pair.slice(0, at), pair.slice(at + 1)] as const);
	});
	return Object.freeze(Object.fromEntries(split));
}

function withValue(pair: string): string {
	if (/^[^=]+=/.test(pair)) return pair;
	throw new GenSqlError('OPTION_INVALID', `--param ${pair} has no value`, { hint: 'write --param name=value' });
}

const isString = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isStrings = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isString);

/** What each setting must be. */
const SETTINGS: {
	readonly [Key in keyof Required<Config>]: readonly [check: (value: unknown) => boolean, what: string];
} = {
	dialect: [isString, 'the name of a dialect'],
	databaseUrl: [isString, 'a URL'],
	revisions: [(value) => isString(value) || isStrings(value), 'a folder or an array of folders'],
	out: [isString, 'a folder'],
	templates: [isString, 'a folder'],
	versionTable: [isString, 'a table name'],
	versionTableSchema: [isString, 'the name of a schema'],
	transactionPerMigration: [isFlag, 'true or false'],
	guard: [isFlag, 'true or false'],
	literalBinds: [isFlag, 'true or false'],
};

async function readConfig(file: string, runner: ModuleRunner, x: Readonly<Record<string, string>>): Promise<Config> {
	const { default: exported } = await runner.run(file);
	const at = { file, line: 1, column: 1 };
	const config: unknown = typeof exported === 'function' ? await configured(exported, file, x) : exported;
	if (typeof config !== 'object' || config === null || Array.isArray(config)) {
		throw new GenSqlError('CONFIG_INVALID', `the configuration must be an object, got ${describe(config)}`, {
			at,
			hint: 'write export default defineConfig({ … })',
		});
	}
	for (const [key, value] of Object.entries(config)) {
		const setting = Object.hasOwn(SETTINGS, key) ? SETTINGS[key as keyof Config] : undefined;
		if (!setting) {
			throw new GenSqlError('CONFIG_INVALID', `there is no setting "${key}"`, {
				at,
				hint: didYouMean(key, Object.keys(SETTINGS), 'settings'),
			});
		}
		if (value !== undefined && !setting[0](value)) {
			throw new GenSqlError('CONFIG_INVALID', `the setting "${key}" must be ${setting[1]}, got ${describe(value)}`, {
				at,
			});
		}
	}
	return config;
}

async function configured(configure: unknown, file: string, x: ConfigContext['x']): Promise<unknown> {
	try {
		return await (configure as (context: ConfigContext) => unknown)({ x });
	} catch (error) {
		throw explained(error, file);
	}
}

function chosenDialect(option: string | undefined, environment: Environment, config: Config) {
	const url = environment.DATABASE_URL ?? config.databaseUrl;
	const target = url === undefined ? undefined : parseTarget(url);
	const fromEnvironment =
		environment.GEN_SQL_DIALECT ?? (environment.DATABASE_URL === undefined ? undefined : target?.dialect);
	const name = option ?? fromEnvironment ?? config.dialect ?? target?.dialect ?? 'postgresql';
	return { dialect: resolveDialect(name), target };
}

/** Spelled once here, so that a name the server cannot have is told of as a setting. */
function versionTable(
	{ versionTable: name = 'gen_sql_version', versionTableSchema: schema }: Config,
	{ script }: Dialect,
): VersionTable {
	try {
		const versions = {
			table: qualified(identifier(name, 'versionTable'), schema && identifier(schema, 'versionTableSchema')),
		};
		script.createVersionTable(versions);
		return versions;
	} catch (error) {
		throw isGenSqlError(error) ? new GenSqlError('CONFIG_INVALID', error.message, { hint: error.hint }) : error;
	}
}
