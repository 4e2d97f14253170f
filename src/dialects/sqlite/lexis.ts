import type { Lexis } from '../../sql/lexis.ts';

/**
 * @see https://www.sqlite.org/lang_keywords.html
 * @see https://www.sqlite.org/lang_comment.html
 * @see https://www.sqlite.org/lang_createtrigger.html
 * @see https://www.sqlite.org/cli.html
 */
export const lexis: Lexis = {
	quotes: `'"\``,
	escaping: '',
	escapeStrings: false,
	dollarQuotes: false,
	brackets: true,
	lineComment: /--[^\n]*/y,
	nestedComments: false,
	bodies: { of: ['trigger'], open: ['begin'], nested: ['case'], unopened: [] },
	joining: '@:#?\\',
	forbidden: [
		{
			pattern: /\\/y,
			problem: 'a backslash outside quotes is not SQL',
			hint: 'a string needs none: it has no escapes',
		},
		{
			pattern: /(?<=(?:^|\n)[^\S\n]*)\.(?!\d)/y,
			problem: 'a line begins with a dot',
			hint: 'sqlite3 would run it as a command',
		},
		{
			pattern: /(?<=\n[^\S\n]*)(?:\/|go\b)(?=[^\S\n]*(?:\n|$))/iy,
			problem: 'a line holds a slash or the word GO alone',
			hint: 'sqlite3 would end the statement there: join the line with the next one',
		},
	],
};
