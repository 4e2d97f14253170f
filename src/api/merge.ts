import { GenSqlError } from '../core/error.ts';
import { oneLine } from '../core/text.ts';
import { type DraftRevision, newRevision } from '../revisions/create.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { resolveRevisions } from '../revisions/range.ts';
import { shownIds } from '../script/plan.ts';
import { openGraph, type ProjectSource } from './open.ts';
import { draftDefaults, type RevisionOptions } from './revision.ts';

/** What a merge is to be. Default of its message: the revisions it joins. */
export type MergeOptions = Partial<Omit<RevisionOptions, 'heads'>>;

/**
 * A new revision that joins branches: its text, and the file it belongs to. `writeRevision` writes it.
 *
 * @param revisions - Revision arguments; `heads` for all of them.
 * @throws {GenSqlError} GRAPH_BROKEN when they are fewer than two, or one comes before another, and what `revision` throws.
 */
export async function merge(
	source: ProjectSource,
	revisions: readonly string[],
	options: MergeOptions = {},
): Promise<DraftRevision> {
	const { project, graph } = await openGraph(source);
	const parents = [...new Set(revisions.flatMap((text) => resolveRevisions(graph, text)))];
	checkApart(graph, parents, revisions);
	const message = oneLine(options.message ?? '') || `merge ${parents.join(', ')}`;
	return newRevision(project, graph, { ...draftDefaults, ...options, message, heads: parents });
}

function checkApart(graph: RevisionGraph, parents: readonly string[], given: readonly string[]): void {
	if (parents.length < 2) {
		throw new GenSqlError('GRAPH_BROKEN', `there is nothing to merge: ${given.join(' ')} means ${shownIds(parents)}`, {
			hint: 'a merge joins two revisions or more; `gen-sql heads` lists the heads',
		});
	}
	const line = graph.onOneLine(parents);
	if (!line) return;
	throw new GenSqlError('GRAPH_BROKEN', `${line.lower} comes before ${line.upper}: there is nothing to merge`, {
		hint: `leave ${line.lower} out`,
	});
}
