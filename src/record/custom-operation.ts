import { GenSqlError } from '../core/error.ts';
import { describe } from '../core/names.ts';
import type { CallSite } from '../core/source.ts';
import { CONTEXT_METHODS } from '../ops/context.ts';
import type { CustomOperations } from '../ops/custom-operations.ts';
import { type Op, operations } from '../ops/index.ts';
import { callSite } from './call-site.ts';
import { REFUSED, SILENT } from './foreign-names.ts';

/** What an operation of a project does: it calls operations of `op`, and returns what its caller gets. */
type Expand<Method> = Method extends (...args: infer Args) => infer Result ? (op: Op, ...args: Args) => Result : never;

/** An operation of a project, in terms of others. */
export interface CustomOperation<Name extends keyof CustomOperations = keyof CustomOperations> {
	/** Its method on `op`, as `CustomOperations` declares it. */
	readonly name: Name;
	/** Called in place of the method; what it records stands at the line of that call. May be async. */
	readonly expand: Expand<CustomOperations[Name]>;
}

interface Registered {
	readonly expand: (op: Op, ...args: readonly unknown[]) => unknown;
	readonly at: CallSite | undefined;
}

const registered = new Map<string, Registered>();

/** What is registered, by name. */
export const customOperations: ReadonlyMap<string, Registered> = registered;

/**
 * Add an operation to `op`. Dialects need not know it, as it is made of operations that they know.
 *
 * It is there for all revisions that run after the call: a configuration file can make it, or a module that revisions
 * import. A module that runs again registers its operations anew.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when `op` has something of that name, or another place has registered it.
 *
 * @example
 * registerOperation({
 *   name: 'createArchive',
 *   expand(op, table) {
 *     op.execute(sql`CREATE TABLE ${ident(`${table}_archive`)} (LIKE ${ident(table)})`);
 *   },
 * });
 */
export function registerOperation<Name extends keyof CustomOperations>(definition: CustomOperation<Name>): void {
	const { name, expand } = read(definition);
	if (isTaken(name)) {
		throw new GenSqlError('ARGUMENT_INVALID', `registerOperation: op has "${name}" already`, {
			hint: 'choose another name',
		});
	}
	const at = callSite(undefined, registerOperation);
	const known = registered.get(name);
	if (known && known.expand !== expand && !isSamePlace(known.at, at)) {
		throw new GenSqlError('ARGUMENT_INVALID', `registerOperation: "${name}" is registered twice`, {
			hint: 'register it in one module, and import that',
		});
	}
	registered.set(name, { expand, at });
}

function read(definition: unknown): { readonly name: string } & Pick<Registered, 'expand'> {
	const { name, expand } = (definition ?? {}) as Record<string, unknown>;
	if (typeof name !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(name)) {
		throw new GenSqlError(
			'ARGUMENT_INVALID',
			`registerOperation: name must be a word such as createArchive, got ${describe(name)}`,
		);
	}
	if (typeof expand === 'function') return { name, expand: expand as Registered['expand'] };
	throw new GenSqlError(
		'ARGUMENT_INVALID',
		`registerOperation: expand of "${name}" must be a function, got ${describe(expand)}`,
	);
}

const isTaken = (name: string): boolean =>
	Object.hasOwn(operations, name) ||
	Object.hasOwn(REFUSED, name) ||
	SILENT.has(name) ||
	CONTEXT_METHODS.some((method) => method === name);

const isSamePlace = (one: CallSite | undefined, other: CallSite | undefined): boolean =>
	one !== undefined && one.script === other?.script && one.line === other.line && one.column === other.column;
