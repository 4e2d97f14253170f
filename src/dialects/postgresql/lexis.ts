import type { Lexis } from '../../sql/lexis.ts';

/**
 * @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 * @see https://www.postgresql.org/docs/current/sql-createfunction.html — sql_body
 */
export const lexis: Lexis = {
	quotes: `'"`,
	escaping: '',
	escapeStrings: true,
	dollarQuotes: true,
	brackets: false,
	lineComment: /--[^\n\r]*/y,
	nestedComments: true,
	bodies: { of: ['function', 'procedure'], open: ['begin', 'atomic'], nested: ['case'], unopened: [] },
	joining: '&:\\',
	forbidden: [
		{
			pattern: /\\/y,
			problem: 'a backslash outside quotes is not SQL',
			hint: 'psql would run it as a command',
		},
	],
};
