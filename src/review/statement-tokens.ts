import { rules } from '../dialects/postgresql/reading.ts';
import { meaningfulTokens, type Token } from '../sql/scan.ts';

/** The tokens of a statement that say something. */
export const tokensOf = (text: string): readonly Token[] => meaningfulTokens(text, rules.lexis);

/** A statement without the comments at its end: what is put behind it would be a part of them. */
export function withoutLastComments(text: string): string {
	const lastLine = text.slice(text.lastIndexOf('\n') + 1);
	if (!lastLine.includes('--') && !lastLine.endsWith('*/')) return text;
	return text.slice(0, tokensOf(text).at(-1)?.end);
}
