import type { Project } from '../config/project.ts';
import { scriptHeader } from '../script/header.ts';
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

/** Renders one revision alone, in both directions. */
export type RevisionRenderer = (id: string) => Promise<RenderedRevision>;

/**
 * What renders the revisions of a project one by one. They are the same for everybody: parameters stay placeholders.
 *
 * @returns Throws what `renderRange` throws.
 */
export function revisionRenderer(project: Project, graph: RevisionGraph): RevisionRenderer {
	const options = { keepParameters: true, header: scriptHeader(project) };
	return async (id) => {
		const node = graph.node(id);
		const render = (direction: 'upgrade' | 'downgrade', start: readonly string[]): Promise<RenderedScript> =>
			renderRange(project, graph, { direction, start, revisions: [id] }, options);
		const upgrade = await render('upgrade', graph.rows(node.parents));
		const downgrade = await loadBody(node, 'downgrade', project.runner);
		return {
			upgrade,
			downgrade: isIrreversible(downgrade) ? { irreversible: downgrade.reason } : await render('downgrade', [id]),
		};
	};
}
