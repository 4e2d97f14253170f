import { GenSqlError } from '../core/error.ts';
import { append } from '../core/keys.ts';
import { buildGraph } from '../revisions/build-graph.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { reach } from '../revisions/node.ts';
import { originsOf } from '../revisions/origins.ts';
import type { Revision } from '../revisions/revision.ts';
import { problemsOf } from './check.ts';
import type { Comparison } from './comparison.ts';

interface Judgement {
	/** What messages call the commit. */
	readonly ref: string;
	/** The declared number of heads. */
	readonly wanted: number | undefined;
	/** Whether nothing else is wrong: else the graph of both may be broken by that. */
	readonly isAlone: boolean;
}

/** Heads of the two sides that nothing tells apart, when both are merged. */
export function divergedProblems(comparison: Comparison, judgement: Judgement): readonly GenSqlError[] {
	if (comparison.theirs.length === 0 || comparison.fresh.size === 0) return [];
	try {
		const union = buildGraph(together(comparison));
		const { ref, wanted } = judgement;
		return groupsOf(union, comparison, wanted).flatMap((group) => diverged(union, comparison, group, ref) ?? []);
	} catch (error) {
		const problems = problemsOf(error);
		return judgement.isAlone ? problems : [];
	}
}

/** All revisions of both sides. */
function together({ graph, theirs, removed, changedThere }: Comparison): readonly Revision[] {
	const changed = new Map(changedThere.map((revision) => [revision.id, revision]));
	return [...[...graph.nodes.values()].map((node) => changed.get(node.id) ?? node), ...theirs, ...removed];
}

/** Heads that nothing tells apart, more than are wanted. */
interface Group {
	readonly heads: readonly string[];
	/** Whether there are more of them than either side has. */
	readonly isLarger: boolean;
}

function groupsOf(union: RevisionGraph, { graph, merged }: Comparison, wanted: number | undefined): readonly Group[] {
	const { heads } = union;
	if (wanted !== undefined) return heads.length > wanted ? [{ heads, isLarger: true }] : [];
	const parents = new Set([...merged.values()].flatMap(({ downRevisions }) => downRevisions));
	const theirHeads = [...merged.keys()].filter((id) => !parents.has(id));
	const [all, ours, theirs] = [heads, graph.heads, theirHeads].map((ids) => byLabels(union, ids));
	return [...(all ?? [])].map(([labels, found]) => {
		const most = Math.max(ours?.get(labels)?.length ?? 0, theirs?.get(labels)?.length ?? 0);
		return { heads: found, isLarger: found.length > most };
	});
}

function byLabels(graph: RevisionGraph, ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, string[]>();
	for (const [id, { labels }] of originsOf(graph, ids)) append(found, labels.join(', '), id);
	return found;
}

function diverged(
	union: RevisionGraph,
	{ fresh, theirs }: Comparison,
	{ heads, isLarger }: Group,
	ref: string,
): GenSqlError | undefined {
	const added = new Set(theirs.map(({ id }) => id));
	const [ours] = heads.filter((id) => fresh.has(id));
	const [other] = heads.filter((id) => added.has(id));
	if (ours === undefined || other === undefined) return undefined;
	const first = firstsOf(union, heads, (id) => fresh.has(id));
	const second = firstsOf(union, heads, (id) => added.has(id));
	const meeting = [...first].find(([parent]) => second.has(parent));
	if (!meeting && !isLarger) return undefined;
	const [parent, id] = meeting ?? [undefined, [...first.values()][0] ?? ours];
	const message = meeting
		? `${id} goes on from ${parent || 'the base'}, as ${second.get(parent ?? '')} of ${ref} does`
		: `nothing tells ${ours} from ${other} of ${ref}`;
	return new GenSqlError('HEADS_DIVERGED', `${message}: merged, there are ${heads.length} heads: ${heads.join(', ')}`, {
		at: union.node(id).placeOf('downRevision'),
		hint: `merge ${ref}, and let ${id} follow ${other}; or join them: \`gen-sql merge ${ours} ${other}\``,
	});
}

/** Where the revisions of one side that lead to these heads go on from: what is below, and the first of them above. */
function firstsOf(
	union: RevisionGraph,
	heads: readonly string[],
	isOfSide: (id: string) => boolean,
): ReadonlyMap<string, string> {
	const parentsOf = (id: string): readonly string[] => union.node(id).downRevisions;
	const line = reach(heads.filter(isOfSide), (id) => parentsOf(id).filter(isOfSide));
	const firsts = [...line].flatMap((id) => {
		const parents = parentsOf(id);
		return (parents.length === 0 ? [''] : parents)
			.filter((parent) => !isOfSide(parent))
			.map((parent) => [parent, id] as const);
	});
	return new Map(firsts);
}
