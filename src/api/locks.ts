import { DEFAULT_DIALECT } from '../core/dialect-names.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { FactReader } from '../dialects/facts.ts';
import { resolveDialect } from '../dialects/index.ts';
import { factsOf, type ScriptStatement } from '../review/facts/script-facts.ts';
import { beforeRange, renderedText } from '../review/rendered.ts';
import { meansFiles, type SqlText, sqlTexts } from '../review/sql-files.ts';
import { resolveStartedRange } from '../revisions/starting-range.ts';
import type { Direction } from '../script/plan.ts';
import { openGraph, openProject, type ProjectSource } from './open.ts';

export type { Blocks, NamedObject, RelationFacts, StatementFacts, TransactionFacts } from '../dialects/facts.ts';
export type { ScriptStatement } from '../review/facts/script-facts.ts';

/** The version of the server that is taken when none is named. */
export const DEFAULT_PG_VERSION = 14;
const OLDEST = 11;

export interface LocksOptions {
	/** The major version of PostgreSQL, 11 or later. Default: 14. */
	readonly pgVersion?: number;
	/** A file of DDL, for example of pg_dump: the schema that files start from. Default: nothing is known. */
	readonly baseline?: string | undefined;
	/** Whether each file goes on from the one before. Default: each starts from the baseline. */
	readonly sequence?: boolean;
	/** Which way a range of revisions goes. Default: `upgrade`. */
	readonly direction?: Direction;
	/** What `-` stands for. */
	readonly stdin?: () => string;
}

/** A statement with the call in a revision that it comes from, if any. */
export interface LocksStatement extends ScriptStatement {
	/** The file it stands in, or the range. */
	readonly file: string;
	/** `revisions/1975_user.ts:12:5` */
	readonly source?: string;
}

/**
 * What each statement of scripts locks, rewrites and reads, in order. No server is asked: the facts follow from the SQL,
 * the schema that earlier statements leave, and the documented rules of PostgreSQL.
 *
 * @param source - Needed for a range of revisions; files are read where there is no project, too.
 * @param scripts - One range of revisions; or files, folders, patterns and `-`. A range that starts at a revision is
 * read with the schema that the revisions before it leave, unless a baseline is given.
 * @throws {GenSqlError} USAGE_INVALID when a range stands beside another argument, or the dialect has no facts;
 * OPTION_INVALID for a version before 11; FILE_UNREADABLE; and what `upgrade` throws.
 */
export async function locks(
	source: ProjectSource,
	scripts: readonly string[],
	options: LocksOptions = {},
): Promise<readonly LocksStatement[]> {
	const cwd = 'runner' in source ? source.root : source.cwd;
	const [first = ''] = scripts;
	const isRange = first !== '-' && !meansFiles(first, cwd);
	if (isRange && scripts.length > 1) {
		throw new GenSqlError('USAGE_INVALID', `"${first}" is no .sql file, and a range stands alone`, {
			hint: 'name one range of revisions, or files, folders and patterns',
		});
	}
	if (isRange) return locksOfRange(source, first, options);
	const texts = scripts.flatMap((each) => (each === '-' ? standardInput(options) : sqlTexts(each, cwd)));
	const dialect = await dialectOf(source);
	const reader = await readerFor(dialect, options, cwd);
	return locksOfFiles(texts, dialect, reader, options.sequence ?? false);
}

const standardInput = ({ stdin }: LocksOptions): SqlText => ({ file: '<stdin>', text: stdin?.() ?? '' });

/** The dialect of scripts that may stand in no project. */
export async function dialectOf(source: ProjectSource): Promise<Dialect> {
	if ('dialect' in source && source.dialect !== undefined && typeof source.dialect === 'string')
		return resolveDialect(source.dialect);
	try {
		return (await openProject(source)).dialect;
	} catch (error) {
		if (isGenSqlError(error) && error.code === 'PROJECT_MISSING') return resolveDialect(DEFAULT_DIALECT);
		throw error;
	}
}

/** A reader that knows the baseline. */
async function readerFor(dialect: Dialect, options: LocksOptions, cwd: string): Promise<FactReader> {
	const { pgVersion = DEFAULT_PG_VERSION, baseline } = options;
	if (!Number.isInteger(pgVersion) || pgVersion < OLDEST) {
		throw new GenSqlError('OPTION_INVALID', `"${pgVersion}" is no version of PostgreSQL whose locks are known`, {
			hint: `name a major version from ${OLDEST} on`,
		});
	}
	const make = await dialect.loadFacts?.();
	if (!make) {
		throw new GenSqlError('USAGE_INVALID', `the locks of ${dialect.name} are not known`, {
			hint: 'give scripts of PostgreSQL, with --dialect postgresql',
		});
	}
	const reader = make({ version: pgVersion });
	for (const { text } of baseline === undefined ? [] : sqlTexts(baseline, cwd)) factsOf(text, dialect.reading, reader);
	return reader;
}

function locksOfFiles(
	texts: readonly SqlText[],
	dialect: Dialect,
	baseline: FactReader,
	isSequence: boolean,
): readonly LocksStatement[] {
	let before = baseline;
	return texts.flatMap(({ file, text }) => {
		const reader = before.next();
		if (isSequence) before = reader;
		return factsOf(text, dialect.reading, reader).map((statement) => ({ file, ...statement }));
	});
}

async function locksOfRange(
	source: ProjectSource,
	text: string,
	options: LocksOptions,
): Promise<readonly LocksStatement[]> {
	const { project, graph } = await openGraph(source);
	const range = resolveStartedRange(project, graph, options.direction ?? 'upgrade', text);
	const reader = await readerFor(project.dialect, options, project.root);
	const before = options.baseline === undefined ? beforeRange(graph, range) : undefined;
	if (before) factsOf((await renderedText(project, graph, before)).text, project.dialect.reading, reader);
	const rendered = await renderedText(project, graph, range);
	return factsOf(rendered.text, project.dialect.reading, reader.next()).map((statement) => {
		const from = rendered.sourceAt(statement.line);
		return { file: text, ...statement, ...(from !== undefined && { source: from }) };
	});
}
