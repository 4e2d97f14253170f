import type { TypeDefinition } from '../catalog/definitions.ts';
import type { ColumnType } from '../catalog/model.ts';

const INTEGERS = ['int2', 'int4', 'int8'];
const FLOATS = ['float4', 'float8'];
const TEXTS: ReadonlySet<string> = new Set(['bpchar', 'citext', 'name', 'text', 'varchar']);

/** How many decimal digits an integer may have, and how many a float is sure to keep. */
const DIGITS: Readonly<Record<string, number>> = { int2: 5, int4: 10, int8: 19, float4: 6, float8: 15 };

const digitsOf = ({ name, modifiers: [digits] }: ColumnType): number =>
	DIGITS[name] ?? Number(digits ?? Number.POSITIVE_INFINITY);

/**
 * Whether values may be cut, rounded or refused by another type, both below their domains.
 *
 * @param keeps - Whether the modifiers of the new type leave all values as they are, where the types are the same.
 * @param read - Finds the definition of a type.
 */
export function isNarrower(
	from: ColumnType,
	to: ColumnType,
	keeps: (from: ColumnType, to: ColumnType) => boolean,
	read: (type: ColumnType) => TypeDefinition | undefined,
): boolean {
	if (isNumber(from) && isNumber(to)) return isNarrowerNumber(from, to);
	if (from.name === to.name) return to.modifiers.length > 0 && !keeps(from, to) && from.name !== 'bpchar';
	if (TEXTS.has(from.name)) return !TEXTS.has(to.name) || to.modifiers.length > 0;
	return losesParts(from.name, to.name) || lacksLabels(read(from), read(to)) || isShort(to);
}

/** A date has no time of day, and a network no host. */
const losesParts = (from: string, to: string): boolean =>
	(from.startsWith('timestamp') && ['date', 'time', 'timetz'].includes(to)) || (from === 'inet' && to === 'cidr');

const isNumber = ({ name }: ColumnType): boolean =>
	name === 'numeric' || INTEGERS.includes(name) || FLOATS.includes(name);

const isShort = ({ name, modifiers }: ColumnType): boolean =>
	modifiers.length > 0 && ['varchar', 'bpchar', 'bit', 'varbit'].includes(name);

function isNarrowerNumber(from: ColumnType, to: ColumnType): boolean {
	if (to.name === 'numeric') return hasFewerDigits(from, to);
	if (!INTEGERS.includes(to.name) || INTEGERS.includes(from.name)) return digitsOf(from) > digitsOf(to);
	// The greatest integer has as many digits as some that are too great.
	return Number(from.modifiers[1] ?? 0) > 0 || digitsOf(from) >= digitsOf(to) || FLOATS.includes(from.name);
}

/** Whether `numeric(p, s)` has room for less before the point, or behind it. */
function hasFewerDigits(from: ColumnType, { modifiers: [digits, scale = 0] }: ColumnType): boolean {
	if (digits === undefined) return false;
	if (INTEGERS.includes(from.name)) return Number(digits) - Number(scale) < (DIGITS[from.name] ?? 0);
	const [before, behind = 0] = from.name === 'numeric' ? from.modifiers : [];
	if (before === undefined) return true;
	return Number(scale) < Number(behind) || Number(digits) - Number(scale) < Number(before) - Number(behind);
}

/** Whether an enum lacks a label that another one has. */
const lacksLabels = (from: TypeDefinition | undefined, to: TypeDefinition | undefined): boolean =>
	from?.kind === 'enum' && to?.kind === 'enum' && !from.labels.every((label) => to.labels.includes(label));
