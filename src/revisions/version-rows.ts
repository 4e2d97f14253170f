import { byCodePoint } from '../core/keys.ts';
import { applyChange, type VersionChange } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';
import { allParents } from './node.ts';

/**
 * Follows the rows of the version table through a script: one row for each revision that is present and that nothing
 * present needs.
 *
 * Where several rows could be the one that changes, the last in code-point order does, so that a script comes out the
 * same every time.
 */
export class VersionRows {
	readonly #graph: RevisionGraph;
	readonly #rows: Set<string>;
	/** How many of those that are present need a revision. */
	readonly #needs = new Map<string, number>();

	constructor(graph: RevisionGraph, start: readonly string[]) {
		this.#graph = graph;
		this.#rows = new Set(start);
		for (const id of graph.ancestors(start)) this.#count(id, 1);
	}

	/** The rows that are there now. */
	get rows(): readonly string[] {
		return [...this.#rows];
	}

	/** The changes of one revision that is added: it takes the place of those of its parents that have a row. */
	upgrade(id: string): readonly VersionChange[] {
		this.#count(id, 1);
		const replaced = this.#graph
			.node(id)
			.parents.filter((parent) => this.#rows.has(parent))
			.sort(byCodePoint);
		const last = replaced.pop();
		return this.#apply([
			...replaced.map((from): VersionChange => ({ kind: 'delete', from })),
			last === undefined ? { kind: 'insert', to: id } : { kind: 'update', from: last, to: id },
		]);
	}

	/** The changes of one revision that is taken away: those of its parents come back that nothing else needs. */
	downgrade(id: string): readonly VersionChange[] {
		this.#count(id, -1);
		const free = this.#graph
			.node(id)
			.parents.filter((parent) => !this.#needs.get(parent))
			.sort(byCodePoint);
		const last = free.pop();
		return this.#apply([
			...free.map((to): VersionChange => ({ kind: 'insert', to })),
			last === undefined ? { kind: 'delete', from: id } : { kind: 'update', from: id, to: last },
		]);
	}

	#count(id: string, change: 1 | -1): void {
		for (const below of allParents(this.#graph.node(id)))
			this.#needs.set(below, (this.#needs.get(below) ?? 0) + change);
	}

	#apply(changes: readonly VersionChange[]): readonly VersionChange[] {
		for (const change of changes) applyChange(this.#rows, change);
		return changes;
	}
}
