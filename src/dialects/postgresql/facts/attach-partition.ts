import type { Constraint, Index } from '../catalog/model.ts';
import { type NodeOf, nodeOf, rangeName } from '../catalog/trees.ts';
import type { Command } from './alter-command.ts';
import type { Context } from './context.ts';
import { lockDefaultPartition } from './drops.ts';
import type { LockMode } from './lock-modes.ts';
import { isProvenToExclude, isProvenToFit } from './partition-proof.ts';
import type { Target } from './target.ts';

type PartitionCmd = NodeOf<'PartitionCmd'>;

/** @see https://www.postgresql.org/docs/12/release-12.html */
export const lockOfAttach = (_cmd: Command['cmd'], { version }: Context): LockMode =>
	version < 12 ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE';

/** @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION */
export const lockOfDetach = ({ def }: Command['cmd']): LockMode =>
	nodeOf(def, 'PartitionCmd')?.concurrent ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';

/**
 * The rows of the new partition are read, and those of the default partition, which must not belong to the new one.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION
 */
export function attachPartition({ cmd, target, context }: Command): void {
	const part = nodeOf(cmd.def, 'PartitionCmd');
	if (!part?.name) return;
	const child = context.target(rangeName(part.name));
	if (target.kind === 'partitioned index') {
		attachIndex(target, child, context);
		return;
	}
	const parts = context.withChildren(child);
	context.lockAll(parts, 'ACCESS EXCLUSIVE', 'it becomes a partition');
	if (!fits(target, child, part, context))
		context.scanAll(parts, 'its rows are held against the bounds of the partition');
	for (const each of parts.filter((one) => lacksIndex(target, one, context)))
		context.buildIndex(each, 'an index of the partitioned table is built on it');
	narrowDefaultPartition(target, part.bound, context);
	for (const key of target.relation?.constraints ?? []) lockReferenced(key, child, context);
	lockReferring(target, context.version < 15 ? 'ACCESS SHARE' : 'SHARE ROW EXCLUSIVE', context);
}

/** Foreign keys that point at a partitioned table point at its partitions, too. */
export function lockReferring({ relation }: Target, mode: LockMode, context: Context): void {
	context.lockAll(context.all(relation?.referencedBy ?? []), mode, 'its foreign key refers to the partition');
}

const isAlike = (a: Constraint, b: Constraint): boolean =>
	a.kind === b.kind &&
	a.references?.table === b.references?.table &&
	a.columns.join('\0') === b.columns.join('\0') &&
	a.isValidated;

function fits(
	{ relation: parent }: Target,
	{ relation: child }: Target,
	{ bound }: PartitionCmd,
	context: Context,
): boolean {
	if (!bound || !child || !parent?.partitioning) return false;
	const { partitioning } = parent;
	if (!bound.is_default) return isProvenToFit(child, partitioning, bound);
	// What is in no other partition belongs into the default one.
	const others = context.all(parent.children).map((each) => nodeOf(each.relation?.bound?.tree, 'PartitionBoundSpec'));
	return others.every((other) => other && isProvenToExclude(child, partitioning, other));
}

/** The default partition must not hold rows of the new one. */
export function narrowDefaultPartition(parent: Target, bound: PartitionCmd['bound'], context: Context): void {
	const found = lockDefaultPartition(parent, context, 'the default partition may not hold rows of the new one');
	if (!found || bound?.is_default || excludes(parent, found, bound)) return;
	context.scanAll(context.withChildren(found), 'its rows are held against the new bounds');
}

const excludes = ({ relation: parent }: Target, { relation: found }: Target, bound: PartitionCmd['bound']): boolean =>
	(bound && found && parent?.partitioning && isProvenToExclude(found, parent.partitioning, bound)) ?? false;

/** The foreign keys of a partitioned table are those of the new partition, too. */
function lockReferenced(key: Constraint, { relation: child }: Target, context: Context): void {
	const referenced = context.referenced(key);
	if (!referenced) return;
	if (child?.constraints.some((each) => isAlike(each, key))) {
		context.lock(
			referenced,
			'ACCESS EXCLUSIVE',
			'the foreign key of the partition becomes that of the partitioned table',
		);
		return;
	}
	const mode = key.isValidated ? 'ROW SHARE' : 'ACCESS SHARE';
	context.lock(
		referenced,
		context.version < 12 ? mode : 'SHARE ROW EXCLUSIVE',
		'a foreign key of the partition refers to it',
	);
	if (key.isValidated) context.scan(referenced, 'the rows of the foreign key are looked for in it');
}

/** Whether an index of the partitioned table has none like it on the new partition. */
function lacksIndex(parent: Target, child: Target, context: Context): boolean {
	const indexes = ({ relation }: Target): readonly Index[] =>
		context.all(relation?.indexes ?? []).flatMap(({ relation: found }) => found?.index ?? []);
	const shape = ({ method, isUnique, keys, predicate }: Index): string =>
		JSON.stringify([method, isUnique, keys.map(({ column, expression }) => column ?? expression), predicate]);
	const present = new Set(indexes(child).map(shape));
	return indexes(parent).some((index) => !present.has(shape(index)));
}

function attachIndex(target: Target, child: Target, context: Context): void {
	context.lock(child, 'ACCESS EXCLUSIVE', 'it becomes part of the partitioned index');
	const tables = [target, child].flatMap(({ relation }) => relation?.index?.table ?? []);
	context.lockAll(context.all(tables), 'ACCESS SHARE');
}

/** @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION */
export function detachPartition({ cmd, context, target }: Command): void {
	const part = nodeOf(cmd.def, 'PartitionCmd');
	if (!part?.name) return;
	const child = context.target(rangeName(part.name));
	const mode = context.version < 14 && !losesTriggers(target, child) ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
	context.lock(child, mode, 'it is a partition no more');
	context.lockAll(context.withPartitions(child).slice(1), 'ACCESS EXCLUSIVE', 'it is a partition no more');
	separateKeys(target, child, context);
	if (part.concurrent) context.outside();
	else lockDefaultPartition(target, context, 'the default partition may hold more rows than before');
}

/** Triggers that came from the partitioned table go, also those of foreign keys that point at it. */
const losesTriggers = ({ relation: parent }: Target, { relation: child }: Target): boolean =>
	(parent?.referencedBy ?? []).length > 0 || (child?.triggers ?? []).some(({ isInherited }) => isInherited);

/** The partition gets foreign keys of its own, and is out of reach of those that point at its table. */
function separateKeys(target: Target, child: Target, context: Context): void {
	const keys = child.relation?.constraints.filter(({ inheritCount }) => inheritCount > 0) ?? [];
	for (const referenced of keys.flatMap((key) => context.referenced(key) ?? []))
		context.lock(referenced, 'SHARE ROW EXCLUSIVE', 'the partition gets a foreign key of its own');
	lockReferring(target, 'ACCESS EXCLUSIVE', context);
	const referring = context.all(target.relation?.referencedBy ?? []);
	context.scanAll(referring, 'no row of it may refer to one of the partition');
}

/** The second half of a detachment that was interrupted. */
export function finishDetaching({ cmd, context }: Command): void {
	const part = nodeOf(cmd.def, 'PartitionCmd');
	if (part?.name) context.lock(context.target(rangeName(part.name)), 'ACCESS EXCLUSIVE', 'it is a partition no more');
}
