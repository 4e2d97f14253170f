import { resolve } from 'node:path';
import { outFolder } from '../build/out-folder.ts';
import type { Project } from '../config/project.ts';
import { DEFAULT_DIALECT } from '../core/dialect-names.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { FactReader } from '../dialects/facts.ts';
import { resolveDialect } from '../dialects/index.ts';
import type { Reader } from '../dialects/postgresql/facts/reader.ts';
import { STDIN } from '../report/place.ts';
import { factsOf } from '../review/facts/script-facts.ts';
import type { ReviewedScript } from '../review/review.ts';
import { meansFiles, sqlTexts } from '../review/sql-files.ts';
import type { Before } from '../review/unchanged.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import type { Range } from '../revisions/range.ts';
import { resolveStartedRange } from '../revisions/starting-range.ts';
import type { Direction } from '../script/plan.ts';
import { filesBefore, revisionsBefore } from './before.ts';
import { openGraph, openProject, type ProjectSource } from './open.ts';
import { revisionScripts } from './revision-scripts.ts';

/** The version of the server that is taken when none is named. */
export const DEFAULT_PG_VERSION = 14;
const OLDEST = 11;

/** What is told of scripts that are looked into. */
export interface ScriptFactsOptions {
	/** The major version of PostgreSQL, 11 or later. Default: 14. */
	readonly pgVersion?: number;
	/** The minor version, as 2 of 14.2. Default: it is not known. */
	readonly pgMinor?: number | undefined;
	/** A file of DDL, for example of pg_dump: the schema that the scripts start from. Default: nothing is known. */
	readonly baseline?: string | undefined;
	/** Whether each file goes on from the one before. Default: each starts from the baseline. */
	readonly sequence?: boolean;
	/** Which way a range of revisions goes. Default: `upgrade`. */
	readonly direction?: Direction;
	/** What `-` stands for. */
	readonly stdin?: () => string;
}

/** The same of scripts that may be compared with what they were. */
export interface ComparedScriptsOptions extends ScriptFactsOptions {
	/** A git commit: statements that scripts had there are unchanged. No scripts means all revisions. Default: none. */
	readonly against?: string | undefined;
}

/** Scripts in order, each with a reader that knows the schema before it, when those before it were read. */
export interface OpenedScripts {
	readonly dialect: Dialect;
	/** The working folder, or that of the project: what paths are shown from. */
	readonly root: string;
	/** The major version of the server, and the minor one where it is known. */
	readonly version: number;
	readonly minor: number | undefined;
	readonly scripts: Iterable<ReviewedScript>;
}

/**
 * One range of revisions, or files, folders, patterns and `-`. A range has a script for each of its revisions, as the
 * versioned file holds it, whether that is written or not; all of them are one history, which starts from what the
 * revisions before it leave, unless a baseline is given. Files are read where there is no project, too.
 *
 * @throws {GenSqlError} USAGE_INVALID when a range stands beside another argument, or the dialect has no facts;
 * OPTION_INVALID for a version before 11; FILE_UNREADABLE; and what `upgrade` throws.
 */
export async function openScripts(
	source: ProjectSource,
	given: readonly string[],
	options: ComparedScriptsOptions,
): Promise<OpenedScripts> {
	const cwd = 'runner' in source ? source.root : source.cwd;
	const { direction = 'upgrade', against } = options;
	const [first = direction === 'upgrade' ? 'base:heads' : 'heads:base'] = given;
	if (against !== undefined && given.length === 0) return openRange(source, first, options);
	if (given.every((each) => each === STDIN || meansFiles(each, cwd))) return openFiles(source, given, cwd, options);
	if (given.length > 1) {
		throw new GenSqlError('USAGE_INVALID', `"${first}" is no .sql file, and a range stands alone`, {
			hint: 'name one range of revisions, or files, folders and patterns',
		});
	}
	return openRange(source, first, options);
}

async function openFiles(
	source: ProjectSource,
	given: readonly string[],
	cwd: string,
	options: ComparedScriptsOptions,
): Promise<OpenedScripts> {
	const dialect = await dialectOf(source);
	const { sequence: isSequence = false, stdin, against } = options;
	const start = await readerFor(dialect, options, cwd);
	const texts = given.flatMap((each) =>
		each === STDIN ? { file: STDIN, name: STDIN, text: stdin?.() ?? '' } : sqlFiles(each, cwd),
	);
	const befores = against === undefined ? [] : await filesBefore(against, texts, cwd);
	function* scripts(): Generator<ReviewedScript> {
		let before = start;
		for (const [index, each] of texts.entries()) {
			const reader = before.next();
			if (isSequence) before = reader;
			yield { ...each, reader, ...beforeAt(befores, index) };
		}
	}
	return { dialect, root: cwd, version: versionOf(options), minor: options.pgMinor, scripts: scripts() };
}

const sqlFiles = (argument: string, cwd: string): readonly { file: string; name: string; text: string }[] =>
	sqlTexts(argument, cwd).map(({ file, text }) => ({ file: resolve(cwd, file), name: file, text }));

const beforeAt = (befores: readonly Before[], index: number): Pick<ReviewedScript, 'before'> => {
	const before = befores[index];
	return before === undefined ? {} : { before };
};

/** The dialect of scripts that may stand in no project. */
async function dialectOf(source: ProjectSource): Promise<Dialect> {
	if ('dialect' in source && source.dialect !== undefined && typeof source.dialect === 'string')
		return resolveDialect(source.dialect);
	try {
		return (await openProject(source)).dialect;
	} catch (error) {
		if (isGenSqlError(error) && error.code === 'PROJECT_MISSING') return resolveDialect(DEFAULT_DIALECT);
		throw error;
	}
}

async function openRange(source: ProjectSource, text: string, options: ComparedScriptsOptions): Promise<OpenedScripts> {
	const { project, graph } = await openGraph(source);
	const { dialect, root } = project;
	const range = resolveStartedRange(project, graph, options.direction ?? 'upgrade', text);
	const reader = (await rangeReader(project, graph, range, options)).next();
	const scripts = await revisionScripts(project, graph, range, outFolder(project));
	const { against, pgMinor: minor } = options;
	const befores =
		against === undefined
			? []
			: await revisionsBefore(against, scripts, { project, graph, direction: range.direction });
	const read = scripts.map((script, index) => ({ ...script, reader, ...beforeAt(befores, index) }));
	return { dialect, root, version: versionOf(options), minor, scripts: read };
}

/** A reader that knows what is there before a range: the baseline, else what the revisions before it leave. */
export async function rangeReader(
	project: Project,
	graph: RevisionGraph,
	range: Range,
	options: ScriptFactsOptions,
): Promise<Reader> {
	const reader = await readerFor(project.dialect, options, project.root);
	if (options.baseline === undefined) await replayBefore(project, graph, range, reader);
	return reader;
}

/** The schema that a range starts from is what the revisions before it leave. */
async function replayBefore(project: Project, graph: RevisionGraph, range: Range, reader: FactReader): Promise<void> {
	const before = beforeRange(graph, range);
	if (!before) return;
	const { reading } = project.dialect;
	for (const { text } of await revisionScripts(project, graph, before, '')) factsOf(text, reading, reader);
}

/** What leads from an empty database to where a range starts; undefined when it starts there. */
function beforeRange(graph: RevisionGraph, { start }: Range): Range | undefined {
	if (start.length === 0) return undefined;
	return { direction: 'upgrade', start: [], revisions: [...graph.fromHeads(graph.ancestors(start))].reverse() };
}

/** A reader that knows the baseline. */
async function readerFor(dialect: Dialect, options: ScriptFactsOptions, cwd: string): Promise<Reader> {
	const { baseline } = options;
	const version = versionOf(options);
	if (!dialect.loadFacts) {
		throw new GenSqlError('USAGE_INVALID', `what statements of ${dialect.name} do is not known`, {
			hint: 'give scripts of PostgreSQL, with --dialect postgresql',
		});
	}
	const { loadFacts } = await import('../dialects/postgresql/facts/reader.ts');
	const reader = (await loadFacts())({ version });
	for (const { text } of baseline === undefined ? [] : sqlTexts(baseline, cwd)) factsOf(text, dialect.reading, reader);
	return reader;
}

/** The major version of the server. @throws {GenSqlError} OPTION_INVALID when it is none, or not known. */
export function versionOf({ pgVersion = DEFAULT_PG_VERSION, pgMinor = 0 }: ScriptFactsOptions): number {
	if (Number.isInteger(pgVersion) && pgVersion >= OLDEST && Number.isInteger(pgMinor)) return pgVersion;
	throw new GenSqlError('OPTION_INVALID', `"${pgVersion}" is no version of PostgreSQL that is known`, {
		hint: `name one from ${OLDEST} on, such as 14 or 14.2`,
	});
}
