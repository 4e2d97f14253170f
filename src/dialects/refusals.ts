import { keysOf } from '../core/keys.ts';
import { operations } from '../ops/index.ts';
import type { CompileTable } from './dialect.ts';
import { unsupported } from './unsupported.ts';

/** `Create an enum type.` as it follows "cannot". */
const infinitive = (summary: string): string =>
	summary.charAt(0).toLowerCase() + summary.slice(1).replace(/\.(?:\s.*)?$/s, '');

/**
 * A refusal of every operation, in the words of its summary: "sqlite cannot create an enum type".
 *
 * A dialect that lacks operations spreads this first; what only another dialect has then needs no line in it. One that
 * is to have them all leaves it out: there a missing operation is a type error.
 */
export const refusals = Object.fromEntries(
	keysOf(operations).map((kind) => [
		kind,
		(_op: unknown, { dialect }: { readonly dialect: string }) =>
			unsupported(dialect, infinitive(operations[kind].summary)),
	]),
) as unknown as CompileTable;
