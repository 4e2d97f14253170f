import { resolve } from 'node:path';
import { outFolder } from '../build/out-folder.ts';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { didYouMean } from '../core/suggest.ts';
import type { Reader } from '../dialects/postgresql/facts/reader.ts';
import type { Review } from '../review/finding.ts';
import { beforeRange } from '../review/rendered.ts';
import type { ReviewedScript, ReviewTools } from '../review/review.ts';
import type { Rule } from '../review/rule.ts';
import { checkRuleOptions } from '../review/rule-options.ts';
import type { ReviewSettings } from '../review/settings.ts';
import { meansFiles, sqlTexts } from '../review/sql-files.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import type { Range } from '../revisions/range.ts';
import { resolveStartedRange } from '../revisions/starting-range.ts';
import type { Direction } from '../script/plan.ts';
import { DEFAULT_PG_VERSION, dialectOf } from './locks.ts';
import { openGraph, type ProjectSource } from './open.ts';
import { revisionScripts } from './revision-scripts.ts';

export type { Finding, Place, Review, Severity } from '../review/finding.ts';
export type { Level, PresetName, RuleSetting } from '../review/settings.ts';

export interface ReviewOptions extends Partial<ReviewSettings> {
	/** A file of DDL, for example of pg_dump: the schema that files start from. Default: nothing is known. */
	readonly baseline?: string | undefined;
	/** Whether each file goes on from the one before. Default: each starts from the baseline. */
	readonly sequence?: boolean;
	/** Which way a range of revisions goes. Default: `upgrade`. */
	readonly direction?: Direction;
	/** What `-` stands for. */
	readonly stdin?: () => string;
}

/**
 * Find what is dangerous in scripts: what loses data, breaks clients, blocks traffic, or fails. No server is asked.
 *
 * @param source - Needed for a range of revisions; files are read where there is no project, too.
 * @param scripts - One range of revisions, or files, folders, patterns and `-`. Of a range, each revision is looked at in
 * its versioned file, whether that is written or not; what the range created is new, and what earlier revisions created
 * is known. Each file stands for itself, unless `sequence` says otherwise.
 * @throws {GenSqlError} OPTION_INVALID for a rule or an option that there is not, or a version before 11; USAGE_INVALID when a range
 * stands beside another argument, or the dialect has no rules; FILE_UNREADABLE; and what `upgrade` throws.
 */
export async function review(
	source: ProjectSource,
	scripts: readonly string[],
	options: ReviewOptions = {},
): Promise<Review> {
	const cwd = 'runner' in source ? source.root : source.cwd;
	const [first = ''] = scripts;
	if (scripts.every((each) => each === '-' || meansFiles(each, cwd))) return reviewFiles(source, scripts, cwd, options);
	if (scripts.length > 1) {
		throw new GenSqlError('USAGE_INVALID', `"${first}" is no .sql file, and a range stands alone`, {
			hint: 'name one range of revisions, or files, folders and patterns',
		});
	}
	return reviewRange(source, first, options);
}

/** What there is to know of each rule, by its id. */
export async function rulesOfReview(): Promise<Readonly<Record<string, Rule>>> {
	return (await import('../review/rules/index.ts')).rules;
}

interface Tools extends ReviewTools {
	readonly reader: Reader;
	reviewScripts(scripts: Iterable<ReviewedScript>, tools: ReviewTools): Review;
	replay(text: string, reader: Reader): void;
}

/** Everything heavy is loaded here, for this command alone. */
async function toolsFor(dialect: Project['dialect'], options: ReviewOptions): Promise<Tools> {
	const { preset = 'recommended', rules = {}, version = DEFAULT_PG_VERSION, minor } = options;
	if (!dialect.loadFacts) {
		throw new GenSqlError('USAGE_INVALID', `there are no rules for ${dialect.name}`, {
			hint: 'give scripts of PostgreSQL, with --dialect postgresql',
		});
	}
	if (!Number.isInteger(version) || version < 11 || !Number.isInteger(minor ?? 0)) {
		throw new GenSqlError('OPTION_INVALID', `"${version}" is no version of PostgreSQL that is known`, {
			hint: 'name a version from 11 on, such as 14 or 14.2',
		});
	}
	await checkRules(rules);
	const { loadFacts } = await import('../dialects/postgresql/facts/reader.ts');
	const { factsOf } = await import('../review/facts/script-facts.ts');
	const { Inspector } = await import('../review/inspector.ts');
	const { reviewScripts } = await import('../review/review.ts');
	const { reading } = dialect;
	return {
		reading,
		grammar: await reading.loadGrammar?.(),
		inspector: new Inspector({ preset, rules, version }),
		version,
		minor,
		reader: (await loadFacts())({ version }),
		reviewScripts,
		replay: (text, reader) => void factsOf(text, reading, reader),
	};
}

async function checkRules(given: ReviewSettings['rules']): Promise<void> {
	const known = await rulesOfReview();
	for (const [id, { options }] of Object.entries(given)) {
		const rule = Object.hasOwn(known, id) ? known[id] : undefined;
		if (!rule) {
			throw new GenSqlError('OPTION_INVALID', `there is no rule "${id}"`, { hint: didYouMean(id, keysOf(known)) });
		}
		checkRuleOptions(id, rule.options, options);
	}
}

async function reviewFiles(
	source: ProjectSource,
	scripts: readonly string[],
	cwd: string,
	options: ReviewOptions,
): Promise<Review> {
	const { baseline, sequence = false, stdin } = options;
	const tools = await toolsFor(await dialectOf(source), options);
	for (const { text } of baseline === undefined ? [] : sqlTexts(baseline, cwd)) tools.replay(text, tools.reader);
	const texts = scripts.flatMap((each) => (each === '-' ? { file: '-', text: stdin?.() ?? '' } : sqlTexts(each, cwd)));
	return tools.reviewScripts(filesIn(texts, cwd, tools.reader, sequence), tools);
}

function* filesIn(
	texts: readonly { readonly file: string; readonly text: string }[],
	cwd: string,
	baseline: Reader,
	isSequence: boolean,
): Generator<ReviewedScript> {
	let before = baseline;
	for (const { file, text } of texts) {
		const reader = before.next();
		if (isSequence) before = reader;
		yield { file: file === '-' ? file : resolve(cwd, file), name: file, text, reader };
	}
}

async function reviewRange(source: ProjectSource, text: string, options: ReviewOptions): Promise<Review> {
	const { project, graph } = await openGraph(source);
	const range = resolveStartedRange(project, graph, options.direction ?? 'upgrade', text);
	const tools = await toolsFor(project.dialect, options);
	if (options.baseline === undefined) await replayBefore(project, graph, range, tools);
	else for (const each of sqlTexts(options.baseline, project.root)) tools.replay(each.text, tools.reader);
	const reader = tools.reader.next();
	const scripts = await revisionScripts(project, graph, range, outFolder(project));
	return tools.reviewScripts(
		scripts.map((script) => ({ ...script, reader })),
		tools,
	);
}

/** The schema that a range starts from is what the revisions before it leave. */
async function replayBefore(project: Project, graph: RevisionGraph, range: Range, tools: Tools): Promise<void> {
	const before = beforeRange(graph, range);
	if (!before) return;
	for (const { text } of await revisionScripts(project, graph, before, '')) tools.replay(text, tools.reader);
}
