import { HIDDEN } from '../../core/text.ts';

/** SQL as it can be read: characters that are not seen, or that steer a terminal, have their number instead. */
export const visible = (text: string): string =>
	text.replaceAll(HIDDEN, (char) => {
		if (char === '\n' || char === '\t') return char;
		return `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
	});
