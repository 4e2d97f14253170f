import { GenSqlError } from '../core/error.ts';
import * as check from '../schema/arguments.ts';

/** An operation that can be done while the table is in use. */
export interface Online {
	/** Whether it is done in steps that hold no lock for long. */
	readonly online?: boolean;
}

export interface OnlineOptions {
	/**
	 * Do it in steps that let reads and writes of the table go on, in transactions of their own. Default `false`: in one
	 * statement.
	 */
	readonly online?: boolean;
}

/** The check of the option. */
export const onlineOption = { online: check.flag };

/** @throws {GenSqlError} ARGUMENT_INVALID when an option is given that cannot be had online. */
export function checkOnline(
	call: string,
	online: boolean | undefined,
	option: string,
	isGiven: boolean | undefined,
): void {
	if (!online || !isGiven) return;
	throw new GenSqlError('ARGUMENT_INVALID', `${call}: online and ${option} exclude each other`, {
		hint: 'leave one of them out',
	});
}
