import { GenSqlError } from '../../core/error.ts';
import { endsInLineComment, isOneExpression } from '../../sql/scan.ts';
import type { ColumnType, TypeName } from '../../sql/types.ts';
import { concat, raw, type Sql } from '../../sql/words.ts';
import { unsupported } from '../unsupported.ts';

type Spell = (type: ColumnType) => string;

const same =
	(text: string): Spell =>
	() =>
		text;

const sized =
	(text: string): Spell =>
	({ length }) =>
		length === undefined ? text : `${text}(${length})`;

const temporal =
	(text: string): Spell =>
	({ precision, timezone }) =>
		`${text}${precision === undefined ? '' : `(${precision})`} ${timezone ? 'with' : 'without'} time zone`;

/** @see https://www.postgresql.org/docs/current/datatype.html */
const SPELLINGS: { readonly [Name in TypeName]: Spell } = {
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
	float: ({ precision }) => (precision === undefined ? 'double precision' : `float(${precision})`),
	hstore: same('hstore'),
	inet: same('inet'),
	int4multirange: same('int4multirange'),
	int4range: same('int4range'),
	int8multirange: same('int8multirange'),
	int8range: same('int8range'),
	integer: same('integer'),
	interval: ({ fields, precision }) =>
		['interval', fields].filter(Boolean).join(' ') + (precision === undefined ? '' : `(${precision})`),
	json: same('json'),
	jsonb: same('jsonb'),
	jsonpath: same('jsonpath'),
	largeBinary: same('bytea'),
	macaddr: same('macaddr'),
	macaddr8: same('macaddr8'),
	money: same('money'),
	numeric: ({ precision, scale }) =>
		precision === undefined
			? 'numeric'
			: `numeric(${[precision, scale].filter((digits) => digits !== undefined).join(', ')})`,
	nummultirange: same('nummultirange'),
	numrange: same('numrange'),
	oid: same('oid'),
	raw: ({ text = '' }) => checkedRaw(text),
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
	uuid: same('uuid'),
	xml: same('xml'),
};

function checkedRaw(text: string): string {
	if (isOneExpression(text) && !endsInLineComment(text)) return text;
	throw new GenSqlError('SQL_INVALID', `${JSON.stringify(text)} is not the SQL of one type`);
}

/** The pseudo-types of a column that a sequence of its own fills. */
const SERIAL: Readonly<Record<string, string>> = {
	bigInteger: 'bigserial',
	integer: 'serial',
	smallInteger: 'smallserial',
};

const isTypeName = (name: string): name is TypeName => Object.hasOwn(SPELLINGS, name);

const spell = (type: ColumnType): string =>
	isTypeName(type.name) ? SPELLINGS[type.name](type) : unsupported('postgresql', `spell the type "${type.name}"`);

/** A column type as PostgreSQL's manual writes it. */
export const spellType = (type: ColumnType): Sql => raw(spell(type));

/** The serial form of an integer type, or `undefined`. */
export const serialType = ({ name }: ColumnType): Sql | undefined => {
	const serial = SERIAL[name];
	return serial === undefined ? undefined : raw(serial);
};

/** Types that a cast would cut values to; their unlimited forms leave that to the column, which refuses. */
const UNLIMITED: Readonly<Record<string, string>> = {
	bit: 'bit varying',
	bitVarying: 'bit varying',
	char: 'bpchar',
	numeric: 'numeric',
	string: 'varchar',
};

/** `value::item[]`; the length of the items is the column's to check. */
export const castToArray = (value: Sql, { item, dimensions = 1 }: ColumnType): Sql => {
	const unlimited = item && (UNLIMITED[item.name] ?? spell(item));
	return concat(value, raw(`::${unlimited}${'[]'.repeat(dimensions)}`));
};
