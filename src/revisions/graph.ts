import { basename } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { count } from '../core/text.ts';
import type { Revision } from './revision.ts';

/** A revision with its place in the graph. */
export interface Node extends Revision {
	/** The revisions `dependsOn` means, labels resolved. */
	readonly dependencies: readonly string[];
	/** Parents, and dependencies that no ancestor has already. */
	readonly parents: readonly string[];
	/** Revisions that name this one as their parent. */
	readonly children: readonly string[];
	/** Revisions that name this one as parent or dependency. */
	readonly dependents: readonly string[];
}

/** The revisions of a project, checked: every name leads somewhere, and nothing leads in a circle. */
export class RevisionGraph {
	readonly nodes: ReadonlyMap<string, Node>;
	/** Branch labels, and the revision that declares each. */
	readonly labels: ReadonlyMap<string, string>;

	constructor(nodes: ReadonlyMap<string, Node>, labels: ReadonlyMap<string, string>) {
		this.nodes = nodes;
		this.labels = labels;
	}

	/** Ids without a child, in code-point order. One that others depend on is among them. */
	get heads(): readonly string[] {
		return this.#ids(({ children }) => children.length === 0);
	}

	/** Ids that nothing names, in code-point order: the rows of a database that has everything. */
	get realHeads(): readonly string[] {
		return this.#ids(({ dependents }) => dependents.length === 0);
	}

	/** Ids without a parent, in code-point order. */
	get bases(): readonly string[] {
		return this.#ids(({ downRevisions }) => downRevisions.length === 0);
	}

	/** @throws {GenSqlError} REVISION_NOT_FOUND when there is no such id. */
	node(id: string): Node {
		const node = this.nodes.get(id);
		if (node) return node;
		throw new GenSqlError('REVISION_NOT_FOUND', `there is no revision "${id}"`);
	}

	/** These revisions and everything below them, dependencies too. */
	ancestors(ids: Iterable<string>): ReadonlySet<string> {
		return this.#reach(ids, (id) => allParents(this.node(id)));
	}

	/** These revisions and everything above them, dependents too. */
	descendants(ids: Iterable<string>): ReadonlySet<string> {
		return this.#reach(ids, (id) => this.node(id).dependents);
	}

	/** The version rows of a database that has these revisions and all below them, in code-point order. */
	rows(ids: Iterable<string>): readonly string[] {
		const present = this.ancestors(ids);
		return [...present].filter((id) => !this.node(id).dependents.some((next) => present.has(next))).sort(byCodePoint);
	}

	/**
	 * Revisions from the heads down, each after everything that needs it. One branch is finished before the next one
	 * begins; what the graph leaves open is decided by id.
	 */
	fromHeads(chosen: ReadonlySet<string>): readonly string[] {
		const order: string[] = [];
		const emitted = new Set<string>();
		const waiting = [...chosen].filter((id) => !this.#next(id, chosen, emitted).length).sort(byCodePoint);
		for (let at = 0; waiting.length > 0; ) {
			const id = waiting[at] as string;
			if (this.#next(id, chosen, emitted).length > 0) {
				at = this.#above(id, waiting, chosen, emitted);
				continue;
			}
			order.push(id);
			emitted.add(id);
			const [first, ...others] = this.node(id).parents.filter(
				(parent) => chosen.has(parent) && !waiting.includes(parent),
			);
			if (first === undefined) {
				waiting.splice(at, 1);
				at = Math.max(0, at - 1);
			} else {
				waiting[at] = first;
				waiting.push(...others);
			}
		}
		return order;
	}

	/** What has to come before a revision on the way down. */
	#next(id: string, chosen: ReadonlySet<string>, emitted: ReadonlySet<string>): readonly string[] {
		return this.node(id).dependents.filter((next) => chosen.has(next) && !emitted.has(next));
	}

	/** The first waiting revision that stands above another one. */
	#above(id: string, waiting: readonly string[], chosen: ReadonlySet<string>, emitted: ReadonlySet<string>): number {
		const above = this.#reach([id], (lower) => this.#next(lower, chosen, emitted));
		return waiting.findIndex((other) => other !== id && above.has(other));
	}

	#ids(fits: (node: Node) => boolean): readonly string[] {
		return [...this.nodes.values()]
			.filter(fits)
			.map(({ id }) => id)
			.sort(byCodePoint);
	}

	#reach(ids: Iterable<string>, next: (id: string) => readonly string[]): ReadonlySet<string> {
		const found = new Set(ids);
		for (const id of found) for (const other of next(id)) found.add(other);
		return found;
	}
}

/** Parents and all dependencies, without doubles. */
const allParents = ({
	downRevisions,
	dependencies,
}: Pick<Node, 'downRevisions' | 'dependencies'>): readonly string[] =>
	dependencies.length === 0 ? downRevisions : [...new Set([...downRevisions, ...dependencies])];

/** A revision as a message names it. */
const shown = ({ id, file }: Revision): string => `${id} (${basename(file)})`;

/**
 * Put revisions together.
 *
 * @throws {GenSqlError} GRAPH_BROKEN, naming the files, when an id or a label stands twice, a parent is missing, or
 * revisions lead in a circle.
 */
export function buildGraph(revisions: readonly Revision[]): RevisionGraph {
	const problems: GenSqlError[] = [];
	const byId = new Map<string, Revision>();
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
		const implied = new Set<string>();
		const line = new Set(node.downRevisions);
		for (const id of line) {
			const { dependencies, downRevisions } = graph.node(id);
			for (const dependency of dependencies) implied.add(dependency);
			for (const parent of downRevisions) line.add(parent);
		}
		const own = node.dependencies.filter((id) => !implied.has(id) && !node.downRevisions.includes(id));
		nodes.set(node.id, { ...node, parents: [...node.downRevisions, ...own] });
	}
	return new RevisionGraph(nodes, graph.labels);
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
