import type { Project } from '../config/project.ts';
import { isIrreversible } from './downgrade.ts';
import type { RevisionGraph } from './graph.ts';
import { loadBody } from './load.ts';
import { type RenderedScript, renderRange } from './render.ts';

/** One revision as scripts: from its parents, and back to them. */
export interface RenderedRevision {
	readonly upgrade: RenderedScript;
	/** Or why there is no way back. */
	readonly downgrade: RenderedScript | { readonly irreversible: string };
}

/** They are the same for everybody: parameters stay placeholders. */
const unfilled = { keepParameters: true };

/**
 * Render one revision alone, in both directions.
 *
 * @throws {GenSqlError} what `renderRange` throws.
 */
export async function renderRevision(project: Project, graph: RevisionGraph, id: string): Promise<RenderedRevision> {
	const node = graph.node(id);
	const render = (direction: 'upgrade' | 'downgrade', start: readonly string[]): Promise<RenderedScript> =>
		renderRange(project, graph, { direction, start, revisions: [id] }, unfilled);
	const upgrade = await render('upgrade', graph.rows(node.parents));
	const downgrade = await loadBody(node, 'downgrade', project.runner);
	return {
		upgrade,
		downgrade: isIrreversible(downgrade) ? { irreversible: downgrade.reason } : await render('downgrade', [id]),
	};
}
