import { GenSqlError } from '../core/error.ts';
import type { QualifiedName } from '../core/names.ts';
import type { Operation } from './index.ts';
import type { Irreversible, OperationBase, Reversal } from './operation.ts';

/** An operation without the call it comes from, to be kept in another. */
export function bare<Op extends OperationBase<string>>(op: Op): Op {
	const { at: _, scope: __, waive: ___, ...rest } = op;
	return rest as Op;
}

/** The operation that undoes another. */
export const undoneBy = (operation: Operation): Reversal => ({ operations: [operation] });

/** @param hint - What to change in the call; undefined when only the author can say how it is undone. */
export const irreversible = (why: string, hint?: string, within?: QualifiedName): Irreversible => ({
	irreversible: why,
	...(hint !== undefined && { hint }),
	...(within && { within }),
});

/** What is undone only where it is certain that the call, and nothing before it, has made the thing. */
export const mayHaveBeenThere = (option: 'ifNotExists' | 'orReplace', within?: QualifiedName): Irreversible =>
	irreversible('it may have been there before', `leave ${option} out`, within);

/** A drop is undone by what was there, where the call says so. */
export const restored = (was: Operation | undefined, what: string, hint: string, within?: QualifiedName): Reversal =>
	was ? undoneBy(was) : irreversible(`what ${what} was is not known`, hint, within);

/** A drop with CASCADE drops what the call does not name. */
const takesMoreAlong: Irreversible = irreversible('what else goes is not known', 'leave cascade out');

/** The same for a drop that may have taken along what depended on the thing. */
export const restoredAlone = (
	{ cascade, was }: { readonly cascade: boolean; readonly was?: Operation },
	what: string,
	hint: string,
	within?: QualifiedName,
): Reversal => (cascade ? takesMoreAlong : restored(was, what, hint, within));

/** @throws {GenSqlError} ARGUMENT_INVALID when what was there is said to have another name than what is dropped. */
export function checkSameName(call: string, dropped: string, was: string | undefined): void {
	if (was === undefined || was === dropped) return;
	throw new GenSqlError('ARGUMENT_INVALID', `${call}: was is about "${was}", and "${dropped}" is dropped`);
}

/** The option that tells the state before each change: `{ type: 'existingType' }`. */
type Befores = Readonly<Record<string, string>>;

/** An operation that changes some things, as data by name. */
type Changing = Readonly<Record<string, unknown>>;

/**
 * Each change turned round; what is only told of the thing stays.
 *
 * @param name - What is changed, for the message.
 */
export function turned<Part>(
	op: object,
	befores: Befores,
	name: string,
	within: QualifiedName,
): { readonly parts: Part } | Irreversible {
	const told = op as Changing;
	const pairs = Object.entries(befores).map(
		([change, before]) => [change, told[change], before, told[before]] as const,
	);
	const missing = pairs.filter(([, now, , was]) => now !== undefined && was === undefined);
	if (missing.length > 0) {
		const options = missing.map(([, , before]) => before).join(', ');
		return irreversible(`what "${name}" was is not known`, `give ${options}`, within);
	}
	const parts = pairs.flatMap(([change, now, before, was]) =>
		now === undefined ? [[before, was] as const] : [[change, was] as const, [before, now] as const],
	);
	return { parts: Object.fromEntries(parts.filter(([, value]) => value !== undefined)) as Part };
}

/** The option that puts a thing back into its schema. */
export const inSchema = (schema: string | undefined): { readonly schema?: string } =>
	schema === undefined ? {} : { schema };

/** A thing that is not said to have a comment. */
export function withoutComment<T extends { readonly comment?: unknown }>(thing: T): Omit<T, 'comment'> {
	const { comment: _, ...rest } = thing;
	return rest;
}

/** The comment that undoing a replacement sets: none where the replacement has left the old one. */
export const replacedComment = (
	now: { readonly comment?: string | null },
	was: { readonly comment?: string },
): { readonly comment?: string | null } => (now.comment === undefined ? {} : { comment: was.comment ?? null });
