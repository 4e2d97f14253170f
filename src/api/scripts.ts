import { resolve } from 'node:path';
import { outFolder } from '../build/out-folder.ts';
import type { Project } from '../config/project.ts';
import { DEFAULT_DIALECT } from '../core/dialect-names.ts';
import { GenSqlError } from '../core/error.ts';
import { append } from '../core/keys.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { FactReader } from '../dialects/facts.ts';
import { resolveDialect } from '../dialects/index.ts';
import type { Reader } from '../dialects/postgresql/facts/reader.ts';
import { STDIN } from '../report/place.ts';
import { factsOf } from '../review/facts/script-facts.ts';
import type { ReviewedScript } from '../review/review.ts';
import { undoneBy } from '../review/runners.ts';
import { meansFiles, namesFile, sqlTexts } from '../review/sql-files.ts';
import type { Before } from '../review/unchanged.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import type { Range } from '../revisions/range.ts';
import { resolveStartedRange } from '../revisions/starting-range.ts';
import { filesBefore, revisionsBefore } from './before.ts';
import { type Look, lookOf, readerFor, type ScriptFactsOptions } from './look.ts';
import { openGraph, type ProjectSource, projectAround } from './open.ts';
import { ignoredPaths, passedOver } from './passed-over.ts';
import { revisionScripts } from './revision-scripts.ts';

/** What of scripts is reviewed. */
export interface ReviewScope {
	/** A git commit: statements that scripts had there are unchanged. No scripts means all revisions. Default: none. */
	readonly against?: string | undefined;
	/** A revision: it, and all that it goes on from, is read and not reviewed. Default: what the setting says. */
	readonly since?: string | undefined;
}

/** Scripts in order, each with a reader that knows the schema before it, when those before it were read. */
export interface OpenedScripts {
	readonly dialect: Dialect;
	/** The project that they belong to, or stand in. */
	readonly project: Project | undefined;
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
 * @param scope - What of them is reviewed; all when absent.
 * @throws {GenSqlError} USAGE_INVALID when a range stands beside another argument, or the dialect has no facts;
 * OPTION_INVALID for a version before 11; FILE_UNREADABLE; and what `upgrade` throws.
 */
export async function openScripts(
	source: ProjectSource,
	given: readonly string[],
	options: ScriptFactsOptions,
	scope?: ReviewScope,
): Promise<OpenedScripts> {
	const { cwd = 'runner' in source ? source.root : source.cwd, direction = 'upgrade' } = options;
	const [first = direction === 'upgrade' ? 'base:heads' : 'heads:base'] = given;
	if (given.length === 0 && (scope?.against ?? scope?.since) !== undefined) {
		return openRange(source, first, options, scope);
	}
	if (given.every((each) => each === STDIN || meansFiles(each, cwd))) {
		if (scope?.since === undefined) return openFiles(source, given, cwd, options, scope);
		throw new GenSqlError('USAGE_INVALID', '"since" is for a range of revisions', {
			hint: 'name a range, for example base:heads',
		});
	}
	if (given.length > 1) {
		throw new GenSqlError('USAGE_INVALID', `"${first}" is no .sql file, and a range stands alone`, {
			hint: 'name one range of revisions, or files, folders and patterns',
		});
	}
	return openRange(source, first, options, scope);
}

async function openFiles(
	source: ProjectSource,
	given: readonly string[],
	cwd: string,
	options: ScriptFactsOptions,
	scope: ReviewScope | undefined,
): Promise<OpenedScripts> {
	const project = await projectAround(source);
	const dialect = project?.dialect ?? resolveDialect(dialectNamed(source));
	const look = lookOf(project?.review, options);
	const { sequence: isSequence = false, stdin } = options;
	const start = await readerFor(dialect, look, options.baseline, cwd);
	const isIgnored = ignoredPaths(scope && project);
	const sqlFiles = (argument: string) =>
		sqlTexts(argument, cwd).map(({ file: name, text }) => {
			const file = resolve(cwd, name);
			const isPassedOver = !namesFile(argument, name, cwd) && isIgnored(file);
			return { file, name, text, ...(isPassedOver && { passedOver: 'ignored' as const }) };
		});
	const texts = inOrder(
		eachOnce(
			given.flatMap((each) =>
				each === STDIN ? [{ file: STDIN, name: STDIN, text: stdin?.() ?? '' }] : sqlFiles(each),
			),
		),
	);
	const befores = scope?.against === undefined ? [] : await filesBefore(scope.against, texts, cwd);
	function* scripts(): Generator<ReviewedScript> {
		const readerOf = fileReaders(start, look, isSequence);
		const textOf = new Map(texts.map(({ file, text }) => [file, text]));
		for (const [index, each] of texts.entries()) {
			const reader = readerOf(each.file);
			const undone = textOf.get(undoneBy(each.file) ?? '');
			yield { ...each, reader, undone, ...beforeAt(befores, index) };
		}
	}
	const { version, minor } = look;
	return { dialect, project, root: cwd, version, minor, scripts: scripts() };
}

/** A file that is named twice, as by itself and by its folder, is one; it is passed over when each name says so. */
function eachOnce<Text extends { readonly file: string; readonly passedOver?: unknown }>(
	texts: readonly Text[],
): readonly Text[] {
	const found = new Map<string, Text>();
	for (const each of texts)
		if (found.get(each.file)?.passedOver !== undefined || !found.has(each.file)) found.set(each.file, each);
	return [...found.values()];
}

/** Gives each file its reader. What undoes the file before goes on from it, and nothing goes on from what undoes one. */
function fileReaders(start: Reader, look: Look, isSequence: boolean): (file: string) => Reader {
	let before = start;
	let last: { readonly file: string; readonly reader: Reader } | undefined;
	return (file) => {
		const undone = undoneBy(file);
		const from = undone !== undefined && undone === last?.file ? last.reader : before;
		const reader = from.next({ isInTransaction: look.assumeInTransaction });
		if (undone !== undefined) return reader;
		last = { file, reader };
		if (isSequence) before = reader;
		return reader;
	};
}

/** What undoes a file comes right behind it. */
function inOrder<Text extends { readonly file: string }>(texts: readonly Text[]): readonly Text[] {
	const files = new Set(texts.map(({ file }) => file));
	const undone = new Map<string, Text[]>();
	const others = texts.filter((each) => {
		const file = undoneBy(each.file);
		if (file === undefined || !files.has(file)) return true;
		append(undone, file, each);
		return false;
	});
	return others.flatMap((each) => [each, ...(undone.get(each.file) ?? [])]);
}

const beforeAt = (befores: readonly Before[], index: number): Pick<ReviewedScript, 'before'> => {
	const before = befores[index];
	return before === undefined ? {} : { before };
};

const dialectNamed = (source: ProjectSource): string =>
	'dialect' in source && typeof source.dialect === 'string' ? source.dialect : DEFAULT_DIALECT;

async function openRange(
	source: ProjectSource,
	text: string,
	options: ScriptFactsOptions,
	scope: ReviewScope | undefined,
): Promise<OpenedScripts> {
	const { project, graph } = await openGraph(source);
	const { dialect, root } = project;
	const look = lookOf(project.review, options);
	const range = resolveStartedRange(project, graph, options.direction ?? 'upgrade', text);
	const reader = (await rangeReader(project, graph, range, look, options.baseline)).next();
	const scripts = await revisionScripts(project, graph, range, outFolder(project));
	const over = scope ? passedOver(project, graph, scope.since) : undefined;
	const befores =
		scope?.against === undefined
			? []
			: await revisionsBefore(scope.against, scripts, { project, graph, direction: range.direction });
	const read = scripts.map((script, index) => ({
		...script,
		reader,
		passedOver: over?.(script),
		...beforeAt(befores, index),
	}));
	const { version, minor } = look;
	return { dialect, project, root, version, minor, scripts: read };
}

/** A reader that knows what is there before a range: the baseline, else what the revisions before it leave. */
export async function rangeReader(
	project: Project,
	graph: RevisionGraph,
	range: Range,
	look: Look,
	baseline?: string,
): Promise<Reader> {
	const reader = await readerFor(project.dialect, look, baseline, project.root);
	if (baseline === undefined) await replayBefore(project, graph, range, reader);
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
