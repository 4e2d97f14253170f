import { GenSqlError } from '../core/error.ts';

/** A moment on the clocks of one time zone. */
export interface DateParts {
	/** Seconds since 1970. */
	readonly epoch: number;
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
}

const UNITS = {
	year: 'numeric',
	month: 'numeric',
	day: 'numeric',
	hour: 'numeric',
	minute: 'numeric',
	second: 'numeric',
};

/**
 * What the clocks of a time zone show.
 *
 * @throws {GenSqlError} CONFIG_INVALID when there is no such time zone.
 */
export function momentIn(timezone: string, date: Date): DateParts & { readonly text: string } {
	const shown = new Map(
		clock(timezone)
			.formatToParts(date)
			.map(({ type, value }) => [type, value]),
	);
	const number = (unit: keyof typeof UNITS): number => Number(shown.get(unit as Intl.DateTimeFormatPartTypes));
	const parts = {
		epoch: Math.floor(date.getTime() / 1000),
		year: number('year'),
		month: number('month'),
		day: number('day'),
		hour: number('hour'),
		minute: number('minute'),
		second: number('second'),
	};
	return { ...parts, text: textOf(parts, shown.get('timeZoneName')?.slice('GMT'.length) || '+00:00') };
}

function clock(timezone: string): Intl.DateTimeFormat {
	try {
		return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
			...(UNITS as Intl.DateTimeFormatOptions),
			timeZone: timezone,
			hourCycle: 'h23',
			timeZoneName: 'longOffset',
		});
	} catch (error) {
		throw new GenSqlError('CONFIG_INVALID', `there is no time zone "${timezone}"`, {
			hint: 'write a name such as UTC or Europe/Paris',
			cause: error,
		});
	}
}

/** `2026-11-26 09:05:00+01:00` */
function textOf({ year, month, day, hour, minute, second }: DateParts, offset: string): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}${offset}`;
}
