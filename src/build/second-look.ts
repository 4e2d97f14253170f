import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import { type Artifact, artifactsOf } from '../revisions/artifacts.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { type RevisionRenderer, revisionRenderer } from '../revisions/render-revision.ts';
import { textOf } from '../sql/split.ts';
import type { Statement } from '../sql/statement.ts';
import type { OutComparison } from './comparison.ts';

/** A revision that was rendered a second time. */
export type SecondLook =
	| { readonly revision: string; readonly artifacts: readonly Artifact[] }
	| { readonly revision: string; readonly problem: GenSqlError };

/**
 * Render those revisions again whose files are to change, with modules that are run anew: what asks a clock or draws
 * lots comes out differently, and would be different in each build.
 *
 * Others need no second look: a run before this one has rendered them to the same.
 */
export async function* secondLook(
	project: Project,
	graph: RevisionGraph,
	comparison: OutComparison,
): AsyncGenerator<SecondLook, void, undefined> {
	const render = anew(project, graph);
	for (const revision of comparison.changed) {
		const { files: artifacts } = artifactsOf(project, graph.node(revision), await render(revision));
		if (comparison.isStable(revision, artifacts)) yield { revision, artifacts };
		else yield { revision, problem: await unstable(project, graph, revision) };
	}
}

const anew = (project: Project, graph: RevisionGraph): RevisionRenderer =>
	revisionRenderer({ ...project, runner: project.runner.fresh() }, graph);

async function unstable(project: Project, graph: RevisionGraph, revision: string): Promise<GenSqlError> {
	const one = await statementsOf(anew(project, graph), revision);
	const other = await statementsOf(anew(project, graph), revision);
	const changed = other.find((each, index) => {
		const before = one[index];
		return !before || textOf(before.parts) !== textOf(each.parts);
	});
	return new GenSqlError('REVISION_UNSTABLE', `the revision ${revision} renders differently each time`, {
		at: changed?.at ?? { file: graph.node(revision).file, line: 1, column: 1 },
		hint: `take the clock, random values and what else changes out of it; sql\`now()\` asks the server${
			changed ? '' : '. If a file was changed meanwhile, build again'
		}`,
	});
}

async function statementsOf(render: RevisionRenderer, revision: string): Promise<readonly Statement[]> {
	const { upgrade, downgrade } = await render(revision);
	const scripts = 'irreversible' in downgrade ? [upgrade] : [upgrade, downgrade];
	return scripts.flatMap(({ script }) => script.steps.flatMap(({ statements }) => statements));
}
