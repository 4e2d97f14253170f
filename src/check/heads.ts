import { GenSqlError } from '../core/error.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { reach } from '../revisions/node.ts';
import type { Check } from './check.ts';

export const heads: Check = {
	name: 'heads',
	about: 'There is one head for each set of branch labels.',
	finds: [
		{
			code: 'HEADS_MULTIPLE',
			cause: 'Several heads carry the same branch labels, or none: branches that somebody has to join.',
			cure: '`gen-sql merge` joins them. A branch that is to stay gets a label of its own.',
		},
	],

	begin: ({ graph }) => ({ end: () => headProblems(graph) }),
};

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
