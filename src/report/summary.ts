import { count, oneLine, visible } from '../core/text.ts';
import { type Finding, LEVELS, type ReviewedAgainst, type Severity } from '../review/finding.ts';

/** The most severe first; those of one severity keep their order. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
	LEVELS.flatMap((level) => findings.filter(({ severity }) => severity === level));

/** `2 errors, 1 warning, 3 info`; `no findings`. */
export function countsOf(findings: readonly Finding[]): string {
	const counts = LEVELS.flatMap((level) => {
		const number = findings.filter(({ severity }) => severity === level).length;
		return number === 0 ? [] : [level === 'info' ? `${number} info` : count(number, level)];
	});
	return counts.length === 0 ? 'no findings' : counts.join(', ');
}

/** `12 statements new or changed since main, 340 unchanged` */
export const comparedWith = ({ ref, changed, unchanged }: ReviewedAgainst): string =>
	`${count(changed, 'statement')} new or changed since ${oneLine(ref)}, ${unchanged} unchanged`;

/** Whether a finding makes the command fail. */
export const fails = (severity: Severity, failOn: Severity | 'never'): boolean =>
	failOn !== 'never' && LEVELS.indexOf(severity) <= LEVELS.indexOf(failOn);

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
