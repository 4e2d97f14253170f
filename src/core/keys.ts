/** `Object.keys`, keeping the literal types of a registry. */
export const keysOf = <T extends object>(registry: T): readonly (keyof T & string)[] =>
	Object.keys(registry) as (keyof T & string)[];

/** Compare by Unicode code point: the same order on every machine, unlike `localeCompare`. */
export function byCodePoint(a: string, b: string): number {
	if (a === b) return 0;
	const left = [...a];
	const right = [...b];
	const shared = Math.min(left.length, right.length);
	for (let index = 0; index < shared; index++) {
		const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}
