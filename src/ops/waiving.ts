import { checkedWaiver, type Waiver } from '../core/waiver.ts';
import * as check from '../schema/arguments.ts';

/** A block whose operations are accepted by the reviewer although a rule has something to say of them. */
export interface WaiverScope extends Waiver {
	readonly kind: 'waive';
}

/** What the methods of all operations take beside their own options. */
export interface CommonOptions {
	/** Findings of the reviewer that are accepted in the statements of this call. They are printed in front of each. */
	readonly waive?: readonly Waiver[];
}

/** The same methods, which take the options that all have. */
export type Waivable<Methods> = { readonly [Name in keyof Methods]: WithOptions<Methods[Name]> };

type WithOptions<Method> = Method extends (...args: infer Args extends readonly unknown[]) => infer Result
	? (...args: Args extends OfFew ? [...Args, options?: CommonOptions] : Extended<Args>) => Result
	: never;

/** The arguments of methods that have no options of their own. */
type OfFew = readonly (string | { readonly kind: 'sql' })[];

type Extended<Args extends readonly unknown[]> = {
	[Index in keyof Args]: Index extends LastOf<Args> ? Args[Index] & CommonOptions : Args[Index];
};

/** The index of the last argument, as text. */
type LastOf<Args extends readonly unknown[]> =
	Required<Args> extends readonly [...infer Before, unknown] ? `${Before['length']}` : never;

/** The check of the option. */
export const waivers: check.Check<readonly Waiver[]> = check.listOf(checkedWaiver, 'waivers');

/**
 * Take the waivers out of the options of a call; the operation itself knows nothing of them.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when they are none.
 */
export function takenWaivers(
	call: string,
	args: readonly unknown[],
): { readonly args: readonly unknown[]; readonly waive?: readonly Waiver[] } {
	const last = args.at(-1);
	if (typeof last !== 'object' || last === null || !Object.hasOwn(last, 'waive')) return { args };
	const { waive, ...options } = last as Readonly<Record<string, unknown>>;
	const before = args.slice(0, -1);
	const own = Object.keys(options).length === 0 ? before : [...before, options];
	return { args: own, ...(waive !== undefined && { waive: waivers(waive, `${call}: waive`) }) };
}

/** What is accepted in the statements of an operation: by the blocks around the call, and by the call. */
export function waiversOf({
	scope = [],
	waive = [],
}: {
	readonly scope?: readonly { readonly kind: string }[];
	readonly waive?: readonly Waiver[];
}): readonly Waiver[] {
	const around = scope.filter((each): each is WaiverScope => each.kind === 'waive');
	const all = [...around, ...waive].map(({ rule, reason }) => ({ rule, reason }));
	return all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index);
}

const isSame = (one: Waiver, other: Waiver): boolean => one.rule === other.rule && one.reason === other.reason;
