import type { Id, Relation, RelationKind } from '../catalog/model.ts';

/** A relation that a statement names: what is known of it, or its name alone. */
export interface Target {
	/** `schema.name`. */
	readonly id: string;
	readonly schema: string;
	readonly name: string;
	readonly kind: RelationKind | 'unknown';
	/** Undefined when neither the baseline nor the script created it. */
	readonly relation: Relation | undefined;
	/** Whether it is of a kind that has rows, also by its partitions. What is not known counts as a table. */
	readonly isTable: boolean;
	/** Whether it has rows of its own. */
	readonly hasStorage: boolean;
}

const TABLES: ReadonlySet<string> = new Set([
	'table',
	'partitioned table',
	'foreign table',
	'materialized view',
	'unknown',
]);
const STORED: ReadonlySet<string> = new Set(['table', 'materialized view', 'unknown']);

export function targetOf(relation: Relation): Target {
	const { schema, name, kind } = relation;
	return {
		id: `${schema}.${name}`,
		schema,
		name,
		kind,
		relation,
		isTable: TABLES.has(kind),
		hasStorage: STORED.has(kind),
	};
}

/** A relation that nothing is known of, of the kind that the statement says. */
export const unknownTarget = (schema: string, name: string, kind: Target['kind'] = 'unknown'): Target => ({
	id: `${schema}.${name}`,
	schema,
	name,
	kind,
	relation: undefined,
	isTable: TABLES.has(kind),
	hasStorage: STORED.has(kind),
});

/** The relations of ids, each once and with what hangs below it. */
export function* spread(
	ids: readonly Id[],
	get: (id: Id) => Relation | undefined,
	next: (relation: Relation) => readonly Id[],
	seen = new Set<Id>(),
): Generator<Relation> {
	for (const id of ids) {
		const relation = seen.has(id) ? undefined : get(id);
		seen.add(id);
		if (!relation) continue;
		yield relation;
		yield* spread(next(relation), get, next, seen);
	}
}
