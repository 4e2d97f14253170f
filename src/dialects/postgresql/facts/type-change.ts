import type { Node } from '../../../sql/parse-postgresql.ts';
import type { ColumnType } from '../catalog/model.ts';
import { type NodeOf, nodeOf, stringsOf } from '../catalog/trees.ts';
import { BINARY_CASTS } from './binary-casts.ts';
import type { Context } from './context.ts';
import { isNarrower } from './narrowing.ts';
import { namesIn } from './versions.ts';

/** What a change of type does to the stored rows. */
export interface TypeChange {
	/** Why all rows are written anew; `undefined` when they stay as they are. */
	readonly rewrite: string | undefined;
	/** Whether values that were there may not fit the new type. */
	readonly narrows: boolean;
}

const NO_CHANGE: TypeChange = { rewrite: undefined, narrows: false };

/** The type below a domain, and whether a domain on the way has constraints. */
export function baseOf(
	type: ColumnType,
	context: Context,
): { readonly type: ColumnType; readonly isConstrained: boolean } {
	const definition = type.arrayDimensions > 0 ? undefined : definitionOf(type, context);
	if (definition?.kind !== 'domain') return { type, isConstrained: false };
	const base = baseOf(definition.base, context);
	const isConstrained = base.isConstrained || definition.notNull || definition.constraints.length > 0;
	return { type: base.type, isConstrained };
}

const definitionOf = ({ schema, name }: ColumnType, context: Context): ReturnType<Context['known']['type']> =>
	schema === 'pg_catalog' ? undefined : context.known.type(schema === undefined ? { name } : { schema, name });

/** The default of a domain, or of the one below it. */
export function defaultOfDomain(type: ColumnType, context: Context): Node | undefined {
	const definition = type.arrayDimensions > 0 ? undefined : definitionOf(type, context);
	return definition?.kind === 'domain' ? (definition.default ?? defaultOfDomain(definition.base, context)) : undefined;
}

/** A type as messages show it: `varchar(20)`. */
export const shownType = ({ name, modifiers, arrayDimensions }: ColumnType): string =>
	`${name}${modifiers.length > 0 ? `(${modifiers.join(', ')})` : ''}${'[]'.repeat(arrayDimensions)}`;

/**
 * What changing a column from one type to another does.
 *
 * @param using - The expression of USING.
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
 */
export function typeChange(
	from: ColumnType,
	to: ColumnType,
	using: { readonly column: string; readonly expression: Node | undefined },
	context: Context,
): TypeChange {
	const [old, held] = [baseOf(from, context).type, baseOf(to, context).type];
	const narrows = isNarrower(old, held, keepsModifiers, (type) => definitionOf(type, context));
	const casts =
		using.expression === undefined
			? []
			: castsOf(using.expression, using.column, (type) => context.known.columnType(type));
	if (casts === undefined) return { rewrite: 'USING computes new values', narrows };
	let type = from;
	for (const next of [...casts, to]) {
		const rewrite = whyRewritten(type, next, context);
		if (rewrite !== undefined) return { rewrite, narrows };
		type = next;
	}
	return { ...NO_CHANGE, narrows };
}

/** The types that USING casts the column to, from the inside out; `undefined` when it does something else. */
function castsOf(
	expression: Node,
	column: string,
	read: (type: NodeOf<'TypeName'>) => ColumnType | undefined,
): readonly ColumnType[] | undefined {
	const cast = nodeOf(expression, 'TypeCast');
	if (cast?.arg && cast.typeName) {
		const inner = castsOf(cast.arg, column, read);
		const type = read(cast.typeName);
		return inner && type && [...inner, type];
	}
	const collated = nodeOf(expression, 'CollateClause')?.arg;
	if (collated) return castsOf(collated, column, read);
	const fields = stringsOf(nodeOf(expression, 'ColumnRef')?.fields);
	return fields.at(-1) === column ? [] : undefined;
}

function whyRewritten(from: ColumnType, to: ColumnType, context: Context): string | undefined {
	const target = baseOf(to, context);
	if (isSame(from, to) && from.modifiers.join() === to.modifiers.join()) return undefined;
	const [a, b] = [withoutModifiers(from, baseOf(from, context).type), target.type];
	if (target.isConstrained && !isSame(from, to)) return `the domain ${to.name} has constraints`;
	const shown = `${shownType(from)} and ${shownType(to)} are not stored alike`;
	if (isTimeZoneChange(a, b)) return isFreeInUtc(context) ? undefined : `${shown} unless TimeZone is UTC`;
	const isArray = a.arrayDimensions > 0 || b.arrayDimensions > 0;
	const isKept = isArray ? isSameArray(a, b) : isBinary(a, b, context) && keepsModifiers(a, b);
	return isKept ? undefined : shown;
}

/** Whether the session is known to be at UTC, where times with and without a zone are stored alike. */
const isFreeInUtc = ({ version, settings }: Context): boolean =>
	version >= 12 && /^(?:utc|gmt|etc\/utc|0)$/i.test(settings.get('timezone') ?? '');

/** The server forgets how long the values of a domain may be. */
const withoutModifiers = (type: ColumnType, base: ColumnType): ColumnType =>
	isSame(type, base) ? base : { ...base, modifiers: [] };

const isSame = (a: ColumnType, b: ColumnType): boolean =>
	a.name === b.name && a.schema === b.schema && a.arrayDimensions === b.arrayDimensions;

const isSameArray = (a: ColumnType, b: ColumnType): boolean =>
	a.name === b.name &&
	a.schema === b.schema &&
	a.arrayDimensions > 0 === b.arrayDimensions > 0 &&
	(b.modifiers.length === 0 || a.modifiers.join() === b.modifiers.join());

/** @see https://www.postgresql.org/docs/12/release-12.html */
const isTimeZoneChange = (a: ColumnType, b: ColumnType): boolean =>
	a.name !== b.name &&
	[a, b].every(({ name }) => name === 'timestamp' || name === 'timestamptz') &&
	Number(b.modifiers[0] ?? FULL_PRECISION) >= FULL_PRECISION;

const FULL_PRECISION = 6;

const isBinary = (a: ColumnType, b: ColumnType, { version }: Context): boolean =>
	isSame(a, b) || namesIn(BINARY_CASTS, version).has(`${a.name}>${b.name}`);

/** Whether the modifiers of the new type leave every value that the old one has as it is. */
function keepsModifiers(from: ColumnType, to: ColumnType): boolean {
	if (to.modifiers.length === 0) return true;
	if (from.name === to.name && from.modifiers.join() === to.modifiers.join()) return true;
	return KEEPS[to.name]?.(from, to) ?? false;
}

const number = (value: number | string | undefined): number | undefined =>
	value === undefined ? undefined : Number(value);

/** The type has a length that is not shorter. */
function isAsLong({ modifiers: [old] }: ColumnType, { modifiers: [length] }: ColumnType): boolean {
	const [before, after] = [number(old), number(length)];
	return before !== undefined && after !== undefined && before <= after;
}

/** The fractions of a second: all six when nothing is said. */
const isAsPrecise = ({ modifiers: [old = 6] }: ColumnType, { modifiers: [precision = 6] }: ColumnType): boolean =>
	Number(precision) >= 6 || Number(old) <= Number(precision);

/** `numeric(10, 2)` may get more digits, yet none behind the point. */
const hasMoreDigits = (
	{ modifiers: [old, scale] }: ColumnType,
	{ modifiers: [digits, newScale] }: ColumnType,
): boolean => old !== undefined && Number(scale ?? 0) === Number(newScale ?? 0) && Number(old) <= Number(digits);

/** `interval` has the fields as its first modifier, and the precision as its second. */
function isWiderInterval(from: ColumnType, to: ColumnType): boolean {
	const [oldLeast, least] = [leastField(from), leastField(to)];
	const [oldPrecision, precision] = [from, to].map(({ modifiers: [, digits = 6] }) => Number(digits));
	// What has no seconds has no fraction of them.
	return oldLeast <= least && (oldLeast < SECOND || (oldPrecision ?? 6) <= (precision ?? 6));
}

/** The bits of the fields of an interval, from the greatest to the least; what is not limited has them all. */
const FIELDS = [1 << 2, 1 << 1, 1 << 3, 1 << 10, 1 << 11, 1 << 12];
const SECOND = FIELDS.length - 1;

const leastField = ({ modifiers: [fields = 0x7fff] }: ColumnType): number =>
	FIELDS.findLastIndex((bit) => (Number(fields) & bit) !== 0);

const KEEPS: Readonly<Record<string, (from: ColumnType, to: ColumnType) => boolean>> = {
	varchar: (from, to) => from.name === 'varchar' && isAsLong(from, to),
	varbit: (from, to) => from.name === 'varbit' && isAsLong(from, to),
	numeric: hasMoreDigits,
	time: isAsPrecise,
	timetz: isAsPrecise,
	timestamp: isAsPrecise,
	timestamptz: isAsPrecise,
	interval: isWiderInterval,
};
