import { relative, sep } from 'node:path';
import { oneLine } from '../core/text.ts';
import type { Node, RevisionGraph } from '../revisions/graph.ts';

/** A revision as JSON prints it. Paths count from the project. */
const revisionJson = (node: Node, root: string): object => ({
	revision: node.id,
	downRevision: node.downRevisions,
	branchLabels: node.branchLabels,
	dependsOn: node.dependsOn,
	title: node.title,
	head: node.children.length === 0,
	file: shownFile(node, root),
});

const shownFile = ({ file }: Node, root: string): string => oneLine(relative(root, file).split(sep).join('/'));

const ids = (list: readonly string[]): string => (list.length === 0 ? '<base>' : list.join(', '));

/** ` (head)`, or ` (effective head)` when only a dependency leads on. */
const headMark = (node: Node): string =>
	node.children.length > 0 ? '' : node.dependents.length > 0 ? ' (effective head)' : ' (head)';

const labels = ({ branchLabels }: Node): string => (branchLabels.length > 0 ? ` (${branchLabels.join(', ')})` : '');

const treeMarks = ({ children, downRevisions }: Node): string =>
	`${children.length > 1 ? ' (branchpoint)' : ''}${downRevisions.length > 1 ? ' (mergepoint)' : ''}`;

/** `1975ea83b712 (head)` */
export const headLine = (node: Node): string => `${node.id}${labels(node)}${headMark(node)}`;

/** `1975ea83b712 -> ae1027a6acf0 (head), add a column` */
export const historyLine = (node: Node): string => {
	const depends = node.dependencies.length > 0 ? ` (${node.dependencies.join(', ')})` : '';
	return `${ids(node.downRevisions)}${depends} -> ${headLine(node)}${treeMarks(node)}, ${node.title}`;
};

/** All there is to say of a revision, a fact a line. */
function revisionBlock(node: Node, root: string): string {
	const facts: readonly (readonly [string, string])[] = [
		['Rev', `${node.id}${headMark(node)}${treeMarks(node)}`],
		[node.downRevisions.length > 1 ? 'Merges' : 'Parent', ids(node.downRevisions)],
		...(node.dependencies.length > 0 ? [['Also depends on', node.dependencies.join(', ')] as const] : []),
		...(node.children.length > 1 ? [['Branches into', node.children.join(', ')] as const] : []),
		...(node.branchLabels.length > 0 ? [['Branch names', node.branchLabels.join(', ')] as const] : []),
		['Path', shownFile(node, root)],
		['Title', node.title],
	];
	return facts.map(([fact, value]) => `${fact}: ${value}\n`).join('');
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

/** Revisions as JSON, as blocks or as lines. */
export function listing(
	graph: RevisionGraph,
	revisions: readonly string[],
	root: string,
	{
		format,
		verbose,
		line,
	}: { readonly format: string; readonly verbose: boolean; readonly line: (node: Node) => string },
): string {
	const nodes = revisions.map((id) => graph.node(id));
	if (format === 'json')
		return `${JSON.stringify(
			nodes.map((node) => revisionJson(node, root)),
			null,
			2,
		)}\n`;
	if (verbose) return nodes.map((node) => revisionBlock(node, root)).join('\n');
	return nodes.map((node) => `${line(node)}\n`).join('');
}
