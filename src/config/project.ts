import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DEFAULT_DIALECT } from '../core/dialect-names.ts';
import { GenSqlError, isGenSqlError, placed } from '../core/error.ts';
import { identifier, qualified } from '../core/names.ts';
import type { SourceLocation } from '../core/source.ts';
import type { Dialect, VersionTable } from '../dialects/dialect.ts';
import { resolveDialect } from '../dialects/index.ts';
import { explained } from '../modules/explained.ts';
import { ModuleRunner } from '../modules/runner.ts';
import type { XValues } from '../ops/context.ts';
import type { ConfigContext } from './config.ts';
import { type Environment, readEnvironment } from './env.ts';
import { databaseNames, type ReadSettings, readSettings, type Settings } from './settings.ts';
import { parseTarget, type Target } from './target.ts';

/** Settings that a project has in another form. */
type Resolved = 'dialect' | 'databaseUrl' | 'revisions' | 'transactionalDdl' | 'versionTable' | 'versionTableSchema';

/** The settings of one run, from all sources. Paths are absolute. */
export interface Project extends Omit<Settings, Resolved> {
	readonly root: string;
	readonly dialect: Dialect;
	/** The database that scripts are for, and all that the project has: `main` alone when it names none. */
	readonly database: string;
	readonly databases: readonly string[];
	/** What the database URL says, when there is one. */
	readonly target: Target | undefined;
	readonly revisions: readonly string[];
	/** Whether another database begins with the same folder of revisions, and has other revisions all the same. */
	readonly sharesFirstFolder: boolean;
	readonly transactionalDdl: boolean;
	readonly versions: VersionTable;
	/** The values of `-x key=value`. */
	readonly x: XValues;
	/** What parameters of scripts are filled in with, by name. */
	readonly parameters: Readonly<Record<string, string>>;
	/** Runs the modules of the project. */
	readonly runner: ModuleRunner;
	/** Where the configuration file says a setting, or something in it, for errors that come later. */
	readonly placeOf: ReadSettings['placeOf'];
}

/** What the caller knows: a command line, or a program. */
export interface ProjectOptions {
	readonly cwd: string;
	/** Variables of the process; none when absent. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** The configuration file; default `gen-sql.config.ts` (or .mts, .js, .mjs) in `cwd`. */
	readonly config?: string | undefined;
	readonly dialect?: string | undefined;
	/** One of the databases of the configuration. Default: the only one, else `main`. */
	readonly database?: string | undefined;
	/** What the scripts are part of; wins over the setting. */
	readonly tag?: string | undefined;
	/** `key=value`, or `key`. */
	readonly x?: readonly string[];
	/** `name=value` for parameters of scripts. */
	readonly parameters?: readonly string[];
}

/** The names a configuration file may have; the first that is there counts. */
export const CONFIG_FILES = ['gen-sql.config.ts', 'gen-sql.config.mts', 'gen-sql.config.js', 'gen-sql.config.mjs'];

/**
 * Read the settings of the project in a folder: the configuration file, then the environment (a `.env` in the folder,
 * the one beside the configuration file, the variables given), then the options; the later ones win.
 *
 * @throws {GenSqlError} CONFIG_INVALID, OPTION_INVALID, PROJECT_MISSING, DATABASE_URL_INVALID, DIALECT_UNKNOWN or
 * FILE_UNREADABLE.
 */
export async function loadProject(options: ProjectOptions): Promise<Project> {
	return projectOf(await openConfiguration(options), options, options.database);
}

/**
 * The same for each database of the project, in the order of the configuration; for the one that is named alone.
 *
 * @throws {GenSqlError} what `loadProject` throws.
 */
export async function loadProjects(options: ProjectOptions): Promise<readonly [Project, ...Project[]]> {
	const configuration = await openConfiguration(options);
	const names = options.database === undefined ? configuration.databases : [];
	const [first = options.database, ...others] = names;
	const load = (name: string | undefined): Project => projectOf(configuration, options, name);
	return [load(first), ...others.map(load)];
}

/** A configuration file that was run, and what is beside it. */
interface Configuration {
	readonly file: string | undefined;
	readonly root: string;
	readonly environment: Environment;
	readonly runner: ModuleRunner;
	readonly x: XValues;
	readonly config: unknown;
	/** The names that it has; none when it speaks of one database alone, or is wrong. */
	readonly databases: readonly string[];
}

async function openConfiguration(options: ProjectOptions): Promise<Configuration> {
	const { cwd } = options;
	const env = options.env ?? {};
	const file = configFile(cwd, options.config ?? readEnvironment([cwd], env).GEN_SQL_CONFIG);
	const root = realpathSync(file === undefined ? cwd : dirname(file));
	const environment = readEnvironment([root, cwd], env);
	const runner = new ModuleRunner({ cacheFile: cacheFile(root, environment.GEN_SQL_CACHE) });
	const x = keyValues(options.x ?? []) as XValues;
	const config = file === undefined ? {} : await runConfiguration(file, runner, x);
	return { file, root, environment, runner, x, config, databases: databaseNames(config) };
}

function projectOf(
	{ file, root, environment, runner, x, config }: Configuration,
	options: ProjectOptions,
	name: string | undefined,
): Project {
	const place = file === undefined ? undefined : (path: readonly string[]) => runner.keyPosition(file, path);
	const { settings, all, database, databases, hasOwnTarget, placeOf } = readSettings(config, place, name);
	const { dialect: named, databaseUrl, revisions, versionTable, versionTableSchema, ...others } = settings;
	const { dialect, target } = chosenDialect(
		options.dialect,
		hasOwnTarget ? {} : environment,
		{ named, databaseUrl },
		placeOf,
	);
	return {
		...others,
		...(options.tag !== undefined && { tag: options.tag }),
		root,
		dialect,
		database,
		databases,
		target,
		revisions: revisionFolders(revisions, root, file !== undefined),
		sharesFirstFolder: sharesFirstFolder(settings, all, root),
		transactionalDdl: transactionsIn(settings.transactionalDdl, dialect, placeOf),
		out: resolve(root, settings.out),
		templates: resolve(root, settings.templates),
		versions: versionsIn(versionTable, versionTableSchema, dialect, placeOf),
		x,
		parameters: parametersOf(options.parameters ?? []),
		runner,
		placeOf,
	};
}

/** @throws {GenSqlError} PROJECT_MISSING when there is neither a configuration nor a folder of revisions. */
function revisionFolders(named: Settings['revisions'], root: string, isConfigured: boolean): readonly string[] {
	const folders = [named].flat().map((folder) => resolve(root, folder));
	if (isConfigured || folders.some((folder) => existsSync(folder))) return folders;
	throw new GenSqlError('PROJECT_MISSING', `there is no gen-sql project in ${root}`, {
		hint: '`gen-sql init` makes one; --config names the configuration of another',
	});
}

function sharesFirstFolder(own: Settings, all: readonly Settings[], root: string): boolean {
	const placesOf = ({ revisions, recursiveVersionLocations }: Settings) => {
		const folders = [revisions].flat().map((folder) => resolve(root, folder));
		return { first: folders[0], all: JSON.stringify([recursiveVersionLocations, [...folders].sort()]) };
	};
	const places = placesOf(own);
	return all.map(placesOf).some((other) => other.first === places.first && other.all !== places.all);
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
	if (setting !== undefined && /^(?:off|false|0)$/i.test(setting)) return undefined;
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

function parametersOf(pairs: readonly string[]): Readonly<Record<string, string>> {
	const bare = pairs.find((pair) => !/^[^=]+=/.test(pair));
	if (bare !== undefined) {
		throw new GenSqlError('OPTION_INVALID', `--param ${bare} has no value`, { hint: 'write --param name=value' });
	}
	const names = pairs.map((pair) => pair.slice(0, pair.indexOf('=')));
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice === undefined) return keyValues(pairs);
	throw new GenSqlError('OPTION_INVALID', `--param ${twice} is given several times`, { hint: 'give it once' });
}

async function runConfiguration(file: string, runner: ModuleRunner, x: ConfigContext['x']): Promise<unknown> {
	const { default: exported } = await runner.run(file);
	return configured(typeof exported === 'function' ? exported : () => exported, file, x);
}

async function configured(configure: unknown, file: string, x: ConfigContext['x']): Promise<unknown> {
	try {
		return await (configure as (context: ConfigContext) => unknown)({ x });
	} catch (error) {
		throw explained(error, file);
	}
}

function chosenDialect(
	option: string | undefined,
	environment: Environment,
	{ named, databaseUrl }: { readonly named: string | undefined; readonly databaseUrl: string | undefined },
	placeOf: ReadSettings['placeOf'],
) {
	const url = environment.DATABASE_URL ?? databaseUrl;
	const urlPlace = () => (environment.DATABASE_URL === undefined ? placeOf('databaseUrl') : undefined);
	const target = url === undefined ? undefined : placing(urlPlace, () => parseTarget(url));
	const fromEnvironment =
		environment.GEN_SQL_DIALECT ?? (environment.DATABASE_URL === undefined ? undefined : target?.dialect);
	const given = option ?? fromEnvironment;
	const name = given ?? named ?? target?.dialect ?? DEFAULT_DIALECT;
	const place = () => (given === undefined && named !== undefined ? placeOf('dialect') : undefined);
	return { dialect: placing(place, () => resolveDialect(name)), target };
}

/** @throws {GenSqlError} CONFIG_INVALID when the dialect has no such transactions. */
function transactionsIn(
	wanted: boolean | undefined,
	{ name, hasTransactionalDdl }: Dialect,
	placeOf: ReadSettings['placeOf'],
): boolean {
	if (!wanted || hasTransactionalDdl) return wanted ?? hasTransactionalDdl;
	throw new GenSqlError('CONFIG_INVALID', `transactionalDdl cannot be true: ${name} commits each statement by itself`, {
		at: placeOf('transactionalDdl'),
		hint: 'leave it out',
	});
}

/** Spelled once here, so that a name the server cannot have is told of as a setting. */
function versionsIn(
	name: string,
	schema: string | undefined,
	{ script }: Dialect,
	placeOf: ReadSettings['placeOf'],
): VersionTable {
	const checked = (key: 'versionTable' | 'versionTableSchema', inSchema: string | undefined): VersionTable => {
		try {
			const versions = {
				table: qualified(identifier(name, 'versionTable'), inSchema && identifier(inSchema, 'versionTableSchema')),
			};
			script.createVersionTable(versions);
			return versions;
		} catch (error) {
			if (!isGenSqlError(error)) throw error;
			throw new GenSqlError('CONFIG_INVALID', error.message, { hint: error.hint, at: placeOf(key) });
		}
	};
	const alone = checked('versionTable', undefined);
	return schema === undefined ? alone : checked('versionTableSchema', schema);
}

/** An error of a setting stands where the setting does. */
function placing<T>(place: () => SourceLocation | undefined, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw isGenSqlError(error) ? placed(error, place()) : error;
	}
}
