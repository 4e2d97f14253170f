import type { RevisionFacts } from '../api/revision-facts.ts';

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

/** `1975ea83b712 (head)` */
export const headLine = (facts: RevisionFacts): string => `${facts.revision}${labels(facts)}${headMark(facts)}`;

/** `1975ea83b712 (head) (current), add a column` */
export const shortLine = (facts: RevisionFacts): string => `${headLine(facts)}${treeMarks(facts)}, ${facts.title}`;

/** `1975ea83b712 -> ae1027a6acf0 (head), add a column` */
export const historyLine = (facts: RevisionFacts): string =>
	`${ids(facts.downRevision)}${dependencies(facts)} -> ${shortLine(facts)}`;

/** All there is to say of a revision, a fact a line; below it what the author says. */
export function revisionBlock(facts: RevisionFacts): readonly string[] {
	const { revision, downRevision, children, branchLabels, requiredBy, description } = facts;
	const lines: readonly (readonly [string, string | false])[] = [
		['Rev', `${revision}${headMark(facts)}${treeMarks(facts)}`],
		[downRevision.length > 1 ? 'Merges' : 'Parent', ids(downRevision)],
		['Also depends on', facts.dependencies.length > 0 && facts.dependencies.join(', ')],
		['Required by', requiredBy.length > 0 && requiredBy.join(', ')],
		['Branches into', children.length > 1 && children.join(', ')],
		['Branch names', branchLabels.length > 0 && branchLabels.join(', ')],
		['Path', facts.file],
		['Title', facts.title],
	];
	return [
		...lines.flatMap(([fact, value]) => (value === false ? [] : [`${fact}: ${value}`])),
		...(description === '' ? [] : ['', ...description.split('\n').map((line) => line && `    ${line}`)]),
	];
}

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

/** Data as `--format json` prints it. */
export const json = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

/** Lines with their ends. */
export const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Revisions as JSON, as blocks or as lines. */
export function listing(
	revisions: readonly RevisionFacts[],
	{
		format,
		verbose,
		line,
	}: { readonly format: string; readonly verbose: boolean; readonly line: (facts: RevisionFacts) => string },
): string {
	if (format === 'json') return json(revisions);
	if (verbose) return revisions.map((facts) => linesOf(revisionBlock(facts))).join('\n');
	return linesOf(revisions.map(line));
}
