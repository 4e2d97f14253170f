import { buildGraph } from '../revisions/build-graph.ts';
import { type DraftRevision, type NewRevision, newRevision } from '../revisions/create.ts';
import { loadGraph, loadRevision } from '../revisions/load.ts';
import { type RenderedScript, renderRange } from '../revisions/render.ts';
import { openProject, type ProjectSource } from './open.ts';

/** What a new revision is to be; only its message has to be said. */
export type RevisionOptions = Pick<NewRevision, 'message'> & Partial<NewRevision>;

/** What is not said of a new revision. */
export const draftDefaults = { heads: [], splice: false, branchLabels: [], dependsOn: [] } as const;

/**
 * A new revision: its text, and the file it belongs to. `writeRevision` writes it.
 *
 * @throws {GenSqlError} what `newRevision` throws: an id, a label or a path is taken, a parent is no head.
 */
export async function revision(source: ProjectSource, wanted: RevisionOptions): Promise<DraftRevision> {
	const project = await openProject(source);
	return newRevision(project, await loadGraph(project, true), { ...draftDefaults, ...wanted });
}

/**
 * A new revision, and the script that upgrades a database from its parents to it.
 *
 * @throws {GenSqlError} what `revision` and `renderRange` throw.
 */
export async function previewRevision(
	source: ProjectSource,
	wanted: RevisionOptions,
): Promise<{ readonly draft: DraftRevision; readonly upgrade: RenderedScript }> {
	const project = await openProject(source);
	const present = await loadGraph(project, true);
	const draft = newRevision(project, present, { ...draftDefaults, ...wanted });
	project.runner.provide(draft.file, draft.text);
	const graph = buildGraph([...present.nodes.values(), await loadRevision(draft.file, project.runner)]);
	const { id, parents } = graph.node(draft.id);
	const range = { direction: 'upgrade', start: graph.rows(parents), revisions: [id] } as const;
	return { draft, upgrade: await renderRange(project, graph, range) };
}
