import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { allParents, type Node, reach } from './node.ts';
import { downwards } from './order.ts';

export type { Node } from './node.ts';

/** Gives the version rows of a release by its name. */
export type ReleaseHeads = (name: string) => readonly string[] | undefined;

/** The revisions of a project, checked: every name leads somewhere, and nothing leads in a circle. */
export class RevisionGraph {
	readonly nodes: ReadonlyMap<string, Node>;
	/** Branch labels, and the revision that declares each. */
	readonly labels: ReadonlyMap<string, string>;

	/** The version rows of a release; undefined when there is none of that name. */
	readonly release: ReleaseHeads;

	#all: readonly string[] | undefined;

	constructor(
		nodes: ReadonlyMap<string, Node>,
		labels: ReadonlyMap<string, string>,
		release: ReleaseHeads = () => undefined,
	) {
		this.nodes = nodes;
		this.labels = labels;
		this.release = release;
	}

	/** The same graph, in which names of releases mean their heads. */
	withReleases(release: ReleaseHeads): RevisionGraph {
		return new RevisionGraph(this.nodes, this.labels, release);
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

	/** Two of these of which one comes before the other; undefined when all lie apart. */
	onOneLine(ids: readonly string[]): { readonly lower: string; readonly upper: string } | undefined {
		for (const upper of ids) {
			const below = this.ancestors([upper]);
			const lower = ids.find((other) => other !== upper && below.has(other));
			if (lower !== undefined) return { lower, upper };
		}
		return undefined;
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
		const given = [...ids];
		if (given.length < 2) return given;
		const present = this.ancestors(given);
		return [...present].filter((id) => !this.node(id).dependents.some((next) => present.has(next))).sort(byCodePoint);
	}

	/**
	 * Revisions from the heads down, each after everything that needs it. One branch is finished before the next one
	 * begins; what the graph leaves open is decided by id.
	 */
	fromHeads(chosen: ReadonlySet<string>): readonly string[] {
		return downwards([...chosen].map((id) => this.node(id)));
	}

	/** All revisions from the heads down. They are put in order once. */
	get allFromHeads(): readonly string[] {
		this.#all ??= this.fromHeads(new Set(this.nodes.keys()));
		return this.#all;
	}

	#ids(fits: (node: Node) => boolean): readonly string[] {
		return [...this.nodes.values()]
			.filter(fits)
			.map(({ id }) => id)
			.sort(byCodePoint);
	}
}
