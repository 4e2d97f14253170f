import { byCodePoint } from '../core/keys.ts';
import type { Node, RevisionGraph } from './graph.ts';
import { reach } from './node.ts';

/** What a revision comes from: it stays the same while the branch grows. Both in code-point order. */
export interface Origin {
	/** The branch labels at or below it. */
	readonly labels: readonly string[];
	/** The bases below it. */
	readonly bases: readonly string[];
}

/** Revisions that come from the same labels and bases. */
interface Stretch extends Origin {
	readonly below: readonly Stretch[];
}

/** What each head, or each of these, comes from. Dependencies do not count: they lead from one branch to another. */
export function originsOf(graph: RevisionGraph, ids: readonly string[] = graph.heads): ReadonlyMap<string, Origin> {
	const stretches = stretchesOf(graph);
	const known = new Map<Stretch, Origin>();
	return new Map(
		ids.flatMap((id) => {
			const stretch = stretches.get(id);
			if (!stretch) return [];
			const origin = known.get(stretch) ?? originOf(stretch);
			known.set(stretch, origin);
			return [[id, origin] as const];
		}),
	);
}

/** A revision without a label that goes on from one stretch is part of it, so that long lines are walked once. */
function stretchesOf(graph: RevisionGraph): ReadonlyMap<string, Stretch> {
	const found = new Map<string, Stretch>();
	for (const id of [...graph.allFromHeads].reverse()) {
		const node = graph.node(id);
		const below = [...new Set(node.downRevisions.flatMap((parent) => found.get(parent) ?? []))];
		const [only, second] = below;
		const isPart = only !== undefined && second === undefined && node.branchLabels.length === 0;
		found.set(id, isPart ? only : { ...own(node), below });
	}
	return found;
}

const own = ({ id, branchLabels, downRevisions }: Node): Origin => ({
	labels: branchLabels,
	bases: downRevisions.length === 0 ? [id] : [],
});

function originOf(stretch: Stretch): Origin {
	const all = [...reach([stretch], ({ below }) => below)];
	return {
		labels: all.flatMap(({ labels }) => labels).sort(byCodePoint),
		bases: all.flatMap(({ bases }) => bases).sort(byCodePoint),
	};
}
