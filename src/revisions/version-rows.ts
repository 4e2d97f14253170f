import { byCodePoint } from '../core/keys.ts';
import type { VersionChange } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';

/**
 * Follows the rows of the version table through a script: one row a head.
 *
 * Where several rows could be the one that changes, the last in code-point order does, so that a script comes out the
 * same every time.
 */
export class VersionRows {
	readonly #graph: RevisionGraph;
	readonly #rows: Set<string>;
	/** Everything below each row, kept since the rows of other branches stay while one branch is walked. */
	readonly #below = new Map<string, ReadonlySet<string>>();

	constructor(graph: RevisionGraph, start: readonly string[]) {
		this.#graph = graph;
		this.#rows = new Set(start);
	}

	upgrade(id: string): readonly VersionChange[] {
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

	downgrade(id: string): readonly VersionChange[] {
		const others = [...this.#rows].filter((row) => row !== id);
		const { parents } = this.#graph.node(id);
		const kept = parents
			.filter((parent) => !others.some((row) => this.#isBelow(parent, row)))
			.filter((parent) => !parents.some((other) => other !== parent && this.#isBelow(parent, other)))
			.sort(byCodePoint);
		const last = kept.pop();
		return this.#apply([
			...kept.map((to): VersionChange => ({ kind: 'insert', to })),
			last === undefined ? { kind: 'delete', from: id } : { kind: 'update', from: id, to: last },
		]);
	}

	#apply(changes: readonly VersionChange[]): readonly VersionChange[] {
		for (const change of changes) {
			if (change.kind !== 'insert') this.#rows.delete(change.from);
			if (change.kind !== 'delete') this.#rows.add(change.to);
		}
		return changes;
	}

	#isBelow(id: string, row: string): boolean {
		let below = this.#below.get(row);
		if (!below) {
			below = this.#graph.ancestors([row]);
			this.#below.set(row, below);
		}
		return below.has(id);
	}
}
