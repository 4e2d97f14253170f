import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { isOfKind } from '../core/keys.ts';
import { describe, type QualifiedName } from '../core/names.ts';
import { oneLine } from '../core/text.ts';
import type { Operation } from '../ops/index.ts';
import { workingOn } from '../ops/invoked.ts';
import type { Reversal, ReversibleScope } from '../ops/operation.ts';
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
	isOfKind(value, 'irreversible') && 'reason' in value && typeof value.reason === 'string';

/**
 * Derive a downgrade from what an upgrade has recorded: each operation undone, the last first.
 *
 * @param recorded - With both sides of the parts that say themselves how they are undone.
 * @param types - The enum types that are there without the revision: those that the upgrade would create are dropped.
 * Afterwards it holds those that are there with it.
 * @throws {GenSqlError} OPERATION_IRREVERSIBLE when nothing undoes an operation, with its line and what to add.
 * @throws {GenSqlError} TYPE_CONFLICT when operations contradict each other about an enum.
 */
export function deriveDowngrade(recorded: readonly Operation[], types: EnumTypes): readonly Operation[] {
	const undoing = new Undoing(types);
	const undone = recorded.map((op) => workingOn(op, () => undoing.undo(op)));
	const written = new Set<number>();
	const derived: Operation[] = [];
	for (let index = recorded.length - 1; index >= 0; index--) {
		const block = partOf(recorded[index])?.block;
		if (block === undefined) derived.push(...(undone[index] ?? []));
		else if (!written.has(block)) derived.push(...backOf(block, recorded));
		if (block !== undefined) written.add(block);
	}
	return deepFreeze(derived);
}

/** What the author says undoes a part. */
const backOf = (block: number, recorded: readonly Operation[]): readonly Operation[] =>
	recorded.filter((op) => {
		const part = partOf(op);
		return part?.block === block && part.side === 'down';
	});

/** The outermost part of the upgrade around an operation that says itself how it is undone. */
const partOf = (op: Operation | undefined): ReversibleScope | undefined =>
	op?.scope?.find((scope) => scope.kind === 'reversible');

/** Goes through an upgrade in its order, and keeps in mind what is there. */
class Undoing {
	readonly #types: EnumTypes;
	/** The tables that go when what was before is undone, by the names that they have by now. */
	readonly #removed = new Set<string>();

	constructor(types: EnumTypes) {
		this.#types = types;
	}

	/** What undoes an operation and the types that it needs; nothing where the author says it. */
	undo(op: Operation): readonly Operation[] {
		const part = partOf(op);
		if (part?.side === 'down') return [];
		const created = this.#types.apply(op);
		const reversal = reverse(op);
		this.#follow(reversal, part === undefined);
		if (part) return [];
		// The call first: a refusal speaks of what the author has written.
		return [
			...this.#undone(op, reversal),
			...[...created].reverse().flatMap((type) => this.#undone(type, reverse(type))),
		];
	}

	#follow(reversal: Reversal, removes: boolean): void {
		const { moves } = reversal;
		if (moves && this.#removed.delete(keyOf(moves.from)) && moves.to) this.#removed.add(keyOf(moves.to));
		if (removes && 'removes' in reversal) this.#removed.add(keyOf(reversal.removes));
	}

	/** It comes from the same call, and stands in the same blocks; what was accepted there is not accepted here. */
	#undone(op: Operation, reversal: Reversal): readonly Operation[] {
		const { at } = op;
		const around = op.scope?.filter(({ kind }) => kind !== 'waive') ?? [];
		const scope = around.length > 0 ? around : undefined;
		if (!('irreversible' in reversal)) {
			return reversal.operations.map((undone) => ({ ...undone, ...(at && { at }), ...(scope && { scope }) }));
		}
		const { irreversible: why, hint, within } = reversal;
		if (within && this.#removed.has(keyOf(within))) return [];
		throw new GenSqlError('OPERATION_IRREVERSIBLE', `${op.kind} cannot be undone: ${why}`, {
			hint: [hint, 'write op.reversible(up, down)'].filter(Boolean).join(', or '),
			at,
		});
	}
}

const keyOf = ({ schema, name }: QualifiedName): string => JSON.stringify([schema, name]);
