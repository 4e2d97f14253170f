import type { Constraint } from '../catalog/model.ts';
import type { Context } from './context.ts';
import type { Target } from './target.ts';

/** Foreign keys of a table look for the rows they refer to. */
export function lookUpReferenced(
	target: Target,
	context: Context,
	isWritten: (key: Constraint) => boolean = () => true,
): void {
	if (!context.isRunning) return;
	const keys = target.relation?.constraints.filter(isTriedAtOnce) ?? [];
	const others = keys.filter(isWritten).flatMap((key) => context.referenced(key) ?? []);
	context.lockAll(
		others.flatMap((other) => context.withPartitions(other)),
		'ROW SHARE',
		`a foreign key of ${target.id} refers to it`,
	);
}

/** What is deferred is looked for when the transaction ends. */
const isTriedAtOnce = ({ isEnforced, isInitiallyDeferred }: Constraint): boolean => isEnforced && !isInitiallyDeferred;

/** Foreign keys that point at a table are held against rows that go or get another key. */
export function lookUpReferencing(
	target: Target,
	context: Context,
	isWritten: (key: Constraint) => boolean,
	isDeletion = false,
	seen = new Set([target.id]),
): void {
	if (!context.isRunning) return;
	const isMeant = (key: Constraint): boolean =>
		key.references?.table === target.relation?.id && isTriedAtOnce(key) && isWritten(key);
	for (const other of context.all(target.relation?.referencedBy ?? [])) {
		const keys = other.relation?.constraints.filter(isMeant) ?? [];
		for (const key of keys) lookUp(target, other, key, isDeletion, context, seen);
	}
}

/** Rows that refer are looked for, and changed by some actions. */
function lookUp(
	target: Target,
	other: Target,
	{ columns, references }: Constraint,
	isDeletion: boolean,
	context: Context,
	seen: Set<string>,
): void {
	const action = (isDeletion ? references?.onDelete : references?.onUpdate) ?? '';
	context.lock(other, /cascade|set/.test(action) ? 'ROW EXCLUSIVE' : 'ROW SHARE', `it refers to ${target.id}`);
	if (!hasIndexOn(other, columns, context)) context.scan(other, `no index has its foreign key to ${target.id}`);
	if (seen.has(other.id)) return;
	seen.add(other.id);
	// What goes with a row, or follows it, is referred to itself.
	const follows = (key: Constraint): boolean => key.references?.columns.some((name) => columns.includes(name)) ?? false;
	if (action.includes('cascade'))
		lookUpReferencing(other, context, isDeletion ? () => true : follows, isDeletion, seen);
}

const hasIndexOn = ({ relation }: Target, columns: readonly string[], context: Context): boolean =>
	context.all(relation?.indexes ?? []).some(({ relation: found }) => {
		const keys = found?.index?.keys.slice(0, columns.length).map(({ column }) => column) ?? [];
		return !found?.index?.predicate && columns.every((column) => keys.includes(column));
	});
