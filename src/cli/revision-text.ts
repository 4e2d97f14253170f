import type { RevisionFacts } from '../api/revision-facts.ts';
import { GenSqlError } from '../core/error.ts';
import { wrap } from '../core/wrap.ts';
import type { Page } from './io.ts';

const ids = (list: readonly string[]): string => (list.length === 0 ? '<base>' : list.join(', '));

/** ` (head)`, or ` (effective head)` when only a dependency leads on. */
const headMark = ({ head, requiredBy }: RevisionFacts): string =>
	head ? (requiredBy.length > 0 ? ' (effective head)' : ' (head)') : '';

const labels = ({ branchLabels }: RevisionFacts): string =>
	branchLabels.length > 0 ? ` (${branchLabels.join(', ')})` : '';

const treeMarks = ({ children, downRevision, current }: RevisionFacts): string =>
	[
		current ? ' (current)' : '',
		children.length > 1 ? ' (branchpoint)' : '',
		downRevision.length > 1 ? ' (mergepoint)' : '',
	].join('');

const dependencies = (facts: RevisionFacts): string =>
	facts.dependencies.length > 0 ? ` (${facts.dependencies.join(', ')})` : '';

/** The id, and what is said in parentheses behind it. */
const marked = ({ revision }: RevisionFacts, marks: string, { paint }: Page): string =>
	`${paint.revision(revision)}${marks && paint.mark(marks)}`;

/** `1975ea83b712 (head)` */
export const headLine = (facts: RevisionFacts, page: Page): string =>
	marked(facts, `${labels(facts)}${headMark(facts)}`, page);

/** `1975ea83b712 (head) (current), add a column` */
export const shortLine = (facts: RevisionFacts, page: Page): string =>
	`${marked(facts, `${labels(facts)}${headMark(facts)}${treeMarks(facts)}`, page)}, ${facts.title}`;

/** `1975ea83b712 -> ae1027a6acf0 (head), add a column` */
export const historyLine = (facts: RevisionFacts, page: Page): string =>
	`${ids(facts.downRevision)}${dependencies(facts)} -> ${shortLine(facts, page)}`;

/** All there is to say of a revision, a fact a line; below it what the author says. */
export function revisionBlock(facts: RevisionFacts, page: Page): readonly string[] {
	const { downRevision, children, branchLabels, requiredBy, description } = facts;
	const lines: readonly (readonly [string, string | false])[] = [
		['Rev', marked(facts, `${headMark(facts)}${treeMarks(facts)}`, page)],
		[downRevision.length > 1 ? 'Merges' : 'Parent', ids(downRevision)],
		['Also depends on', facts.dependencies.length > 0 && facts.dependencies.join(', ')],
		['Required by', requiredBy.length > 0 && requiredBy.join(', ')],
		['Branches into', children.length > 1 && children.join(', ')],
		['Branch names', branchLabels.length > 0 && branchLabels.join(', ')],
	];
	return [
		...lines.flatMap(([fact, value]) => (value === false ? [] : wrap(`${fact}: ${value}`, page.columns))),
		// A path is copied; it may hold spaces.
		`Path: ${facts.file}`,
		...wrap(`Title: ${facts.title}`, page.columns),
		...(description === '' ? [] : ['', ...description.split('\n').flatMap((line) => described(line, page))]),
	];
}

const INDENT = '    ';

const described = (line: string, { columns }: Page): readonly string[] =>
	line === '' ? [''] : wrap(`${INDENT}${line}`, columns, INDENT);

/** What `--format` of the listing commands may be. */
export const formatOption = {
	type: 'string',
	describe: 'How revisions are printed',
	default: 'text',
	oneOf: ['text', 'json'],
} as const;

export const verboseOption = {
	type: 'boolean',
	alias: 'v',
	describe: 'Show all that is known of each revision',
} as const;

/** @throws {GenSqlError} OPTION_INVALID when blocks are asked for in a format that has none. */
export function checkVerbose({ format, verbose }: { readonly format: string; readonly verbose: boolean }): void {
	if (!verbose || format === 'text') return;
	throw new GenSqlError('OPTION_INVALID', `--verbose cannot be shown as ${format}`, {
		hint: 'leave it out: JSON holds all that is known',
	});
}

/** Data as `--format json` prints it. */
export const json = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

/** Lines with their ends. */
export const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** How a listing is wanted. */
interface Listing {
	readonly format: string;
	readonly verbose: boolean;
	readonly line: (facts: RevisionFacts, page: Page) => string;
}

/** Revisions as JSON, as blocks or as lines. */
export function listing(revisions: readonly RevisionFacts[], { format, verbose, line }: Listing, page: Page): string {
	if (format === 'json') return json(revisions);
	if (verbose) return revisions.map((facts) => linesOf(revisionBlock(facts, page))).join('\n');
	return linesOf(revisions.flatMap((facts) => wrap(line(facts, page), page.columns)));
}
