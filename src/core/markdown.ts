import { oneLine, visible } from './text.ts';

/** A block of code that no run of backquotes in it ends. */
export function fenced(language: string, text: string): string {
	const body = visible(text);
	const longest = Math.max(0, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(Math.max(3, longest + 1));
	return `${fence}${language}\n${body}\n${fence}`;
}

/** What GitHub and GitLab look for in text that is rendered already: people, issues, addresses, emoji. */
const REFERENCES = /(@|#(?=\w)|:(?=[\w+/-])|(?<=\bwww)\.|(?<=\bGH)-(?=\d))/i;

/** Ends what is looked for there, and shows nothing. */
const NOTHING = '<!-- -->';

/** What makes a line the item of a list. */
const LIST_MARK = /^-|(?<=^\d+)[.)]/;

/**
 * Text that means itself: no mark-up, no HTML, no mention of a person, no link.
 *
 * @see https://github.github.com/gfm/
 */
export const plain = (text: string): string =>
	oneLine(text)
		.split(REFERENCES)
		.map((piece, index) => (index % 2 === 0 ? withoutMarkUp(piece) : `${entity(piece)}${NOTHING}`))
		.join('')
		.replace(LIST_MARK, entity);

const withoutMarkUp = (text: string): string =>
	text.replaceAll(/[!-/:-@[-`{-~]/g, (char) => (/[,.;()'"/-]/.test(char) ? char : entity(char)));

const entity = (char: string): string => `&#${char.charCodeAt(0)};`;

/** The same in letters of one width. A table ends its cell at a bar, even there. */
export function code(text: string): string {
	const line = oneLine(text);
	return /[`|]/.test(line) || line === '' ? plain(line) : `\`${line}\``;
}
