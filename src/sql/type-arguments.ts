import { GenSqlError } from '../core/error.ts';
import { describe, identifier, type QualifiedName, qualified } from '../core/names.ts';

/** Checks of what the functions of `t` are given; a name that none is, is refused in JavaScript, too. */
const refuse = (type: string, problem: string, hint?: string): GenSqlError =>
	new GenSqlError('ARGUMENT_INVALID', `t.${type}: ${problem}`, { hint });

export function size(type: string, argument: string, value: unknown, least = 1): number | undefined {
	if (value === undefined) return undefined;
	if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
	throw refuse(type, `${argument} must be a whole number from ${least}, got ${describe(value)}`);
}

export function flag(type: string, argument: string, value: unknown): boolean | undefined {
	if (value === undefined || typeof value === 'boolean') return value;
	throw refuse(type, `${argument} must be true or false, got ${describe(value)}`);
}

export function options<const Name extends string>(
	type: string,
	given: unknown,
	names: readonly Name[],
): Record<Name, unknown> {
	if (typeof given !== 'object' || given === null) {
		throw refuse(type, `options must be an object, got ${describe(given)}`);
	}
	const stray = Object.keys(given).find((key) => !names.some((name) => name === key));
	if (stray === undefined) return given as Record<Name, unknown>;
	throw new GenSqlError('ARGUMENT_INVALID', `t.${type} has no option "${stray}"`, {
		hint: `options: ${names.join(', ')}`,
	});
}

/** The name of a type of the user, which may have a schema. */
export function ownName(type: string, name: unknown, schema: unknown): QualifiedName {
	const own = identifier(name, `t.${type}: name`);
	return Object.freeze(qualified(own, schema === undefined ? undefined : identifier(schema, `t.${type}: schema`)));
}

const FIELDS =
	/^(year|month|day|hour|minute|second|year to month|day to (hour|minute|second)|hour to (minute|second)|minute to second)$/i;

/** The fields of an interval, in small letters. Digits after the seconds need seconds. */
export function intervalFields(value: unknown, precision: unknown): string | undefined {
	if (value === undefined) return undefined;
	if (typeof value !== 'string' || !FIELDS.test(value)) {
		const hint = "write for example 'YEAR TO MONTH' or 'DAY TO SECOND'";
		throw refuse('interval', `fields cannot be ${describe(value)}`, hint);
	}
	if (precision === undefined || /second$/i.test(value)) return value.toLowerCase();
	throw refuse('interval', `${value} has no seconds that could have a precision`);
}

/** The labels of an enum, in their order: at least one, each once. */
export function enumLabels(given: unknown, label: string): readonly string[] {
	const invalid = (problem: string): GenSqlError => new GenSqlError('ARGUMENT_INVALID', `${label}${problem}`);
	if (!Array.isArray(given)) throw invalid(` must be an array of strings, got ${describe(given)}`);
	if (given.length === 0) throw invalid(' must be an array of at least one string, and it is empty');
	const stray = given.findIndex((item) => typeof item !== 'string');
	if (stray !== -1) throw invalid(`[${stray}] must be a string, got ${describe(given[stray])}`);
	const twice = given.find((item, index) => given.indexOf(item) !== index);
	if (twice !== undefined) throw invalid(` holds ${JSON.stringify(twice)} twice`);
	return Object.freeze([...(given as readonly string[])]);
}
