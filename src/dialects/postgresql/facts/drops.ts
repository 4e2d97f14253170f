import type { Constraint, Relation } from '../catalog/model.ts';
import type { Context } from './context.ts';
import { lockWhere, namesRelation } from './dependents.ts';
import type { Target } from './target.ts';

/**
 * A foreign key that goes takes its triggers off the table it refers to.
 *
 * @param isNamed - Whether the key itself is dropped.
 */
export function dropForeignKey(constraint: Constraint, from: Target, context: Context, isNamed = false): void {
	// That of a partition has none of its own there.
	const isOwn = constraint.kind === 'foreign key' && constraint.inheritCount === 0;
	const other = isOwn ? context.referenced(constraint) : undefined;
	if (!other) return;
	// Before version 15 a partitioned table has no triggers of the key itself.
	const [root, ...parts] = context.withPartitions(other);
	const holders = root && context.version < 15 && parts.length > 0 && !isNamed ? parts : [root ?? other, ...parts];
	context.lockAll(holders, 'ACCESS EXCLUSIVE', `a foreign key of ${from.id} to it is dropped`);
}

/** Foreign keys that point at columns which lose their key go by CASCADE. */
export function dropReferencing(target: Target, isGone: (key: Constraint) => boolean, context: Context): void {
	for (const other of context.all(target.relation?.referencedBy ?? [])) {
		const keys = other.relation?.constraints.filter(
			(key) => key.references?.table === target.relation?.id && isGone(key),
		);
		if (keys && keys.length > 0) context.lock(other, 'ACCESS EXCLUSIVE', `its foreign key to ${target.id} is dropped`);
	}
}

/** Views that read a relation, and the views that read these. */
export function dropViews(target: Target, context: Context, reads: (view: Relation) => boolean = () => true): void {
	const direct = context.all(target.relation?.views ?? []).filter(({ relation }) => relation && reads(relation));
	for (const view of direct) {
		for (const each of [view, ...context.spread(view, ({ views }) => views)]) {
			context.lock(each, 'ACCESS EXCLUSIVE', `it reads ${target.id} and is dropped`);
			context.drops.push({ kind: each.kind, name: each.id });
		}
	}
}

/** What a table takes along when it is dropped. */
export function dropTable(target: Target, context: Context, isCascading: boolean): void {
	const { relation } = target;
	context.lock(target, 'ACCESS EXCLUSIVE');
	context.drops.push({ kind: target.kind === 'unknown' ? 'table' : target.kind, name: target.id });
	if (!relation) return;
	for (const constraint of relation.constraints) dropForeignKey(constraint, target, context);
	if (relation.bound) lockParents(relation, context);
	for (const child of relation.partitioning || isCascading ? context.all(relation.children) : [])
		dropTable(child, context, isCascading);
	if (!isCascading) return;
	dropReferencing(target, () => true, context);
	dropViews(target, context);
	lockWhere(context, (other) => namesRelation(other, relation.id, context), `something of it refers to ${target.id}`);
}

/** A partition that goes changes what its siblings may hold. */
function lockParents({ parents }: Relation, context: Context): void {
	for (const parent of context.all(parents)) {
		context.lock(parent, 'ACCESS EXCLUSIVE', 'one of its partitions goes');
		lockDefaultPartition(parent, context, 'the default partition may hold more rows than before');
	}
}

/** The partition that takes what no other does. */
const defaultPartition = ({ relation }: Target, context: Context): Target | undefined =>
	context.all(relation?.children ?? []).find((child) => child.relation?.bound?.isDefault);

export function lockDefaultPartition(parent: Target, context: Context, reason: string): Target | undefined {
	const found = defaultPartition(parent, context);
	if (found) context.lock(found, 'ACCESS EXCLUSIVE', reason);
	return found;
}
