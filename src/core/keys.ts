/** `Object.keys`, keeping the literal types of a registry. */
export const keysOf = <T extends object>(registry: T): readonly (keyof T & string)[] =>
	Object.keys(registry) as (keyof T & string)[];

/** Whether a value is an object that says it is of a kind, as all that the author's calls make does. */
export const isOfKind = <Kind extends string>(value: unknown, kind: Kind): value is { readonly kind: Kind } =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

/** Put a value at the end of the list of a key. */
export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

/** Put values at the end of a list, however many: all at once, `push` takes only what the stack has room for. */
export function appendAll<Value>(list: Value[], values: Iterable<Value>): void {
	for (const value of values) list.push(value);
}

/** Compare by Unicode code point: the same order on every machine, unlike `localeCompare`. */
export function byCodePoint(a: string, b: string): number {
	const shared = Math.min(a.length, b.length);
	for (let index = 0; index < shared; index++) {
		const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}

/** Surrogates stand for the characters after all others, but lie before U+E000 as code units. */
function rank(unit: number): number {
	if (unit < 0xd800) return unit;
	return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Compare names as people count: 9 before 10, and what is no number by code point. */
export function byNumbers(a: string, b: string): number {
	const [one, other] = [partsOf(a), partsOf(b)];
	for (const [index, part] of one.entries()) {
		const difference = compared(part, other[index] ?? '');
		if (difference !== 0) return difference;
	}
	return one.length - other.length || byCodePoint(a, b);
}

const partsOf = (name: string): readonly string[] => name.match(/\d+|\D+/g) ?? [];

function compared(a: string, b: string): number {
	if (!/^\d/.test(a) || !/^\d/.test(b)) return byCodePoint(a, b);
	const [one, other] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
	return one.length - other.length || byCodePoint(one, other);
}
