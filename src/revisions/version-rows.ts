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
	/** How many of those that are present need a revision; counted when several rows make it matter. */
	#needs: Map<string, number> | undefined;

	constructor(graph: RevisionGraph, start: readonly string[]) {
		this.#graph = graph;
		this.#rows = new Set(start);
	}

	/** The rows that are there now. */
	get rows(): readonly string[] {
		return [...this.#rows];
	}

	/** The changes of one revision that is added: it takes the place of those of its parents that have a row. */
	upgrade(id: string): readonly VersionChange[] {
		this.#needs = undefined;
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
		const free = [...this.#freedBy(id)].sort(byCodePoint);
		const last = free.pop();
		return this.#apply([
			...free.map((to): VersionChange => ({ kind: 'insert', to })),
			last === undefined ? { kind: 'delete', from: id } : { kind: 'update', from: id, to: last },
		]);
	}

	/** The parents of a row that nothing needs when it is gone. */
	#freedBy(id: string): readonly string[] {
		const { parents } = this.#graph.node(id);
		if (this.#rows.size === 1 && this.#needs === undefined) return this.#graph.rows(parents);
		this.#needs ??= needsOf(this.#graph, this.#rows);
		count(this.#needs, this.#graph, id, -1);
		return parents.filter((parent) => !this.#needs?.get(parent));
	}

	#apply(changes: readonly VersionChange[]): readonly VersionChange[] {
		for (const change of changes) applyChange(this.#rows, change);
		return changes;
	}
}

/** How many of those that are present need each revision. */
function needsOf(graph: RevisionGraph, rows: Iterable<string>): Map<string, number> {
	const needs = new Map<string, number>();
	for (const id of graph.ancestors(rows)) count(needs, graph, id, 1);
	return needs;
}

function count(needs: Map<string, number>, graph: RevisionGraph, id: string, change: 1 | -1): void {
	for (const below of allParents(graph.node(id))) needs.set(below, (needs.get(below) ?? 0) + change);
}
