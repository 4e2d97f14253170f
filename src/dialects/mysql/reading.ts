import type { Reading } from '../../sql/reading.ts';
import { JOINED_CALLS, RESERVED, UNRESERVED } from './keywords.ts';
import { lexis } from './lexis.ts';

/** What the name of a table, a schema or a routine stands behind. */
const INTRODUCING = new Set(
	`. ( , as constraint database event exists from function index into join key on procedure references schema table
	tables trigger truncate update use user view`.split(/\s+/),
);

/**
 * Names of tables keep their case, since servers tell `User` and `user` apart; key words have none.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/identifier-case-sensitivity.html
 */
function fold(word: string, before: string, after: string): string {
	const folded = word.toLowerCase();
	if (before === '.' || after === '.') return word;
	if (RESERVED.has(folded) || (JOINED_CALLS.has(folded) && after === '(')) return folded;
	const isName = INTRODUCING.has(before) && after !== '=';
	return UNRESERVED.has(folded) && !isName ? folded : word;
}

/** MySQL's SQL, and the DELIMITER of its client. */
export const reading: Reading = {
	lexis: {
		...lexis,
		lineComment: /(?:#|--(?=[\s\p{Cc}]|$))[^\n]*|(?<=(?:^|\n)[^\S\n]*)delimiter(?=[^\S\n]+\S)[^\n]*/iuy,
		forbidden: [],
	},
	rules: {
		lexis: { ...lexis, forbidden: [] },
		heardComment: /^\/\*(?:\+|M?!)/,
		nameQuotes: '`',
		operator: /<=>|->>|<<|>>|<>|<=|>=|!=|->|\|\||&&|:=/y,
		synonyms: { '!=': '<>' },
		joins: /[@:\\]$|(?:^|[^\w$])(?:[bnx]|_\w+)$/i,
		joinedCalls: JOINED_CALLS,
		fold,
		isBare: (name) =>
			/^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name.toLowerCase()) && !UNRESERVED.has(name.toLowerCase()),
	},
	command: /^delimiter/i,
	between: /delimiter/i,
	backslashSetting: /\bNO_BACKSLASH_ESCAPES\b/i,
};
