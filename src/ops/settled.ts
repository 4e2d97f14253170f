/**
 * Marks the operations that gen-sql has made, which data of the same form is told from: true where names are settled,
 * since the naming convention would complete them twice.
 */
const SETTLED = Symbol('settled');

interface Marked {
	readonly [SETTLED]?: boolean;
}

/** Whether an operation was made by `create`, `record` or `reverse`. */
export const isMade = (op: object): boolean => (op as Marked)[SETTLED] !== undefined;

export const isSettled = (op: object): boolean => (op as Marked)[SETTLED] === true;

/** The mark of an operation, and the operation that it keeps with the same one. */
export function marks(op: object, areSettled: boolean): object {
	const { was } = op as { readonly was?: unknown };
	const isKept = typeof was === 'object' && was !== null && 'kind' in was;
	return { [SETTLED]: areSettled, ...(isKept && { was: { ...was, [SETTLED]: areSettled } }) };
}

/** The same definitions, whose `create` marks what it makes. */
export function marking<Registry extends object>(registry: Registry): Registry {
	const marked = Object.entries(registry).map(([kind, definition]: [string, { readonly create: Create }]) => {
		const create: Create = (...args) => {
			const draft = definition.create(...args);
			return Object.assign(draft, marks(draft, false));
		};
		return [kind, { ...definition, create }] as const;
	});
	return Object.fromEntries(marked) as Registry;
}

type Create = (...args: readonly unknown[]) => object;
