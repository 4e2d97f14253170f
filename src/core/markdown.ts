import { oneLine, visible } from './text.ts';

/** A block of code that no run of backquotes in it ends. */
export function fenced(language: string, text: string): string {
	const body = visible(text);
	const longest = Math.max(0, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(Math.max(3, longest + 1));
	return `${fence}${language}\n${body}\n${fence}`;
}

/** Text that means itself: no mark-up, no HTML, no mention of a person, no link. */
export const plain = (text: string): string =>
	oneLine(text).replaceAll(/[!-/:-@[-`{-~]/g, (char) => (/[,.;()'"/-]/.test(char) ? char : `&#${char.charCodeAt(0)};`));

/** The same in letters of one width. */
export function code(text: string): string {
	const line = oneLine(text);
	return line.includes('`') ? plain(line) : `\`${line}\``;
}
