/**
 * Freeze a value with all plain arrays and objects in it. What is frozen already is taken to be so throughout.
 *
 * @returns The same value.
 */
export function deepFreeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value) || !isPlain(value)) return value;
	Object.freeze(value);
	for (const key in value) deepFreeze(value[key]);
	return value;
}

/**
 * A frozen copy of a value that belongs to the author, who may change it later. Dates and bytes are copied, since
 * JavaScript cannot freeze what they hold.
 */
export function snapshot<T>(value: T): T {
	if (typeof value !== 'object' || value === null) return value;
	if (value instanceof Date) return new Date(value) as T;
	if (value instanceof Uint8Array) return Uint8Array.from(value) as T;
	if (Array.isArray(value)) return Object.freeze(value.map(snapshot)) as T;
	if (!isPlain(value)) return value;
	return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, snapshot(item)]))) as T;
}

function isPlain(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
