import { GenSqlError } from '../core/error.ts';
import { describe, identifier } from '../core/names.ts';
import { hasLoneSurrogate, hasUnstorableEscape, oneLine } from '../core/text.ts';
import { type ColumnType, isColumnType } from './types.ts';
import { isLiteralValue, type LiteralValue } from './value.ts';

/** What a parameter stands for: a value of a type, or the name of something. */
export type ParameterType = ColumnType | 'identifier';

/** A named value that is filled in when a script is rendered, or when it runs. Frozen. */
export interface Parameter {
	readonly name: string;
	readonly type: ParameterType;
	/** Taken when no value is given; absent when one has to be. */
	readonly default?: LiteralValue;
	/** One line for the header of the script. */
	readonly description?: string;
}

/** What a parameter may have beside its name and type. */
export interface ParameterOptions {
	/** Taken when no value is given; for an identifier its name. */
	readonly default?: LiteralValue;
	/** One line for the header of the script. */
	readonly description?: string;
}

const invalid = (message: string, hint?: string): GenSqlError => new GenSqlError('ARGUMENT_INVALID', message, { hint });

/**
 * Check what the author says of a parameter.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when the name, the type or an option is not one.
 */
export function parameter(name: string, type: ParameterType, given: ParameterOptions = {}): Parameter {
	if (!/^[A-Za-z_]\w*$/.test(name)) {
		throw invalid(`param: ${JSON.stringify(name)} cannot name a parameter`, 'use letters, digits and _');
	}
	if (type !== 'identifier' && !isColumnType(type)) {
		throw invalid(`param: the type of "${name}" is missing`, `write param('${name}', t.string())`);
	}
	const { default: value, description, ...rest } = given;
	const [stray] = Object.keys(rest);
	if (stray !== undefined) throw invalid(`param "${name}" has no option "${stray}"`, 'options: default, description');
	return {
		name,
		type,
		...(value !== undefined && { default: defaultOf(name, type, value) }),
		...(description !== undefined && { description: descriptionOf(name, description) }),
	};
}

function defaultOf(name: string, type: ParameterType, value: unknown): LiteralValue {
	if (type === 'identifier') return identifier(value, `param "${name}": default`);
	if (!isLiteralValue(value)) throw invalid(`param "${name}": default must be a plain value, got ${describe(value)}`);
	return value;
}

function descriptionOf(name: string, text: unknown): string {
	if (typeof text === 'string' && oneLine(text) !== '' && !hasLoneSurrogate(text)) return oneLine(text);
	throw invalid(`param "${name}": description must be a line of text, got ${describe(text)}`);
}

/** A check of the text that somebody gives for a parameter: undefined when it fits, else what it should be. */
type Fit = (text: string, type: ColumnType) => string | undefined;

const INTEGERS: Readonly<Record<string, bigint>> = { smallInteger: 15n, integer: 31n, bigInteger: 63n };

const whole: Fit = (text, { name }) => {
	const limit = 2n ** (INTEGERS[name] ?? 63n);
	const fits = /^[+-]?\d+$/.test(text) && BigInt(text) < limit && BigInt(text) >= -limit;
	return fits ? undefined : `a whole number from -${limit} to ${limit - 1n}`;
};

const matching =
	(pattern: RegExp, what: string): Fit =>
	(text) =>
		pattern.test(text) ? undefined : what;

const exact = matching(/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/, 'a number such as 12.50');

const limited: Fit = (text, { length }) =>
	length === undefined || [...text].length <= length ? undefined : `text of at most ${length} characters`;

const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?`;
const ZONE = String.raw`(?:Z|[+-]\d{2}(?::?\d{2})?)?`;

const DAY = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/;

const day: Fit = (text) => {
	const [, year, month, date] = DAY.exec(text) ?? [];
	// A leap year repeats after 400 years; JavaScript takes the years below 100 for those of the last century.
	const real = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month) - 1, Number(date)));
	const isReal = real.getUTCMonth() === Number(month) - 1 && real.getUTCDate() === Number(date);
	return isReal ? undefined : 'a day such as 2024-12-31';
};

/** A zone is taken only where it is kept: the server drops it elsewhere without a word. */
const clock = ({ timezone }: ColumnType): RegExp => new RegExp(`^${CLOCK}${timezone ? ZONE : ''}$`);

const time: Fit = (text, type) =>
	clock(type).test(text) ? undefined : `a time such as 23:59:00${type.timezone ? '+00' : ''}`;

const moment: Fit = (text, type) => {
	const [, date = '', rest = ''] = /^([^T ]*)[T ](.*)$/.exec(text) ?? [];
	const fits = clock(type).test(rest) && day(date, type) === undefined;
	return fits ? undefined : `a day and a time such as 2024-12-31 23:59:00${type.timezone ? '+00' : ''}`;
};

const json: Fit = (text) => {
	try {
		JSON.parse(text);
		return hasUnstorableEscape(text) ? 'JSON without NUL and halves of surrogate pairs' : undefined;
	} catch {
		return 'JSON';
	}
};

/** By the name of the type. Text of other types is left to the server to check. */
const FITS: Readonly<Record<string, Fit>> = {
	bigInteger: whole,
	boolean: matching(/^(?:true|false)$/, 'true or false'),
	char: limited,
	date: day,
	dateTime: moment,
	double: exact,
	enum: (text, { labels = [] }) => (labels.includes(text) ? undefined : `one of ${labels.join(', ')}`),
	float: exact,
	integer: whole,
	json,
	jsonb: json,
	numeric: exact,
	real: exact,
	smallInteger: whole,
	string: limited,
	time,
	unicode: limited,
	uuid: matching(
		/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
		'a UUID such as 123e4567-e89b-12d3-a456-426614174000',
	),
};

/** Types whose text stands in SQL as it is, without quotes. */
const BARE = new Set(['bigInteger', 'boolean', 'double', 'float', 'integer', 'numeric', 'real', 'smallInteger']);

/** Text given for a parameter: whether it is written as it is, or as a string. */
export type Given = { readonly kind: 'bare' | 'string' | 'name'; readonly text: string };

/**
 * Check the text that is given for a parameter.
 *
 * @param type - Of the parameter, as the dialect means it.
 * @throws {GenSqlError} OPTION_INVALID when it does not fit the type.
 */
export function fitting({ name, type }: Pick<Parameter, 'name' | 'type'>, text: string): Given {
	if (type === 'identifier') return { kind: 'name', text: identifier(text, `--param ${name}`) };
	const wanted = FITS[type.name]?.(text, type);
	if (wanted === undefined) return { kind: BARE.has(type.name) ? 'bare' : 'string', text };
	throw new GenSqlError('OPTION_INVALID', `--param ${name}: ${JSON.stringify(text)} does not fit its type`, {
		hint: `give ${wanted}`,
	});
}
