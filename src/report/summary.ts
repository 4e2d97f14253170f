import { visible } from '../core/text.ts';
import { type Finding, LEVELS } from '../review/finding.ts';

/** The most severe first; those of one severity keep their order. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
	LEVELS.flatMap((level) => findings.filter(({ severity }) => severity === level));

/** Text that every format can hold: what is no character, or cannot be seen, has its number instead. */
export const shown = (text: string): string =>
	visible(text.toWellFormed()).replaceAll(
		/[\ufffe\uffff]/g,
		(char) => `<U+${char.charCodeAt(0).toString(16).toUpperCase()}>`,
	);

/** A clause with a full stop. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The message and the reason in sentences. */
export const explanation = ({ message, why }: Finding): string => shown(`${sentence(message)} ${sentence(why)}`);
