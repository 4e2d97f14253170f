import { sha256 } from '../core/hash.ts';

/** A revision as it was when it was released. */
export interface ReleasedRevision {
	readonly revision: string;
	readonly downRevision: readonly string[];
	/** The revisions it depends on; labels are resolved. */
	readonly dependencies: readonly string[];
	/** How the names of its files begin. */
	readonly stem: string;
	/** SHA-256 of its files, with line feeds. */
	readonly upgrade: string;
	readonly downgrade: string;
	readonly facts: string;
}

/** A database as a release has it. */
export interface ReleasedDatabase {
	readonly database: string;
	readonly dialect: string;
	/** The version rows of a database that has all of the release, and what came before. */
	readonly heads: readonly string[];
	/** SHA-256 of the script that leads there from the releases before. */
	readonly script: string;
	/** Those that no release before had. */
	readonly revisions: readonly ReleasedRevision[];
}

/** What `release.json` says. */
export interface Release {
	readonly release: string;
	/** The releases it follows, each with the SHA-256 of its `release.json`. */
	readonly previous: readonly { readonly release: string; readonly sha256: string }[];
	readonly databases: readonly ReleasedDatabase[];
}

/** What `amendment.json` says: from then on, a released revision is another one, or there is none any more. */
export interface Amendment {
	readonly revision: string;
	/** Counts from 1. */
	readonly number: number;
	readonly reason: string;
	/** Those in which it is amended. */
	readonly databases: readonly (Pick<ReleasedDatabase, 'database' | 'dialect'> & {
		/** Absent when it is gone. */
		readonly revision?: ReleasedRevision;
	})[];
}

/** The file of a release, and of an amendment, in its folder. It is written last. */
export const RELEASE_FILE = 'release.json';
export const AMENDMENT_FILE = 'amendment.json';

/** The script of a release, in the folder of a database. */
export const SCRIPT_FILE = 'upgrade.sql';

export const renderRecord = (record: Release | Amendment): string => `${JSON.stringify(record, null, '\t')}\n`;

/** The digest of a text that a checkout may have given other line ends. */
export const digest = (text: string): string => sha256(text.replaceAll('\r\n', '\n'));

/** A release in a text; undefined when it holds something else. */
export const parseRelease = (text: string): Release | undefined =>
	parsed<Release>(text, ({ release, previous, databases }) =>
		[typeof release === 'string', isList(previous, isReference), isList(databases, isDatabase)].every(Boolean),
	);

/** An amendment in a text; undefined when it holds something else. */
export const parseAmendment = (text: string): Amendment | undefined =>
	parsed<Amendment>(text, ({ revision, number, reason, databases }) =>
		[
			[revision, reason].every((each) => typeof each === 'string'),
			Number.isInteger(number),
			isList(databases, isAmended),
		].every(Boolean),
	);

type Fields = Readonly<Record<string, unknown>>;

function parsed<T>(text: string, fits: (value: Fields) => boolean): T | undefined {
	try {
		const value = JSON.parse(text) as Fields | null;
		return typeof value === 'object' && value !== null && fits(value) ? (value as T) : undefined;
	} catch {
		return undefined;
	}
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isList = (value: unknown, fits: (item: Fields) => boolean): boolean =>
	Array.isArray(value) && value.every((item) => isFields(item) && fits(item));

const isStrings = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

const hasStrings = (value: Fields, ...keys: readonly string[]): boolean =>
	keys.every((key) => typeof value[key] === 'string');

const isReference = (value: Fields): boolean => hasStrings(value, 'release', 'sha256');

const isDatabase = (value: Fields): boolean =>
	hasStrings(value, 'database', 'dialect', 'script') &&
	isStrings(value['heads']) &&
	isList(value['revisions'], isRevision);

const isAmended = (value: Fields): boolean =>
	hasStrings(value, 'database', 'dialect') && (value['revision'] === undefined || isRevision(value['revision']));

const isRevision = (value: unknown): boolean =>
	isFields(value) &&
	hasStrings(value, 'revision', 'stem', 'upgrade', 'downgrade', 'facts') &&
	isStrings(value['downRevision']) &&
	isStrings(value['dependencies']);
