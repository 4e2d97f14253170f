/** With how many items that are the same two lists begin. */
export function sharedStart(one: readonly unknown[], other: readonly unknown[]): number {
	const differing = one.findIndex((each, at) => each !== other[at]);
	return differing === -1 ? one.length : differing;
}
