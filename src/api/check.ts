import type { Project } from '../config/project.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';

import { buildGraph } from '../revisions/build-graph.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { loadRevisions } from '../revisions/load.ts';
import { reach } from '../revisions/node.ts';
import { revisionRenderer } from '../revisions/render-revision.ts';
import { openProject, type ProjectSource } from './open.ts';

/** What was looked at, and what is wrong. */
export interface CheckReport {
	/** How many files are revisions. */
	readonly revisions: number;
	/** The ids of the heads; none when the revisions form no graph. */
	readonly heads: readonly string[];
	/** Whether the revisions were run for their SQL. */
	readonly rendered: boolean;
	/** All that is wrong, in the order of the checks. */
	readonly problems: readonly GenSqlError[];
}

export interface CheckOptions {
	/** Look at the files and the graph alone; run no revision. Default `false`. */
	readonly graphOnly?: boolean;
}

/**
 * Look for all that is wrong with the revisions of a project, at once: files that are no revisions, a graph that is none,
 * heads that no label tells apart, and revisions that cannot be rendered in one of the two directions.
 *
 * Each of these rests on those before it: where files are wrong, the graph is not looked at.
 *
 * @throws {GenSqlError} what `loadProject` throws, and CONFIG_INVALID or FILE_UNREADABLE when a folder cannot be read.
 */
export async function check(source: ProjectSource, { graphOnly = false }: CheckOptions = {}): Promise<CheckReport> {
	const project = await openProject(source);
	const { revisions, problems } = await loadRevisions(project, false, () => true);
	const found = { revisions: revisions.length, heads: [], rendered: false };
	if (problems.length > 0) return { ...found, problems };
	try {
		const graph = buildGraph(revisions);
		const unrendered = graphOnly ? [] : await renderingProblems(project, graph);
		return { ...found, heads: graph.heads, rendered: !graphOnly, problems: [...headProblems(graph), ...unrendered] };
	} catch (error) {
		return { ...found, problems: problemsOf(error) };
	}
}

/** The errors that one stands for; a bug is thrown on. */
function problemsOf(error: unknown): readonly GenSqlError[] {
	if (!isGenSqlError(error)) throw error;
	return [error, ...error.further];
}

/** Heads that nothing tells apart are branches that somebody has to merge. Those with labels of their own are wanted. */
function headProblems(graph: RevisionGraph): readonly GenSqlError[] {
	const byLabels = new Map<string, readonly string[]>();
	for (const head of graph.heads) {
		const below = reach([head], (id) => graph.node(id).downRevisions);
		const labels = [...graph.labels].flatMap(([label, id]) => (below.has(id) ? [label] : []));
		const key = labels.sort().join(', ');
		byLabels.set(key, [...(byLabels.get(key) ?? []), head]);
	}
	return [...byLabels].flatMap(([labels, heads]) => {
		if (heads.length < 2) return [];
		const where = labels === '' ? '' : ` of ${labels}`;
		return [
			new GenSqlError('HEADS_MULTIPLE', `there are ${heads.length} heads${where}: ${heads.join(', ')}`, {
				hint: `\`gen-sql merge ${heads.join(' ')}\` joins them; a branch that is to stay has a label of its own`,
			}),
		];
	});
}

/** Run every revision in both directions. */
async function renderingProblems(project: Project, graph: RevisionGraph): Promise<readonly GenSqlError[]> {
	const problems: GenSqlError[] = [];
	const render = revisionRenderer(project, graph);
	for (const id of [...graph.fromHeads(new Set(graph.nodes.keys()))].reverse()) {
		try {
			await render(id);
		} catch (error) {
			problems.push(...problemsOf(error));
		}
	}
	return problems;
}
