import { byCodePoint } from '../core/keys.ts';
import { applyChange, type VersionChange } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';

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
	readonly #present: Set<string>;

	constructor(graph: RevisionGraph, start: readonly string[]) {
		this.#graph = graph;
		this.#rows = new Set(start);
		this.#present = new Set(graph.ancestors(start));
	}

	/** The rows that are there now. */
	get rows(): readonly string[] {
		return [...this.#rows];
	}

	/** The changes of one revision that is added: it takes the place of those of its parents that have a row. */
	upgrade(id: string): readonly VersionChange[] {
		this.#present.add(id);
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
		this.#present.delete(id);
		const free = this.#graph
			.node(id)
			.parents.filter((parent) => !this.#isNeeded(parent))
			.sort(byCodePoint);
		const last = free.pop();
		return this.#apply([
			...free.map((to): VersionChange => ({ kind: 'insert', to })),
			last === undefined ? { kind: 'delete', from: id } : { kind: 'update', from: id, to: last },
		]);
	}

	#isNeeded(id: string): boolean {
		return this.#graph.node(id).dependents.some((next) => this.#present.has(next));
	}

	#apply(changes: readonly VersionChange[]): readonly VersionChange[] {
		for (const change of changes) applyChange(this.#rows, change);
		return changes;
	}
}
