import { deepFreeze } from '../core/freeze.ts';
import { isOfKind } from '../core/keys.ts';
import * as check from './arguments.ts';

/** A name that the naming convention leaves as it is. Made by `op.f()`. */
export interface FinalName {
	readonly kind: 'final';
	readonly name: string;
}

/** The name of a constraint or an index as data, until the naming convention has been heard. */
export interface Named {
	readonly name?: string;
	/** Whether the naming convention has no say. */
	readonly final?: true;
}

/** The options of what was made with them, for the call that makes it anew. */
export const namedAgain = ({ name, final, ...options }: Named): { readonly name?: string | FinalName } => ({
	...options,
	...(name !== undefined && { name: final ? finalName(name) : name }),
});

/** @throws {GenSqlError} ARGUMENT_INVALID or IDENTIFIER_INVALID when it is not a name. */
export const finalName = (name: string): FinalName => deepFreeze({ kind: 'final', name: check.name(name, 'f: name') });

/** A name, final or not. */
export const givenName: check.Check<Named & { readonly name: string }> = (given, label) =>
	isOfKind(given, 'final') && 'name' in given
		? { name: check.name(given.name, label), final: true }
		: { name: check.name(given, label) };

/** A name, or null when the naming convention or the server is to choose it. */
export const givenNameOrNull: check.Check<Named> = (given, label) => (given === null ? {} : givenName(given, label));
