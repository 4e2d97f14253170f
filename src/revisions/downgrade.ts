import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { isOfKind } from '../core/keys.ts';
import { describe, type QualifiedName } from '../core/names.ts';
import { oneLine } from '../core/text.ts';
import type { Operation } from '../ops/index.ts';
import type { ReversibleScope } from '../ops/operation.ts';
import { reverse } from '../ops/reverse.ts';
import type { EnumTypes } from '../state/enum-types.ts';

/** A downgrade that there is none of, as `irreversible()` makes it. */
export interface IrreversibleDowngrade {
	readonly kind: 'irreversible';
	readonly reason: string;
}

/**
 * Declare that nothing undoes a revision.
 *
 * @param reason - One line, for whoever asks for the downgrade.
 * @throws {GenSqlError} ARGUMENT_INVALID when the reason is empty or no text.
 *
 * @example
 * export const downgrade = irreversible('the plain passwords are gone');
 */
export function irreversible(reason: string): IrreversibleDowngrade {
	const line = typeof reason === 'string' ? oneLine(reason) : '';
	if (line !== '') return deepFreeze({ kind: 'irreversible', reason: line });
	throw new GenSqlError('ARGUMENT_INVALID', `irreversible: reason must be a line of text, got ${describe(reason)}`);
}

/** Whether a value was made by `irreversible()`. */
export const isIrreversible = (value: unknown): value is IrreversibleDowngrade =>
	isOfKind(value, 'irreversible') && 'reason' in value;

/**
 * Derive a downgrade from what an upgrade has recorded: each operation undone, the last first.
 *
 * @param recorded - With both sides of the parts that say themselves how they are undone.
 * @param types - The enum types that are there without the revision: those that the upgrade would create are dropped.
 * @throws {GenSqlError} OPERATION_IRREVERSIBLE when nothing undoes an operation, with its line and what to add.
 * @throws {GenSqlError} TYPE_CONFLICT when operations contradict each other about an enum.
 */
export function deriveDowngrade(recorded: readonly Operation[], types: EnumTypes): readonly Operation[] {
	const whole = recorded.flatMap((op) => (partOf(op)?.side === 'down' ? [op] : [...types.apply(op), op]));
	const removed = new Set<string>();
	const undone = whole.map((op) => (partOf(op) ? [] : undo(op, removed)));
	const back = whole.filter((op) => partOf(op)?.side === 'down');
	const written = new Set<number>();
	const derived: Operation[] = [];
	for (let index = whole.length - 1; index >= 0; index--) {
		const block = partOf(whole[index])?.block;
		if (block === undefined) derived.push(...(undone[index] ?? []));
		else if (!written.has(block)) derived.push(...back.filter((op) => partOf(op)?.block === block));
		if (block !== undefined) written.add(block);
	}
	return deepFreeze(derived);
}

/** The outermost part of the upgrade around an operation that says itself how it is undone. */
const partOf = (op: Operation | undefined): ReversibleScope | undefined =>
	op?.scope?.find((scope) => scope.kind === 'reversible');

/**
 * What undoes one operation; it comes from the same call, and stands in the same blocks.
 *
 * @param removed - The tables that go when the operations before it are undone; it adds its own.
 */
function undo(op: Operation, removed: Set<string>): readonly Operation[] {
	const reversal = reverse(op);
	const { at, scope } = op;
	if ('irreversible' in reversal) {
		const { irreversible: why, hint, within } = reversal;
		if (within && removed.has(keyOf(within))) return [];
		throw new GenSqlError('OPERATION_IRREVERSIBLE', `${op.kind} cannot be undone: ${why}`, {
			hint: [hint, 'write op.reversible(up, down)'].filter(Boolean).join(', or '),
			at,
		});
	}
	if (reversal.removes) removed.add(keyOf(reversal.removes));
	return reversal.operations.map((undone) => ({ ...undone, ...(at && { at }), ...(scope && { scope }) }));
}

const keyOf = ({ schema, name }: QualifiedName): string => JSON.stringify([schema, name]);
