import { DIALECT_NAMES, type DialectName } from '../core/dialect-names.ts';
import { GenSqlError } from '../core/error.ts';
import { isOfKind } from '../core/keys.ts';
import { describe, identifier, type QualifiedName } from '../core/names.ts';
import { enumLabels, flag, intervalFields, options, ownName, size } from './type-arguments.ts';

/** What the types are called, on `t` and in recorded operations. */
export type TypeName = keyof typeof t;

/** A column type before a dialect has spelled it. Frozen. */
export interface ColumnType {
	readonly kind: 'type';
	readonly name: string;
	/** Characters or bits. */
	readonly length?: number;
	/** Digits, fraction digits of seconds, or bits of a float's mantissa. */
	readonly precision?: number;
	readonly scale?: number;
	/** The name of a collation. */
	readonly collation?: string;
	/** Whether a time keeps a time zone. */
	readonly timezone?: boolean;
	/** `YEAR TO MONTH` and the like. */
	readonly fields?: string;
	/** The type of an array's elements, or what a variant is in all dialects that it does not name. */
	readonly item?: ColumnType;
	readonly dimensions?: number;
	/** What a variant is in some dialects. */
	readonly variants?: Readonly<Record<string, ColumnType>>;
	/** The name of an enum. */
	readonly enumName?: QualifiedName;
	/** What an enum can be, in its order. */
	readonly labels?: readonly string[];
	/** Whether an enum is created before the first operation that uses it. */
	readonly create?: boolean;
	readonly domainName?: QualifiedName;
	/** SQL text of a type gen-sql has no name for. */
	readonly text?: string;
}

/** Whether a value was made by `t`: that is frozen, and a copy that nothing has checked is not. */
export const isColumnType = (value: unknown): value is ColumnType => isOfKind(value, 'type') && Object.isFrozen(value);

/** A type whose values are labels. */
export type EnumType = ColumnType & Required<Pick<ColumnType, 'enumName' | 'labels' | 'create'>>;

/** Whether a type is an enum. */
export const isEnumType = (type: ColumnType): type is EnumType => type.name === 'enum';

/** The type that is meant in a dialect: each variant in it, also that of an array's items, is replaced. */
export function typeIn(dialect: string, type: ColumnType): ColumnType {
	const { name, item, variants = {} } = type;
	if (item === undefined) return type;
	if (name === 'variant') return typeIn(dialect, variants[dialect] ?? item);
	const own = typeIn(dialect, item);
	return own === item ? type : Object.freeze({ ...type, item: own });
}

type Shape = Omit<ColumnType, 'kind' | 'name'>;

function make(name: string, shape: { [Key in keyof Shape]: Shape[Key] | undefined } = {}): ColumnType {
	const present = Object.entries(shape).filter(([, value]) => value !== undefined);
	return Object.freeze({ kind: 'type', name, ...Object.fromEntries(present) });
}

/** A type without arguments; passing one is a mistake that JavaScript would swallow. */
const plain =
	(name: string) =>
	(...none: readonly never[]): ColumnType => {
		if (none.length > 0)
			throw new GenSqlError('ARGUMENT_INVALID', `t.${name} takes no argument, got ${describe(none[0])}`);
		return make(name);
	};

interface TimeOptions {
	/** Whether the time zone is kept. Default `false`. */
	readonly timezone?: boolean;
	/** Fraction digits of the seconds, 0 to 6. */
	readonly precision?: number;
}

const temporal = (name: string, given: TimeOptions): ColumnType => {
	const { timezone, precision } = options(name, given, ['timezone', 'precision']);
	return make(name, {
		timezone: flag(name, 'timezone', timezone) ?? false,
		precision: size(name, 'precision', precision, 0),
	});
};

interface TextOptions {
	/** The order and the equality of the text, by the name of a collation. */
	readonly collation?: string;
}

/** Text, of at most `length` characters when it is given, in its own order or that of a collation. */
const textual = (name: string, length: number | undefined, given: TextOptions): ColumnType => {
	const { collation } = options(name, given, ['collation']);
	return make(name, {
		length: size(name, 'length', length),
		collation: collation === undefined ? undefined : identifier(collation, `t.${name}: collation`),
	});
};

/** A type, and all that it is in some dialect. */
const formsOf = (type: ColumnType): readonly ColumnType[] =>
	type.name === 'variant'
		? [type.item, ...Object.values(type.variants ?? {})].filter((form) => form !== undefined)
		: [type];

function typeArgument(label: string, given: unknown): ColumnType {
	if (isColumnType(given)) return given;
	throw new GenSqlError('ARGUMENT_INVALID', `${label} must be a type, got ${describe(given)}`, {
		hint: 'write for example t.text()',
	});
}

/** A type that is no variant itself: there is one place to look for what a dialect means. */
function formArgument(label: string, given: unknown): ColumnType {
	const type = typeArgument(label, given);
	if (type.name !== 'variant') return type;
	throw new GenSqlError('ARGUMENT_INVALID', `${label} cannot be a variant itself`, {
		hint: 'name all dialects in one t.variant()',
	});
}

/**
 * The column types: SQLAlchemy's names in camel case.
 *
 * The first block has a spelling in every dialect; the second belongs to PostgreSQL; `raw` is for everything else.
 *
 * @example
 * column('created_at', t.dateTime({ timezone: true }), { nullable: false });
 */
export const t = {
	/** 64-bit integer. */
	bigInteger: plain('bigInteger'),
	/** True or false. */
	boolean: plain('boolean'),
	/** A calendar day. */
	date: plain('date'),
	/** A day and a time; without `timezone` the server keeps no zone. */
	dateTime: (given: TimeOptions = {}) => temporal('dateTime', given),
	/** 64-bit floating point. */
	double: plain('double'),
	/**
	 * One of a list of labels. Where the dialect has enums as types of their own, the type is created before the first
	 * operation that uses it.
	 *
	 * @param name - Of the type, as the server stores it; the schema is an option.
	 * @param labels - In their order.
	 * @param given - `create: false` for a type that something else creates.
	 */
	enum(
		name: string,
		labels: readonly string[],
		given: {
			readonly schema?: string;
			/** Default `true`. */
			readonly create?: boolean;
		} = {},
	): ColumnType {
		const { schema, create } = options('enum', given, ['schema', 'create']);
		return make('enum', {
			enumName: ownName('enum', name, schema),
			labels: enumLabels(labels, 't.enum: labels'),
			create: flag('enum', 'create', create) ?? true,
		});
	},
	/** Floating point of at least `precision` binary digits. */
	float: (precision?: number) => make('float', { precision: size('float', 'precision', precision) }),
	/** 32-bit integer. */
	integer: plain('integer'),
	/** A span of time. `fields` such as `'DAY TO SECOND'` and `precision` belong to PostgreSQL. */
	interval(given: { readonly fields?: string; readonly precision?: number } = {}): ColumnType {
		const { fields, precision } = options('interval', given, ['fields', 'precision']);
		return make('interval', {
			fields: intervalFields(fields, precision),
			precision: size('interval', 'precision', precision, 0),
		});
	},
	/** JSON text. */
	json: plain('json'),
	/** Bytes. */
	largeBinary: plain('largeBinary'),
	/** Exact number of `precision` digits, `scale` of them after the point. */
	numeric(precision?: number, scale?: number): ColumnType {
		if (precision === undefined && scale !== undefined) {
			throw new GenSqlError('ARGUMENT_INVALID', 't.numeric: scale needs a precision');
		}
		return make('numeric', {
			precision: size('numeric', 'precision', precision),
			scale: size('numeric', 'scale', scale, 0),
		});
	},
	/** 16-bit integer. */
	smallInteger: plain('smallInteger'),
	/** Text of at most `length` characters, or of any length. */
	string: (length?: number, given: TextOptions = {}) => textual('string', length, given),
	/** Text of any length. */
	text: (given: TextOptions = {}) => textual('text', undefined, given),
	/** A time of day. */
	time: (given: TimeOptions = {}) => temporal('time', given),
	/** Text of at most `length` characters of any language, where a dialect tells that apart. */
	unicode: (length?: number, given: TextOptions = {}) => textual('unicode', length, given),
	/** Text of any length in any language. */
	unicodeText: (given: TextOptions = {}) => textual('unicodeText', undefined, given),
	/** A universally unique identifier. */
	uuid: plain('uuid'),
	/**
	 * Another type in some dialects: `t.variant(t.json(), { postgresql: t.jsonb() })`.
	 *
	 * @param type - What it is in all dialects that are not named.
	 * @param variants - What it is in a dialect, by SQLAlchemy's name of the dialect.
	 */
	variant(type: ColumnType, variants: { readonly [Dialect in DialectName]?: ColumnType }): ColumnType {
		const given = Object.entries(options('variant', variants, DIALECT_NAMES)).filter(([, form]) => form !== undefined);
		if (given.length === 0) throw new GenSqlError('ARGUMENT_INVALID', 't.variant: no dialect has another type');
		const forms = given.map(([dialect, form]) => [dialect, formArgument(`t.variant: ${dialect}`, form)] as const);
		return make('variant', {
			item: formArgument('t.variant: type', type),
			variants: Object.freeze(Object.fromEntries(forms)),
		});
	},

	/** An array of another type. `dimensions` is documentation to PostgreSQL, which does not enforce it. */
	array(item: ColumnType, given: { readonly dimensions?: number } = {}): ColumnType {
		if (formsOf(typeArgument('t.array: item', item)).some(({ name }) => name === 'array')) {
			throw new GenSqlError('ARGUMENT_INVALID', 't.array: item cannot be an array itself', {
				hint: 'write t.array(item, { dimensions: 2 })',
			});
		}
		const { dimensions } = options('array', given, ['dimensions']);
		return make('array', { item, dimensions: size('array', 'dimensions', dimensions) ?? 1 });
	},
	/** Exactly `length` bits. */
	bit: (length?: number) => make('bit', { length: size('bit', 'length', length) }),
	/** At most `length` bits. */
	bitVarying: (length?: number) => make('bitVarying', { length: size('bitVarying', 'length', length) }),
	/** Exactly `length` characters, padded with spaces. */
	char: (length?: number, given: TextOptions = {}) => textual('char', length, given),
	/** A network. */
	cidr: plain('cidr'),
	/** Text compared without regard to case; from the extension citext. */
	citext: (given: TextOptions = {}) => textual('citext', undefined, given),
	datemultirange: plain('datemultirange'),
	daterange: plain('daterange'),
	/** A domain by its name; it has to be there. */
	domain(name: string, given: { readonly schema?: string } = {}): ColumnType {
		const { schema } = options('domain', given, ['schema']);
		return make('domain', { domainName: ownName('domain', name, schema) });
	},
	/** Keys and values; from the extension hstore. */
	hstore: plain('hstore'),
	/** A host, and optionally its network. */
	inet: plain('inet'),
	int4multirange: plain('int4multirange'),
	int4range: plain('int4range'),
	int8multirange: plain('int8multirange'),
	int8range: plain('int8range'),
	/** JSON in a binary form that can be indexed. */
	jsonb: plain('jsonb'),
	jsonpath: plain('jsonpath'),
	macaddr: plain('macaddr'),
	macaddr8: plain('macaddr8'),
	money: plain('money'),
	nummultirange: plain('nummultirange'),
	numrange: plain('numrange'),
	oid: plain('oid'),
	/** 32-bit floating point. */
	real: plain('real'),
	regclass: plain('regclass'),
	tsmultirange: plain('tsmultirange'),
	tsquery: plain('tsquery'),
	tsrange: plain('tsrange'),
	tstzmultirange: plain('tstzmultirange'),
	tstzrange: plain('tstzrange'),
	tsvector: plain('tsvector'),
	xml: plain('xml'),

	/** A type gen-sql has no name for, as SQL text: `t.raw('geometry(Point,4326)')`. */
	raw(text: string): ColumnType {
		if (typeof text !== 'string' || text.trim() === '') {
			throw new GenSqlError('ARGUMENT_INVALID', `t.raw: text must be the SQL of a type, got ${describe(text)}`);
		}
		return make('raw', { text });
	},
};
