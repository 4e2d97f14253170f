/** A value that any dialect writes as a literal without being told a type. */
export type LiteralValue = string | number | bigint | boolean | null | Date | Uint8Array;

/** Whether a value can be a literal without a type. */
export const isLiteralValue = (value: unknown): value is LiteralValue =>
	value === null ||
	['string', 'number', 'bigint', 'boolean'].includes(typeof value) ||
	value instanceof Date ||
	value instanceof Uint8Array;
