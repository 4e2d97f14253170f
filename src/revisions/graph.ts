import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
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
		return reach(ids, (id) => allParents(this.node(id)));
	}

	/** These revisions and everything above them, dependents too. */
	descendants(ids: Iterable<string>): ReadonlySet<string> {
		return reach(ids, (id) => this.node(id).dependents);
	}

	/** This revision, its parents and theirs, its children and theirs: the line a branch is made of. */
	lineage(id: string): ReadonlySet<string> {
		const below = reach([id], (lower) => this.node(lower).downRevisions);
		const above = reach([id], (upper) => this.node(upper).children);
		return new Set([...below, ...above]);
	}

	/** Those of some revisions that have no child among them, dependents aside. */
	tips(present: ReadonlySet<string>): readonly string[] {
		return [...present].filter((id) => !this.node(id).children.some((next) => present.has(next))).sort(byCodePoint);
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
		const blocked = new Map<string, ReadonlySet<string>>();
		const waiting = [...chosen].filter((id) => !this.#next(id, chosen, emitted).length).sort(byCodePoint);
		for (let at = 0; waiting.length > 0; ) {
			const id = waiting[at] as string;
			if (this.#next(id, chosen, emitted).length > 0) {
				// What stands above is found once: of what was found then, all that is not emitted yet still stands there.
				const above = blocked.get(id) ?? reach([id], (lower) => this.#next(lower, chosen, emitted));
				blocked.set(id, above);
				at = waiting.findIndex((other) => other !== id && above.has(other));
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

	#ids(fits: (node: Node) => boolean): readonly string[] {
		return [...this.nodes.values()]
			.filter(fits)
			.map(({ id }) => id)
			.sort(byCodePoint);
	}
}

/** Parents and all dependencies, without doubles. */
export const allParents = ({
	downRevisions,
	dependencies,
}: Pick<Node, 'downRevisions' | 'dependencies'>): readonly string[] =>
	dependencies.length === 0 ? downRevisions : [...new Set([...downRevisions, ...dependencies])];

/** These, and everything that can be reached from them. */
export function reach(ids: Iterable<string>, next: (id: string) => readonly string[]): ReadonlySet<string> {
	const found = new Set(ids);
	for (const id of found) for (const other of next(id)) found.add(other);
	return found;
}
