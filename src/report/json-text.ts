import { HIDDEN } from '../core/text.ts';

/** A value as JSON in which characters that are not seen are spelled by their number. */
export const jsonText = (value: unknown): string =>
	`${JSON.stringify(value, null, '\t').replaceAll(HIDDEN, (char) => (/[\n\t]/.test(char) ? char : escaped(char)))}\n`;

const escaped = (char: string): string =>
	char
		.split('')
		.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
