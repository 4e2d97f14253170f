import type { Seen } from './seen.ts';

/** What several rules ask of the same statement is found once; nothing is kept of the statements before it. */
export function once<Value>(find: (seen: Seen) => Value): (seen: Seen) => Value {
	let known: { readonly seen: Seen; readonly value: Value } | undefined;
	return (seen) => {
		if (known?.seen !== seen) known = { seen, value: find(seen) };
		return known.value;
	};
}
