import { GenSqlError } from '../../core/error.ts';
import type { QualifiedName } from '../../core/names.ts';
import { textOf } from '../../sql/split.ts';
import { type ColumnType, type TypeName, typeIn } from '../../sql/types.ts';
import { concat, raw, type Sql, words } from '../../sql/words.ts';
import { fraction, numeric, rawType, type Spell, same, sized } from '../standard/types.ts';
import { unsupported } from '../unsupported.ts';
import { BUILT_IN_TYPES } from './built-in-types.ts';
import { lexis } from './lexis.ts';
import { name, qualified } from './names.ts';

const temporal =
	(text: string): Spell =>
	(type) =>
		`${text}${fraction(type, 'postgresql')} ${type.timezone ? 'with' : 'without'} time zone`;

/** The type that is meant in PostgreSQL. */
export const resolveType = (type: ColumnType): ColumnType => typeIn('postgresql', type);

/** @see https://www.postgresql.org/docs/current/datatype.html */
const SPELLINGS: { readonly [Name in Exclude<TypeName, 'variant'>]: Spell } = {
	array: ({ item, dimensions = 1 }) => `${item ? spell(item) : ''}${'[]'.repeat(dimensions)}`,
	bigInteger: same('bigint'),
	bit: sized('bit'),
	bitVarying: sized('bit varying'),
	boolean: same('boolean'),
	char: sized('char'),
	cidr: same('cidr'),
	citext: same('citext'),
	date: same('date'),
	datemultirange: same('datemultirange'),
	daterange: same('daterange'),
	dateTime: temporal('timestamp'),
	double: same('double precision'),
	enum: ({ enumName }) => (enumName ? textOf(typeName(enumName)) : ''),
	float: ({ precision }) => (precision === undefined ? 'double precision' : `float(${precision})`),
	hstore: same('hstore'),
	inet: same('inet'),
	int4multirange: same('int4multirange'),
	int4range: same('int4range'),
	int8multirange: same('int8multirange'),
	int8range: same('int8range'),
	integer: same('integer'),
	interval: (type) => ['interval', type.fields].filter(Boolean).join(' ') + fraction(type, 'postgresql'),
	json: same('json'),
	jsonb: same('jsonb'),
	jsonpath: same('jsonpath'),
	largeBinary: same('bytea'),
	macaddr: same('macaddr'),
	macaddr8: same('macaddr8'),
	money: same('money'),
	numeric: numeric('numeric'),
	nummultirange: same('nummultirange'),
	numrange: same('numrange'),
	oid: same('oid'),
	raw: rawType(lexis),
	real: same('real'),
	regclass: same('regclass'),
	smallInteger: same('smallint'),
	string: sized('varchar'),
	text: same('text'),
	time: temporal('time'),
	tsmultirange: same('tsmultirange'),
	tsquery: same('tsquery'),
	tsrange: same('tsrange'),
	tstzmultirange: same('tstzmultirange'),
	tstzrange: same('tstzrange'),
	tsvector: same('tsvector'),
	unicode: sized('varchar'),
	unicodeText: same('text'),
	uuid: same('uuid'),
	xml: same('xml'),
};

/**
 * The name of a type of the user.
 *
 * @throws {GenSqlError} IDENTIFIER_INVALID when it would be taken for a type of the server.
 */
export function typeName(type: QualifiedName): Sql {
	const item = type.name.replace(/^_/, '');
	const isTaken = BUILT_IN_TYPES.has(item) || item.startsWith('pg_');
	if (type.schema !== undefined || !isTaken) return qualified(type);
	throw new GenSqlError('IDENTIFIER_INVALID', `the type "${type.name}" would be taken for PostgreSQL's own`, {
		hint: 'give it a schema, or another name',
	});
}

/** The pseudo-types of a column that a sequence of its own fills. */
const SERIAL: Readonly<Record<string, string>> = {
	bigInteger: 'bigserial',
	integer: 'serial',
	smallInteger: 'smallserial',
};

const isTypeName = (text: string): text is keyof typeof SPELLINGS => Object.hasOwn(SPELLINGS, text);

const spell = (type: ColumnType): string =>
	isTypeName(type.name) ? SPELLINGS[type.name](type) : unsupported('postgresql', `spell the type "${type.name}"`);

/**
 * A column type as PostgreSQL's manual writes it. The collation of an array's items stands behind the brackets.
 *
 * @see https://www.postgresql.org/docs/current/collation.html
 */
export const spellType = (given: ColumnType): Sql => {
	const type = resolveType(given);
	const collation = type.collation ?? type.item?.collation;
	return words(raw(spell(type)), collation !== undefined && words('COLLATE', name(collation)));
};

/** The serial form of an integer type, or `undefined`. */
export const serialType = (type: ColumnType): Sql | undefined => {
	const serial = SERIAL[resolveType(type).name];
	return serial === undefined ? undefined : raw(serial);
};

/** Types that a cast would cut values to; their unlimited forms leave that to the column, which refuses. */
const UNLIMITED: Readonly<Record<string, string>> = {
	bit: 'bit varying',
	bitVarying: 'bit varying',
	char: 'bpchar',
	numeric: 'numeric',
	string: 'varchar',
	unicode: 'varchar',
};

/** `value::item[]`; the length of the items is the column's to check. */
export const castToArray = (value: Sql, { item, dimensions = 1 }: ColumnType): Sql => {
	const unlimited = item && (UNLIMITED[item.name] ?? spell(item));
	return concat(value, raw(`::${unlimited}${'[]'.repeat(dimensions)}`));
};
