/**
 * Characters that change how text is shown, or that end a line, without being seen: C0 and C1 controls, line and
 * paragraph separators, zero-width and bidirectional formatting, tags, the byte order mark.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export const HIDDEN =
	/[\p{Cc}\u2028\u2029\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * Text that may stand in a one-line SQL comment or a message: hidden characters and line ends become one space.
 *
 * A line end inside a `--` comment would turn the rest of a title into SQL, or into a psql command.
 */
export const oneLine = (text: string): string => text.replace(HIDDEN, ' ').replaceAll(/ {2,}/g, ' ').trim();

/** Text as it can be read: characters that are not seen, or that steer a terminal, have their number instead. */
export const visible = (text: string): string =>
	text.replaceAll(HIDDEN, (char) => {
		if (char === '\n' || char === '\t') return char;
		return `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
	});

/** The line and column of an offset that counts from 0; both count from 1. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Lone halves of a surrogate pair cannot be encoded as UTF-8. */
export const hasLoneSurrogate = (text: string): boolean => !text.isWellFormed();

/** `3 revisions`, `1 revision`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** JSON can spell NUL and halves of surrogate pairs, which no server stores. */
export const hasUnstorableEscape = (json: string): boolean =>
	/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i.test(json);

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** How many lines end in a text, as JavaScript counts them: U+2028 and U+2029 end one too. */
export const lineEnds = (text: string): number => text.match(LINE_END)?.length ?? 0;

/** A position in lines that end as in JavaScript, in lines that end with a line feed. All count from 1. */
export function byLineFeed(
	text: string,
	{ line, column }: { readonly line: number; readonly column: number },
): { readonly line: number; readonly column: number } {
	if (!/[\r\u2028\u2029]/.test(text)) return { line, column };
	const before = [...text.matchAll(LINE_END)][line - 2];
	return lineAndColumn(text, (before ? before.index + before[0].length : 0) + column - 1);
}
