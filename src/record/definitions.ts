import { isOfKind } from '../core/keys.ts';
import { type Operation, operations } from '../ops/index.ts';
import type { OperationDefinition } from '../ops/operation.ts';
import { isMade } from '../ops/settled.ts';
import * as check from '../schema/arguments.ts';

/** What is known of a kind of operation, whichever it is. */
export type AnyDefinition = OperationDefinition<Operation, (...args: never[]) => unknown>;

/** The definitions by their kind. */
export const definitions: ReadonlyMap<string, AnyDefinition> = new Map(
	Object.entries(operations as unknown as Readonly<Record<string, AnyDefinition>>),
);

const CREATE = "write operations.dropTable.create('user')";
const COPY = 'pass it on, or a copy made by { ...operation }';

/**
 * The definition of an operation that was made as data, for `op.invoke()`.
 *
 * @param rest - The arguments behind it.
 * @throws {GenSqlError} ARGUMENT_INVALID when it is none, or nothing has checked it.
 */
export function definitionOf(given: unknown, rest: readonly unknown[]): AnyDefinition {
	check.noMore('invoke', rest);
	const found = [...definitions.values()].find(({ kind }) => isOfKind(given, kind));
	if (!found) return check.refuse('invoke: operation', 'an operation', given, CREATE);
	const made = `what operations.${found.kind}.create() makes`;
	return isMade(given as object) ? found : check.refuse('invoke: operation', made, given, COPY);
}
