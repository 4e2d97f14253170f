import type { Reading } from '../../sql/reading.ts';
import { KEYWORDS } from './keywords.ts';
import { lexis } from './lexis.ts';

/** Words that are no key words of SQLite, and yet mean the same in any case. */
const TYPES = new Set(
	`bigint blob bool boolean char date datetime decimal double float int integer numeric precision real smallint text
	time timestamp tinyint varchar varying`.split(/\s+/),
);
/** Names that are values without their quotes. */
const VALUES = new Set(['false', 'true']);

/** Other words keep their case, though SQLite finds names in any: what results are called is how a name was written. */
function fold(word: string, before: string): string {
	const folded = word.toLowerCase();
	const isKnown = KEYWORDS.has(folded) || TYPES.has(folded) || VALUES.has(folded);
	return isKnown && before !== '.' ? folded : word;
}

const isKeyword = (name: string): boolean => KEYWORDS.has(name) || VALUES.has(name);

/** SQLite's SQL, and the commands of sqlite3. */
export const reading: Reading = {
	lexis: { ...lexis, lineComment: /--[^\n]*|(?<=(?:^|\n)[^\S\n]*)\.(?=[a-z])[^\n]*/y, forbidden: [] },
	rules: {
		lexis: { ...lexis, forbidden: [] },
		heardComment: /^\/\*\+/,
		nameQuotes: '"`[',
		operator: /->>|<<|>>|<>|<=|>=|!=|==|->|\|\|/y,
		synonyms: { '!=': '<>', '==': '=' },
		joins: /[@:#?$]$|(?:^|[^\w$])x$/i,
		joinedCalls: new Set(),
		fold,
		isBare: (name) => /^[A-Za-z_]\w*$/.test(name) && !isKeyword(name.toLowerCase()),
	},
	command: /^\./,
	between: /\./,
};
