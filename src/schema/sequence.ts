import { GenSqlError } from '../core/error.ts';
import type { ColumnType } from '../sql/types.ts';
import * as check from './arguments.ts';
import { type Reference, reference } from './constraints.ts';

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

/** What a sequence has beside its name. */
export interface SequenceDefinition extends SequenceOptions {
	/** `t.smallInteger()`, `t.integer()` or `t.bigInteger()`, which is the default. */
	readonly type?: ColumnType;
	/** The column that it goes with when that is dropped: `'table.column'`, or in parts. */
	readonly ownedBy?: Reference;
	/** Keep it out of the write-ahead log: after a crash it begins anew. Default `false`. PostgreSQL 15 and later. */
	readonly unlogged?: boolean;
}

/** The checks of these options. */
export const sequenceDefinition = {
	type: check.columnType,
	...sequenceOptions,
	ownedBy: reference,
	unlogged: check.flag,
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
	for (const [low, high] of [
		['minValue', 'maxValue'],
		['minValue', 'start'],
		['start', 'maxValue'],
	] as const) {
		const [least, most] = [options[low], options[high]];
		if (least === undefined || most === undefined || least <= most) continue;
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: ${low} ${least} is more than ${high} ${most}`);
	}
	if (options.cache !== undefined && options.cache < 1) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: cache must be 1 at least, got ${options.cache}`);
	}
}
