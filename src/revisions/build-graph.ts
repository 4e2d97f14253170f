import { basename } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { count } from '../core/text.ts';
import { allParents, type Node, RevisionGraph, reach } from './graph.ts';
import { fileStem, type Revision } from './revision.ts';

/** A revision as a message names it. */
const shown = ({ id, file }: Revision): string => `${id} (${basename(file)})`;

/**
 * Put revisions together.
 *
 * @throws {GenSqlError} GRAPH_BROKEN, naming the files, when an id or a label stands twice, a parent is missing, or
 * revisions lead in a circle. Of several problems, the error holds all as `cause.errors`.
 */
export function buildGraph(revisions: readonly Revision[]): RevisionGraph {
	const problems: GenSqlError[] = [];
	const byId = new Map<string, Revision>();
	problems.push(...sameStems(revisions));
	for (const revision of revisions) {
		const other = byId.get(revision.id);
		if (other)
			problems.push(
				broken(
					revision,
					`the revision ${revision.id} stands in two files: ${basename(other.file)} and ${basename(revision.file)}`,
				),
			);
		else byId.set(revision.id, revision);
	}
	const labels = collectLabels(byId, problems);
	const links = new Map(
		[...byId.values()].map((revision) => [revision.id, link(revision, byId, labels, problems)] as const),
	);
	throwFirst(problems);
	const graph = connect(byId, links, labels);
	const circle = findCircle(graph);
	if (circle) {
		const names = circle.map((id) => shown(graph.node(id)));
		throw broken(graph.node(circle[0] as string), `revisions lead in a circle: ${names.join(' -> ')} -> ${circle[0]}`);
	}
	return withNormalizedParents(graph);
}

/** The versioned files of a revision are named after its file. */
function sameStems(revisions: readonly Revision[]): readonly GenSqlError[] {
	const byStem = new Map<string, Revision>();
	return revisions.flatMap((revision) => {
		const stem = fileStem(revision.file);
		const other = byStem.get(stem);
		byStem.set(stem, other ?? revision);
		if (!other || other.id === revision.id) return [];
		return [
			broken(
				revision,
				`the files ${other.file} and ${revision.file} would have the same files under out/`,
				'rename one of them',
			),
		];
	});
}

const broken = ({ file }: Revision, message: string, hint?: string): GenSqlError =>
	new GenSqlError('GRAPH_BROKEN', message, { at: { file, line: 1, column: 1 }, hint });

function throwFirst(problems: readonly GenSqlError[]): void {
	const [first, ...others] = problems;
	if (!first) return;
	if (others.length === 0) throw first;
	throw new GenSqlError(
		'GRAPH_BROKEN',
		`${first.message}; ${count(others.length, 'further problem')}: ${others.map(({ message }) => message).join('; ')}`,
		{
			at: first.at,
			hint: first.hint,
			cause: new AggregateError(problems),
		},
	);
}

function collectLabels(byId: ReadonlyMap<string, Revision>, problems: GenSqlError[]): ReadonlyMap<string, string> {
	const labels = new Map<string, string>();
	for (const revision of byId.values()) {
		for (const label of revision.branchLabels) {
			const other = byId.get(label) ?? byId.get(labels.get(label) ?? '');
			if (other)
				problems.push(
					broken(revision, `the branch label "${label}" of ${shown(revision)} is taken by ${shown(other)}`),
				);
			else labels.set(label, revision.id);
		}
	}
	return labels;
}

/** The dependencies of a revision; what is missing is noted. */
function link(
	revision: Revision,
	byId: ReadonlyMap<string, Revision>,
	labels: ReadonlyMap<string, string>,
	problems: GenSqlError[],
): readonly string[] {
	for (const parent of revision.downRevisions) {
		if (parent === revision.id) problems.push(broken(revision, `the revision ${shown(revision)} is its own parent`));
		else if (!byId.has(parent)) {
			problems.push(
				broken(
					revision,
					`the revision ${shown(revision)} names the parent "${parent}", which does not exist`,
					'was its file deleted, or not merged yet?',
				),
			);
		}
	}
	return revision.dependsOn.map((name) => {
		const id = labels.get(name) ?? name;
		if (id === revision.id) problems.push(broken(revision, `the revision ${shown(revision)} depends on itself`));
		else if (!byId.has(id))
			problems.push(broken(revision, `the revision ${shown(revision)} depends on "${name}", which does not exist`));
		return id;
	});
}

function connect(
	byId: ReadonlyMap<string, Revision>,
	links: ReadonlyMap<string, readonly string[]>,
	labels: ReadonlyMap<string, string>,
): RevisionGraph {
	const children = new Map<string, string[]>();
	const dependents = new Map<string, string[]>();
	const note = (map: Map<string, string[]>, key: string, id: string): void => {
		const list = map.get(key);
		if (list) list.push(id);
		else map.set(key, [id]);
	};
	for (const revision of byId.values()) {
		const dependencies = links.get(revision.id) ?? [];
		for (const parent of revision.downRevisions) note(children, parent, revision.id);
		for (const parent of allParents({ ...revision, dependencies })) note(dependents, parent, revision.id);
	}
	const sorted = (map: Map<string, string[]>, id: string): readonly string[] => (map.get(id) ?? []).sort(byCodePoint);
	const nodes = [...byId.values()].map((revision): Node => {
		const dependencies = links.get(revision.id) ?? [];
		return {
			...revision,
			dependencies,
			parents: allParents({ ...revision, dependencies }),
			children: sorted(children, revision.id),
			dependents: sorted(dependents, revision.id),
		};
	});
	return new RevisionGraph(new Map(nodes.map((node) => [node.id, node])), labels);
}

/** A dependency that an ancestor has as well says nothing new. Without it the version rows come out as Alembic's. */
function withNormalizedParents(graph: RevisionGraph): RevisionGraph {
	const nodes = new Map(graph.nodes);
	for (const node of graph.nodes.values()) {
		if (node.dependencies.length === 0) continue;
		const isImplied = impliedBy(graph, node);
		const own = node.dependencies.filter((id) => !node.downRevisions.includes(id) && !isImplied(id));
		nodes.set(node.id, { ...node, parents: [...node.downRevisions, ...own] });
	}
	return new RevisionGraph(nodes, graph.labels);
}

/** Whether a revision below this one, by parents alone, has the same dependency. */
function impliedBy(graph: RevisionGraph, { id, downRevisions }: Node): (dependency: string) => boolean {
	let below: ReadonlySet<string> | undefined;
	return (dependency) => {
		const others = graph.node(dependency).dependents.filter((other) => {
			return other !== id && graph.node(other).dependencies.includes(dependency);
		});
		if (others.length === 0) return false;
		below ??= reach(downRevisions, (lower) => graph.node(lower).downRevisions);
		return others.some((other) => below?.has(other));
	};
}

/** Ids that lead in a circle, or undefined: peel off what has no parent left, and follow what stays. */
function findCircle(graph: RevisionGraph): readonly string[] | undefined {
	const open = new Map([...graph.nodes.values()].map((node) => [node.id, allParents(node).length]));
	const ready = [...open].filter(([, parents]) => parents === 0).map(([id]) => id);
	for (const id of ready) {
		open.delete(id);
		for (const next of graph.node(id).dependents) {
			const left = (open.get(next) ?? 0) - 1;
			open.set(next, left);
			if (left === 0) ready.push(next);
		}
	}
	const [start] = [...open.keys()].sort(byCodePoint);
	if (start === undefined) return undefined;
	const path: string[] = [];
	let id = start;
	while (!path.includes(id)) {
		path.push(id);
		id = allParents(graph.node(id)).find((parent) => open.has(parent)) as string;
	}
	return path.slice(path.indexOf(id));
}
