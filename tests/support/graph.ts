import { buildGraph } from '../../src/revisions/build-graph.ts';
import type { RevisionGraph } from '../../src/revisions/graph.ts';
import type { Revision } from '../../src/revisions/revision.ts';

/** A revision as the loader would make it. */
export const revision = (
	id: string,
	parents: string | readonly string[] = [],
	more: Partial<Revision> = {},
): Revision => ({
	id,
	file: `/project/revisions/${id}.ts`,
	title: `title of ${id}`,
	downRevisions: [parents].flat(),
	branchLabels: [],
	dependsOn: [],
	placeOf: (name) => ({ file: more.file ?? `/project/revisions/${id}.ts`, line: LINES.indexOf(name) + 1, column: 1 }),
	...more,
});

/** A revision exports each of its constants on a line of its own. */
const LINES = ['revision', 'downRevision', 'branchLabels', 'dependsOn'];

/** The graph of Alembic's own documentation: two branches over 1975, and their merge. */
export const branches = [revision('1975'), revision('ae10', '1975'), revision('27c6', '1975')];
export const merged = [...branches, revision('53ff', ['ae10', '27c6'])];

export const graphOf = (...revisions: readonly Revision[]): RevisionGraph => buildGraph(revisions);
