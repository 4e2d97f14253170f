import type { DialectName } from '../dialects/index.ts';
import type { XValues } from '../ops/context.ts';
import type { NamingConvention } from '../schema/naming-convention.ts';
import type { OnVersionApply } from './on-version-apply.ts';
import type { PostWriteHook } from './post-write-hook.ts';
import type { ReviewConfig } from './review-config.ts';

/** What `gen-sql.config.ts` may set. Paths count from the folder of the configuration file. */
export interface Config {
	/** The dialect of the scripts. Default: that of `databaseUrl`, else `postgresql`. */
	readonly dialect?: DialectName;
	/** Chooses the dialect and the printable target; nothing ever connects to it. */
	readonly databaseUrl?: string;
	/** The folder of the revisions, or several. Default `revisions`. */
	readonly revisions?: string | readonly string[];
	/** Whether the folders below these, but those that begin with `_` or `.`, hold revisions too. Default `false`. */
	readonly recursiveVersionLocations?: boolean;
	/** How many heads `gen-sql check` wants. Default: one for each set of branch labels. */
	readonly heads?: number;
	/** The path of a new revision below its folder, without extension. Default `%(rev)s_%(slug)s`. */
	readonly fileTemplate?: string;
	/** How many characters of a message the name of its file keeps, cut at a word. Default `40`. */
	readonly truncateSlugLength?: number;
	/** The time zone of dates in the names and texts of new revisions. Default `UTC`. */
	readonly timezone?: string;
	/** What is done with each new revision file: `{ name, command }` or `{ name, run }`. Default: nothing. */
	readonly postWriteHooks?: readonly PostWriteHook[];
	/** More variables for the template of revisions. Default: none. */
	readonly templateArgs?: Readonly<Record<string, unknown>>;
	/** The folder of the versioned .sql files. Default `out`. */
	readonly out?: string;
	/** The folder of the project's own templates. Default `templates`. */
	readonly templates?: string;
	/** The table that holds the ids a database is at. Default `gen_sql_version`. */
	readonly versionTable?: string;
	/** The schema of that table. Default: the first of the search_path. */
	readonly versionTableSchema?: string;
	/** Whether scripts have transactions; `false` commits each statement by itself. Default: what the dialect can. */
	readonly transactionalDdl?: boolean;
	/** Whether each revision has a transaction of its own. Default `false`: one for the whole script. */
	readonly transactionPerMigration?: boolean;
	/** Whether scripts check the version table before they change anything. Default `true`. */
	readonly guard?: boolean;
	/** Whether `upgrade` and `downgrade` say at the head of scripts what these lock, as `--locks` does. Default `false`. */
	readonly locks?: boolean;
	/** Where ranges without a start begin: a revision argument. Default: the base, in a downgrade the heads. */
	readonly startingRevision?: string;
	/** What scripts are part of, in their heads and in `op.getContext().tag`: a release, a ticket. Default: nothing. */
	readonly tag?: string;
	/** Gives the SQL that is to stand beside the version rows of each revision. Default: nothing. */
	readonly onVersionApply?: OnVersionApply;
	/** How many milliseconds a statement of an online change waits for its lock before it fails. Default `3000`. */
	readonly lockTimeoutMs?: number;
	/** Whether the values of sql`…` are written as literals. Default `true`; if not, as named placeholders. */
	readonly literalBinds?: boolean;
	/** Templates for the names of constraints and indexes. Default: `ix: 'ix_%(column_0_label)s'`, for indexes alone. */
	readonly namingConvention?: NamingConvention;
	/** What `gen-sql review` and `gen-sql locks` are told: rules, what is passed over, the server. Default: nothing. */
	readonly review?: ReviewConfig;
	/** The databases of the project by name, each with settings that hold for it alone. Default: one, `main`. */
	readonly databases?: Readonly<Record<string, DatabaseConfig>>;
}

/** What may be said of one database; what is not said is what holds for all. */
export type DatabaseConfig = Omit<Config, 'databases'>;

/** What a configuration function is given. */
export interface ConfigContext {
	/** The values of `-x key=value`. */
	readonly x: XValues;
}

/** A configuration that is made for each run. */
export type Configure = (context: ConfigContext) => Config | Promise<Config>;

/**
 * Type-check a configuration, or a function that makes one.
 *
 * @example
 * export default defineConfig({ dialect: 'postgresql', transactionPerMigration: true });
 * @example
 * export default defineConfig(({ x }) => ({ versionTableSchema: x['tenant'] ?? 'public' }));
 */
export function defineConfig(config: Config): Config;
export function defineConfig(config: Configure): Configure;
export function defineConfig(config: Config | Configure): unknown {
	return config;
}
