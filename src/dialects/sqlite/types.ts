import { isEnumType } from '../../sql/types.ts';
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
import { lexis } from './lexis.ts';
import { name } from './names.ts';

/** Text for the longest label. @see https://docs.sqlalchemy.org/en/20/core/type_basics.html#sqlalchemy.types.Enum */
const widest = (labels: readonly string[]): number => Math.max(...labels.map((label) => [...label].length));

/**
 * The names of SQLAlchemy. To SQLite they mean an affinity: lengths and digits are stored with the table and not
 * enforced.
 *
 * @see https://www.sqlite.org/datatype3.html
 */
const SPELLINGS: TypeSpellings = {
	bigInteger: same('BIGINT'),
	boolean: same('BOOLEAN'),
	char: sized('CHAR'),
	date: same('DATE'),
	dateTime: (type) => `DATETIME${fraction(type, 'sqlite')}`,
	double: same('DOUBLE'),
	enum: (type) => (isEnumType(type) ? `VARCHAR(${widest(type.labels)})` : ''),
	float: ({ precision }) => (precision === undefined ? 'FLOAT' : `FLOAT(${precision})`),
	integer: same('INTEGER'),
	interval: intervalType('sqlite', 'DATETIME'),
	json: same('JSON'),
	largeBinary: same('BLOB'),
	numeric: numeric('NUMERIC'),
	raw: rawType(lexis),
	smallInteger: same('SMALLINT'),
	string: sized('VARCHAR'),
	text: same('TEXT'),
	time: (type) => `TIME${fraction(type, 'sqlite')}`,
	unicode: sized('VARCHAR'),
	unicodeText: same('TEXT'),
	uuid: same('CHAR(32)'),
};

export const spellType = typeSpeller({ dialect: 'sqlite', name }, SPELLINGS);
