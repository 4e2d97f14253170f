import type { Lexis } from '../../sql/lexis.ts';

/**
 * As MySQL reads SQL by default: with backslashes in strings. Each script sets the SQL mode that says so.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/language-structure.html
 * @see https://dev.mysql.com/doc/refman/8.4/en/string-literals.html
 * @see https://dev.mysql.com/doc/refman/8.4/en/comments.html
 */
export const lexis: Lexis = {
	quotes: `'"\``,
	escaping: `'"`,
	escapeStrings: false,
	dollarQuotes: false,
	brackets: false,
	lineComment: /(?:#|--(?=[\s\p{Cc}]|$))[^\n]*/uy,
	nestedComments: false,
	bodies: {
		of: ['event', 'function', 'procedure', 'trigger'],
		open: ['begin'],
		nested: ['begin', 'case'],
		unopened: ['if', 'loop', 'repeat', 'while'],
	},
	joining: '@:\\',
	forbidden: [
		{
			pattern: /\\/y,
			problem: 'a backslash outside quotes is not SQL',
			hint: 'mysql would run it as a command',
		},
		{
			pattern: /\/\*M?!/y,
			problem: 'a comment holds SQL that only some servers read',
			hint: 'write the SQL without the comment around it',
		},
		{
			pattern: /(?<=(?:^|\n)[^\S\n]*)(?:delimiter|source|system)(?=\s)/iy,
			problem: 'a line begins with a command of mysql',
			hint: 'a script holds SQL alone; op.execute() needs no other delimiter',
		},
	],
};
