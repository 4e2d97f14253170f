import { GenSqlError } from '../core/error.ts';
import * as check from './arguments.ts';

/** How a sequence counts. */
export interface SequenceOptions {
	readonly start?: number | bigint;
	readonly increment?: number | bigint;
	readonly minValue?: number | bigint;
	readonly maxValue?: number | bigint;
	/** Say that the type alone is the lower limit, which is the default. */
	readonly noMinValue?: boolean;
	/** Say that the type alone is the upper limit, which is the default. */
	readonly noMaxValue?: boolean;
	readonly cycle?: boolean;
	/** How many values a session takes at a time. */
	readonly cache?: number | bigint;
}

/** The checks of these options. */
export const sequenceOptions = {
	start: check.wholeNumber,
	increment: check.wholeNumber,
	minValue: check.wholeNumber,
	maxValue: check.wholeNumber,
	noMinValue: check.flag,
	noMaxValue: check.flag,
	cycle: check.flag,
	cache: check.wholeNumber,
};

/** @throws {GenSqlError} ARGUMENT_INVALID when options exclude each other. */
export function checkSequence(call: string, options: SequenceOptions): void {
	if (options.increment !== undefined && BigInt(options.increment) === 0n)
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: increment cannot be 0`);
	for (const [limit, none] of [
		['minValue', 'noMinValue'],
		['maxValue', 'noMaxValue'],
	] as const) {
		if (options[limit] === undefined || !options[none]) continue;
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: ${limit} and ${none} exclude each other`);
	}
}
