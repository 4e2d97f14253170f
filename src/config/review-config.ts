import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { describe } from '../core/names.ts';
import type { SourceLocation } from '../core/source.ts';
import { didYouMean } from '../core/suggest.ts';

/** How severe a rule may be set; `off` is not looked for. */
export const RULE_LEVELS = ['error', 'warning', 'info', 'off'] as const;

/** What makes the severity of all rules. */
export const PRESET_NAMES = ['recommended', 'strict', 'online'] as const;

/** The oldest version of PostgreSQL of which facts are known. */
export const OLDEST_PG_VERSION = 11;

/** What is set for one rule. */
export type ConfiguredRule =
	| (typeof RULE_LEVELS)[number]
	| {
			readonly severity?: (typeof RULE_LEVELS)[number];
			readonly options?: Readonly<Record<string, number | boolean | string>>;
	  };

/** A rule of the project, as `defineRule` returns it. */
export interface ConfiguredOwnRule {
	readonly about: string;
	readonly why: string;
}

/** What a project says of `gen-sql review` and `gen-sql locks`. Options of the command line win. */
export interface ReviewConfig {
	/** How severe the rules are. Default `recommended`. */
	readonly preset?: (typeof PRESET_NAMES)[number];
	/** Rules by their ids: a severity, or `{ severity, options }`. */
	readonly rules?: Readonly<Record<string, ConfiguredRule>>;
	/** Files that are read and not reviewed: patterns of `*`, `**` and `?`, from the folder of the configuration. */
	readonly ignorePaths?: readonly string[];
	/** Revisions that are read and not reviewed. */
	readonly ignoreRevisions?: readonly string[];
	/** A revision: it, and all that it goes on from, is read and not reviewed. */
	readonly since?: string;
	/** The version of the server, 11 or later: `17`, or text with a minor version, `'14.2'`. Default `14`. */
	readonly pgVersion?: number | string;
	/** Whether each file is run inside one transaction by the tool that runs it. Default `false`. */
	readonly assumeInTransaction?: boolean;
	/** How many rows tables have, by `name` or `schema.name`; without a schema that is `public`. */
	readonly tables?: Readonly<Record<string, { readonly rows: number }>>;
	/** Rules of the project by ids with a prefix: `{ 'acme/no-money': defineRule({ … }) }`. */
	readonly ownRules?: Readonly<Record<string, ConfiguredOwnRule>>;
}

/** Gives the place of a key below the setting. */
export type PlaceBelow = (path: readonly string[]) => SourceLocation | undefined;

interface Key {
	readonly check: (value: unknown) => boolean;
	/** Completes "must be …". */
	readonly what: string;
	/** Looks at each value by its key. */
	readonly each?: Key & { readonly key?: RegExp; readonly keyIs?: string };
	/** The keys that it may have, and must have. */
	readonly fields?: Readonly<Record<string, Key & { readonly isNeeded?: boolean }>>;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const oneOf = (...words: readonly string[]): Key => ({
	check: (value) => words.some((word) => word === value),
	what: `one of ${words.join(', ')}`,
});
const texts = (what: string): Key => ({ check: (value) => Array.isArray(value) && value.every(isText), what });
const record = (what: string): Key => ({ check: isRecord, what });
const rowCount: Key & { readonly isNeeded: true } = {
	check: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
	what: 'a whole number of rows',
	isNeeded: true,
};

const severity = oneOf(...RULE_LEVELS);
const option: Key = {
	check: (value) => ['boolean', 'string'].includes(typeof value) || Number.isFinite(value),
	what: 'a number, a text, true or false',
};

/** An id of a rule of a project: no rule of gen-sql has a slash. */
const OWN_ID = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

/** What each key must be. */
const KEYS: { readonly [Name in keyof ReviewConfig]-?: Key } = {
	preset: oneOf(...PRESET_NAMES),
	rules: {
		...record('an object of rules'),
		each: {
			check: (value) => isRecord(value) || severity.check(value),
			what: `${severity.what}, or { severity, options }`,
			fields: { severity, options: { ...record('an object of options'), each: option } },
		},
	},
	ignorePaths: texts('an array of patterns'),
	ignoreRevisions: texts('an array of revisions'),
	since: { check: isText, what: 'a revision' },
	pgVersion: {
		check: (value) =>
			(Number.isInteger(value) || (typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value))) &&
			Number.parseInt(String(value), 10) >= OLDEST_PG_VERSION,
		what: `a version of PostgreSQL from ${OLDEST_PG_VERSION} on, such as 17 or '14.2'`,
	},
	assumeInTransaction: { check: (value) => typeof value === 'boolean', what: 'true or false' },
	tables: {
		...record('an object of tables'),
		each: { ...record('an object such as { rows: 2e9 }'), fields: { rows: rowCount }, key: /./, keyIs: 'a table' },
	},
	ownRules: {
		...record('an object of rules'),
		each: { ...record('made by defineRule()'), key: OWN_ID, keyIs: 'an id with a prefix, such as acme/no-money' },
	},
};

/** @throws {GenSqlError} CONFIG_INVALID, with the place of the key, when one is unknown, or has another value. */
export function checkReview(given: object, placeOf: PlaceBelow): void {
	checkFields(given as Readonly<Record<string, unknown>>, KEYS, [], placeOf);
}

type Fields = NonNullable<Key['fields']>;

function checkFields(
	given: Readonly<Record<string, unknown>>,
	fields: Fields,
	path: readonly string[],
	placeOf: PlaceBelow,
): void {
	for (const [name, value] of Object.entries(given)) {
		const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (!field) {
			throw new GenSqlError('CONFIG_INVALID', `there is no setting "${shown([...path, name])}"`, {
				at: placeOf([...path, name]),
				hint: didYouMean(name, keysOf(fields), 'settings'),
			});
		}
		if (value !== undefined) checkKey(value, field, [...path, name], placeOf);
	}
	const missing = Object.entries(fields).find(([name, { isNeeded }]) => isNeeded && given[name] === undefined);
	if (missing) throw wrong([...path, missing[0]], missing[1].what, undefined, placeOf);
}

function checkKey(value: unknown, { check, what, each, fields }: Key, path: readonly string[], placeOf: PlaceBelow) {
	if (!check(value)) throw wrong(path, what, value, placeOf);
	if (!isRecord(value)) return;
	if (fields) checkFields(value, fields, path, placeOf);
	if (!each) return;
	for (const [name, item] of Object.entries(value)) {
		const own = [...path, name];
		if (each.key && !each.key.test(name)) throw wrongKey(own, each.keyIs ?? '', placeOf);
		if (item !== undefined) checkKey(item, each, own, placeOf);
	}
}

const shown = (path: readonly string[]): string => ['review', ...path].join('.');

const wrong = (path: readonly string[], what: string, value: unknown, placeOf: PlaceBelow): GenSqlError =>
	new GenSqlError('CONFIG_INVALID', `${shown(path)} must be ${what}, got ${describe(value)}`, { at: placeOf(path) });

const wrongKey = (path: readonly string[], what: string, placeOf: PlaceBelow): GenSqlError =>
	new GenSqlError('CONFIG_INVALID', `${shown(path.slice(0, -1))} has "${path.at(-1)}", which is not ${what}`, {
		at: placeOf(path),
	});

/** What holds for one database: what is said of all, and of it alone, rule by rule and table by table. */
export function mergedReview(shared: ReviewConfig, own: ReviewConfig): ReviewConfig {
	const { rules, tables, ownRules } = own;
	return {
		...shared,
		...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
		...(rules && { rules: { ...shared.rules, ...rules } }),
		...(tables && { tables: { ...shared.tables, ...tables } }),
		...(ownRules && { ownRules: { ...shared.ownRules, ...ownRules } }),
	};
}
