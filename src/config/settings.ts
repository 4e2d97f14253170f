import { GenSqlError, isGenSqlError, placed } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { describe } from '../core/names.ts';
import type { SourceLocation } from '../core/source.ts';
import { didYouMean } from '../core/suggest.ts';
import { type NamingConvention, parseNaming } from '../schema/naming-convention.ts';
import type { Config } from './config.ts';
import { checkDatabaseNames, chosenDatabase, settingsOf, speaksOfTarget } from './databases.ts';
import { parseFileTemplate } from './file-template.ts';
import { momentIn } from './moment.ts';
import { checkPostWriteHooks } from './post-write-hook.ts';
import { checkReview, type PlaceBelow } from './review-config.ts';
import { checkTemplateArgs } from './template-args.ts';

interface Setting<Value> {
	readonly check: (value: unknown) => boolean;
	/** Completes "must be …". */
	readonly what: string;
	/** Looks into a value of the right type. @throws {GenSqlError} CONFIG_INVALID when it is wrong all the same. */
	verify?(value: Value, placeOf: PlaceBelow): unknown;
	/** What it is when the configuration does not say. */
	readonly default?: Value;
}

const isString = (value: unknown): boolean => typeof value === 'string' && value !== '';
/** A Map, for example, would be an object without a setting in it. */
const isObject = (value: unknown): value is object =>
	typeof value === 'object' &&
	value !== null &&
	[Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
const isStrings = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isString);

const text = (what: string) => ({ check: isString, what });
const flag = { check: (value: unknown): boolean => typeof value === 'boolean', what: 'true or false' };

const whole = (most: number, unit: string) => ({
	check: (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most,
	what: `a whole number of ${unit} from 1 to ${most}`,
});
const EPOCH = new Date(0);

/** What each key of the configuration must be, and its default; `Config` says what it means. */
export const SETTINGS = {
	dialect: text('the name of a dialect'),
	databaseUrl: text('a URL'),
	revisions: {
		check: (value: unknown) => isString(value) || isStrings(value),
		what: 'a folder or an array of folders',
		default: 'revisions',
	},
	recursiveVersionLocations: { ...flag, default: false },
	heads: whole(2 ** 31 - 1, 'heads'),
	fileTemplate: {
		...text('a template'),
		verify: (value: string) => parseFileTemplate(value),
		default: '%(rev)s_%(slug)s',
	},
	truncateSlugLength: { ...whole(200, 'characters'), default: 40 },
	timezone: { ...text('the name of a time zone'), verify: (value: string) => momentIn(value, EPOCH), default: 'UTC' },
	postWriteHooks: { check: Array.isArray, what: 'an array of hooks', verify: checkPostWriteHooks },
	templateArgs: { check: isObject, what: 'an object of variables', verify: checkTemplateArgs },
	out: { ...text('a folder'), default: 'out' },
	templates: { ...text('a folder'), default: 'templates' },
	versionTable: { ...text('a table name'), default: 'gen_sql_version' },
	versionTableSchema: text('the name of a schema'),
	transactionalDdl: flag,
	transactionPerMigration: { ...flag, default: false },
	guard: { ...flag, default: true },
	locks: { ...flag, default: false },
	startingRevision: text('a revision argument'),
	tag: text('a word'),
	onVersionApply: { check: (value: unknown) => typeof value === 'function', what: 'a function' },
	lockTimeoutMs: { ...whole(2 ** 31 - 1, 'milliseconds'), default: 3000 },
	literalBinds: { ...flag, default: true },
	namingConvention: {
		check: isObject,
		what: 'an object of templates',
		verify: (value: NamingConvention) => parseNaming(value),
	},
	review: { check: isObject, what: 'an object', verify: checkReview },
	databases: {
		check: isObject,
		what: 'an object of databases',
		verify: (value: object) => checkDatabaseNames(Object.keys(value)),
	},
} as const satisfies { readonly [Key in keyof Config]-?: Setting<NonNullable<Config[Key]>> };

type Defaulted = {
	[Key in keyof Config]-?: (typeof SETTINGS)[Key] extends { readonly default: unknown } ? Key : never;
}[keyof Config];

/** The configuration of one database with the defaults filled in. */
export type Settings = Omit<Config, Defaulted | 'databases'> & Required<Pick<Config, Defaulted>>;

/** Where a setting stands: its key, after those of the settings that it stands in. */
export type SettingPlace = (path: readonly string[]) => SourceLocation | undefined;

/** What a configuration says of one database. */
export interface ReadSettings {
	readonly settings: Settings;
	/** Where it says so, or something in it by the keys that lead there: for this database alone, or for all. */
	placeOf(key: keyof Config, ...below: readonly string[]): SourceLocation | undefined;
	/** The name of the database, and the names of all. */
	readonly database: string;
	readonly databases: readonly string[];
	/** What it says of each of them. */
	readonly all: readonly Settings[];
	/** Whether the dialect or the URL is said of this database alone. */
	readonly hasOwnTarget: boolean;
}

/**
 * Check what a configuration file exports, for all databases, choose one, and fill in the defaults. `undefined` is the
 * same as leaving a key out.
 *
 * @throws {GenSqlError} CONFIG_INVALID when it is no object, has an unknown key, or a value of another type.
 * @throws {GenSqlError} OPTION_INVALID when there is no such database.
 */
export function readSettings(config: unknown, placeOf: SettingPlace = () => undefined, name?: string): ReadSettings {
	const shared = checkedObject(config, placeOf, []);
	const sections = (shared['databases'] ?? {}) as Readonly<Record<string, unknown>>;
	const names = Object.keys(sections);
	const own = new Map(names.map((each) => [each, checkedObject(sections[each], placeOf, ['databases', each])]));
	const read = (each: string) => {
		const section = own.get(each) ?? {};
		const settings = withDefaults(settingsOf(shared, section));
		const place = (...path: readonly string[]) =>
			placeOf(isIn(section, path) ? ['databases', each, ...path] : [...path]);
		checkTogether(settings, place);
		return { settings, section, placeOf: place };
	};
	const all = names.map((each) => read(each).settings);
	const database = chosenDatabase(names, name);
	const { section, ...chosen } = read(database);
	return {
		...chosen,
		database,
		databases: names.length > 0 ? names : [database],
		all,
		hasOwnTarget: speaksOfTarget(section),
	};
}

/** Whether what is said of one database leads on by these keys. */
function isIn(section: object, path: readonly string[]): boolean {
	let inner: unknown = section;
	for (const key of path) {
		if (!isObject(inner) || !Object.hasOwn(inner, key)) return false;
		inner = (inner as Readonly<Record<string, unknown>>)[key];
	}
	return true;
}

/** The names of the databases that what a configuration file exports has; none when it has none, or is wrong. */
export function databaseNames(config: unknown): readonly string[] {
	const sections = isObject(config) && 'databases' in config ? config.databases : undefined;
	return isObject(sections) ? Object.keys(sections) : [];
}

/** The object without keys that are `undefined`. */
function checkedObject(
	config: unknown,
	placeOf: SettingPlace,
	path: readonly string[],
): Readonly<Record<string, unknown>> {
	if (!isObject(config)) {
		const what = path.length === 0 ? 'the configuration' : `the setting "${path.join('.')}"`;
		throw new GenSqlError('CONFIG_INVALID', `${what} must be an object, got ${describe(config)}`, {
			at: placeOf(path),
			hint: path.length === 0 ? 'write export default defineConfig({ … })' : undefined,
		});
	}
	const given = Object.entries(config).filter(([, value]) => value !== undefined);
	for (const [key, value] of Object.entries(config)) checkSetting([...path, key], value, placeOf);
	return Object.fromEntries(given);
}

const withDefaults = (given: Readonly<Record<string, unknown>>): Settings => {
	const set = Object.entries(given).filter(([, value]) => value !== undefined);
	return { ...defaults(), ...Object.fromEntries(set) } as unknown as Settings;
};

function checkTogether({ fileTemplate, recursiveVersionLocations }: Settings, placeOf: ReadSettings['placeOf']): void {
	if (recursiveVersionLocations || !fileTemplate.includes('/')) return;
	throw new GenSqlError('CONFIG_INVALID', 'fileTemplate makes folders, and revisions are not looked for in them', {
		at: placeOf('fileTemplate'),
		hint: 'set recursiveVersionLocations: true',
	});
}

const defaults = (): Record<string, unknown> =>
	Object.fromEntries(
		keysOf(SETTINGS).flatMap((key) => {
			const setting: Setting<unknown> = SETTINGS[key];
			return setting.default === undefined ? [] : [[key, setting.default]];
		}),
	);

/** @param path - The key, after those of the settings that it stands in. */
function checkSetting(path: readonly string[], value: unknown, placeOf: SettingPlace): void {
	const names = keysOf(SETTINGS).filter((name) => path.length === 1 || name !== 'databases');
	const shown = path.join('.');
	const key = path.at(-1) ?? '';
	const name = names.find((known) => known === key);
	if (!name) {
		throw new GenSqlError('CONFIG_INVALID', `there is no setting "${shown}"`, {
			at: placeOf(path),
			hint: didYouMean(key, names, 'settings'),
		});
	}
	const { check, what, verify }: Setting<unknown> = SETTINGS[name];
	if (value === undefined) return;
	if (!check(value)) {
		throw new GenSqlError('CONFIG_INVALID', `the setting "${shown}" must be ${what}, got ${describe(value)}`, {
			at: placeOf(path),
		});
	}
	try {
		verify?.(value, (below) => placeOf([...path, ...below]));
	} catch (error) {
		throw isGenSqlError(error) ? placed(error, placeOf(path)) : error;
	}
}
