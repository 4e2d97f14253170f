import { OLDEST_PG_VERSION, type ReviewConfig } from '../config/review-config.ts';
import { GenSqlError } from '../core/error.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { Reader } from '../dialects/postgresql/facts/reader.ts';
import { factsOf } from '../review/facts/script-facts.ts';
import { sqlTexts } from '../review/sql-files.ts';
import type { Direction } from '../script/plan.ts';

/** The version of the server that is taken when none is named. */
export const DEFAULT_PG_VERSION = 14;

/** What is told of scripts that are looked into. What is left out is what the setting `review` of the project says. */
export interface ScriptFactsOptions {
	/** The major version of PostgreSQL, 11 or later. Default: 14. */
	readonly pgVersion?: number | undefined;
	/** The minor version, as 2 of 14.2. Default: it is not known. */
	readonly pgMinor?: number | undefined;
	/** A file of DDL, for example of pg_dump: the schema that the scripts start from. Default: nothing is known. */
	readonly baseline?: string | undefined;
	/** Whether each file goes on from the one before. Default: each starts from the baseline. */
	readonly sequence?: boolean;
	/** Whether each file is run inside one transaction by the tool that runs it. Default: what its marks say, else not. */
	readonly assumeInTransaction?: boolean | undefined;
	/** How many rows tables have, by `name` or `schema.name`: added to those of the settings. */
	readonly rows?: Readonly<Record<string, number>>;
	/** Which way a range of revisions goes. Default: `upgrade`. */
	readonly direction?: Direction;
	/** The folder that files are named from. Default: the working folder, or that of the project. */
	readonly cwd?: string;
	/** What `-` stands for. */
	readonly stdin?: () => string;
}

/** What scripts are looked at with: what is given, else what is set. */
export interface Look {
	/** The major version of the server, and the minor one where it is known. */
	readonly version: number;
	readonly minor: number | undefined;
	readonly assumeInTransaction: boolean | undefined;
	/** By the names that facts have. */
	readonly rows: ReadonlyMap<string, number>;
}

/** @throws {GenSqlError} OPTION_INVALID for a version before 11, or a number that is none of rows. */
export function lookOf(config: ReviewConfig = {}, options: ScriptFactsOptions): Look {
	const { assumeInTransaction, rows = {} } = options;
	const { version, minor } = versionOf(config, options);
	const odd = Object.entries(rows).find(([, number]) => !Number.isSafeInteger(number) || number < 0);
	if (odd) {
		throw new GenSqlError('OPTION_INVALID', `"${odd[1]}" is no number of rows of "${odd[0]}"`, {
			hint: 'write a whole number, for example events=2e9',
		});
	}
	const set = Object.entries(config.tables ?? {}).map(([name, table]) => [name, table.rows] as const);
	const all = [...set, ...Object.entries(rows)].map(([name, number]) => [withSchema(name), number] as const);
	return {
		version,
		minor,
		assumeInTransaction: assumeInTransaction ?? config.assumeInTransaction,
		rows: new Map(all),
	};
}

function versionOf(
	{ pgVersion: set = DEFAULT_PG_VERSION }: ReviewConfig,
	{ pgVersion, pgMinor }: ScriptFactsOptions,
): Pick<Look, 'version' | 'minor'> {
	if (pgVersion === undefined && pgMinor === undefined) {
		const [version, minor] = String(set).split('.');
		return { version: Number(version), minor: minor === undefined ? undefined : Number(minor) };
	}
	const version = pgVersion ?? DEFAULT_PG_VERSION;
	if (Number.isInteger(version) && version >= OLDEST_PG_VERSION && Number.isInteger(pgMinor ?? 0))
		return { version, minor: pgMinor };
	throw new GenSqlError('OPTION_INVALID', `"${version}" is no version of PostgreSQL that is known`, {
		hint: `name one from ${OLDEST_PG_VERSION} on, such as 14 or 14.2`,
	});
}

/** A name without a schema means that of the first in the search_path of the server. */
const withSchema = (name: string): string => (name.includes('.') ? name : `public.${name}`);

/** A reader that knows the baseline. */
export async function readerFor(
	dialect: Dialect,
	{ version, rows }: Look,
	baseline: string | undefined,
	cwd: string,
): Promise<Reader> {
	if (!dialect.loadFacts) {
		throw new GenSqlError('USAGE_INVALID', `what statements of ${dialect.name} do is not known`, {
			hint: 'give scripts of PostgreSQL, with --dialect postgresql',
		});
	}
	const { loadFacts } = await import('../dialects/postgresql/facts/reader.ts');
	const reader = (await loadFacts())({ version, rows, hasBaseline: baseline !== undefined });
	for (const { text } of baseline === undefined ? [] : sqlTexts(baseline, cwd)) factsOf(text, dialect.reading, reader);
	return reader;
}
