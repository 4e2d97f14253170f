import type { Project } from '../config/project.ts';
import type { GenSqlError } from '../core/error.ts';
import { buildGraph } from '../revisions/build-graph.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { loadRevisions } from '../revisions/load.ts';
import { type Finding, problemsOf } from './check.ts';

/** The revisions of a project, as far as they are some. */
export interface Soundness {
	/** How many files are revisions. */
	readonly revisions: number;
	/** Undefined when there is a problem. */
	readonly graph: RevisionGraph | undefined;
	readonly problems: readonly GenSqlError[];
}

/** What has to be right before anything else can be looked at. */
export const soundness = {
	name: 'graph',
	about: 'Every file is a revision, and together they form a graph. Everything else rests on that.',
	finds: [
		{
			code: 'REVISION_INVALID',
			cause: 'A file in a version location is no revision: it lacks an export, or one has the wrong type.',
			cure: 'Write the export that the message names. A helper belongs in a subfolder, or begins with `_`.',
		},
		{
			code: 'REVISION_SYNTAX',
			cause: 'A file is not valid TypeScript or JavaScript; often the marks of a merge conflict stand in it.',
			cure: 'Repair the line that the message names.',
		},
		{
			code: 'REVISION_THREW',
			cause: 'The constants of a revision are no plain literals, and its module threw when it was run for them.',
			cure: 'Write the id, the parents, the labels and the dependencies as plain literals.',
		},
		{
			code: 'GRAPH_BROKEN',
			cause:
				'An id, a label or a file stem stands twice, a parent or a dependency does not exist, or revisions lead in a circle.',
			cure: 'Bring back the revision that is missing (a branch was merged in part, or a file was deleted), or change what names it.',
		},
	] satisfies readonly Finding[],

	/** @throws {GenSqlError} CONFIG_INVALID or FILE_UNREADABLE when a folder cannot be read. */
	async look(project: Project): Promise<Soundness> {
		const { revisions, problems } = await loadRevisions(project, false, () => true);
		const found = { revisions: revisions.length, graph: undefined, problems };
		if (problems.length > 0) return found;
		try {
			return { ...found, graph: buildGraph(revisions) };
		} catch (error) {
			return { ...found, problems: problemsOf(error) };
		}
	},
};
