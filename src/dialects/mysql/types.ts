import { type ColumnType, isEnumType } from '../../sql/types.ts';
import {
	fraction,
	intervalType,
	numeric,
	rawType,
	same,
	sized,
	type TypeSpellings,
	typeSpeller,
} from '../standard/types.ts';
import { unsupported } from '../unsupported.ts';
import { lexis } from './lexis.ts';
import { quoteString } from './literals.ts';
import { name } from './names.ts';

/** @see https://dev.mysql.com/doc/refman/8.4/en/char.html */
const varchar = ({ name: type, length }: ColumnType): string =>
	length === undefined
		? unsupported(
				'mysql',
				`keep text of any length as t.${type}`,
				`give a length, such as t.${type}(255), or write t.text()`,
			)
		: `VARCHAR(${length})`;

/** @see https://dev.mysql.com/doc/refman/8.4/en/data-types.html */
const SPELLINGS: TypeSpellings = {
	bigInteger: same('BIGINT'),
	boolean: same('BOOLEAN'),
	char: sized('CHAR'),
	date: same('DATE'),
	dateTime: (type) => `DATETIME${fraction(type, 'mysql')}`,
	double: same('DOUBLE'),
	enum: (type) => (isEnumType(type) ? `ENUM(${type.labels.map(quoteString).join(', ')})` : ''),
	float: ({ precision }) => (precision === undefined ? 'FLOAT' : `FLOAT(${precision})`),
	integer: same('INTEGER'),
	interval: intervalType('mysql', 'DATETIME'),
	json: same('JSON'),
	largeBinary: same('BLOB'),
	numeric: numeric('NUMERIC'),
	raw: rawType(lexis),
	smallInteger: same('SMALLINT'),
	string: varchar,
	text: same('TEXT'),
	time: (type) => `TIME${fraction(type, 'mysql')}`,
	unicode: varchar,
	unicodeText: same('TEXT'),
	uuid: same('CHAR(32)'),
};

export const spellType = typeSpeller({ dialect: 'mysql', name }, SPELLINGS);
