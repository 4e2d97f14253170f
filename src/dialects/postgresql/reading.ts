import type { Reading, TokenRules } from '../../sql/reading.ts';
import { unseenBy } from './client-commands.ts';
import { KEYWORDS } from './keywords.ts';
import { lexis } from './lexis.ts';

const isPlain = (name: string): boolean => /^[a-z_][a-z0-9_$]*$/.test(name);

/** @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html */
export const rules: TokenRules = {
	lexis: { ...lexis, forbidden: [] },
	heardComment: /^\/\*\+/,
	nameQuotes: '"',
	// An operator ends with + or - only when a character stands in it that no SQL operator has.
	operator: /::|:=|[-+*/<>=]*[~!@#%^&|`?][-+*/<>=~!@#%^&|`?]*|[-+*/<>=]*[*/<>=]/y,
	synonyms: { '!=': '<>' },
	joins: /(?:^|[^:]):$|\$$|(?:^|[^\w$])(?:[bensx]|u&)$/i,
	joinedCalls: new Set(),
	fold: (word) => word.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()),
	isBare: (name) => isPlain(name) && !KEYWORDS.has(name),
};

/**
 * Behind `\\` and `\;` comes SQL.
 *
 * @see https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS
 */
function behindCommand(command: string): string | undefined {
	if (command.startsWith('\\;')) return command.slice(2);
	const arguments_ = command.slice(1).replaceAll(/'(?:[^'\\]|\\.)*'|"[^"]*"|`[^`]*`/g, '');
	const end = /\\[\\;]/.exec(arguments_);
	return end ? arguments_.slice(end.index + 2) : undefined;
}

/** PostgreSQL's SQL and psql's commands; what a statement means is told by PostgreSQL's own grammar. */
export const reading: Reading = {
	// A command goes to the end of its line.
	lexis: { ...rules.lexis, lineComment: /--[^\n\r]*|\\[^\n]*/y },
	rules,
	command: /^\\/,
	between: /\\|\bstdin\b/i,
	inlineData: {
		words: /\bstdin\b/i,
		statement: /^w:copy .* w:from w:stdin\b/s,
		command: /\bfrom\b.*\bp?stdin\b/i,
	},
	behindCommand,
	unseenBy,
	variable: /^(?::\w+|\$\{[^{}]+\})$/,
	backslashSetting: /\bstandard_conforming_strings\b['"]?\s*(?:=|,|\bto\b)\s*['"]?(?:of|f|n|0)/i,
	loadGrammar: async () => (await import('./grammar.ts')).loadGrammar(),
};
