import { type NodeOf, optionsOf, valueText } from '../dialects/postgresql/catalog/trees.ts';
import { rules } from '../dialects/postgresql/reading.ts';
import { isMeaningful, splitStatements, tokens } from '../sql/scan.ts';
import { KEYS } from './bulk-writes.ts';

/** Words of statements that repeat something, or run what cannot be seen. */
const OPEN_ENDED = new Set('CALL COPY EXECUTE LOOP MERGE PERFORM REFRESH'.split(' '));

/** Schemas and tables of the server itself. */
const OWN = /^"?(?:pg_|information_schema)/i;

/**
 * Whether a DO block may take long, by its words: it loops, calls something, or reads or writes rows of a table that no
 * key names. A body that cannot be read may.
 */
export function mayTakeLong({ args }: NodeOf<'DoStmt'>): boolean {
	try {
		return splitStatements(valueText(optionsOf(args).get('as')), rules.lexis).some(({ text }) => isLong(text));
	} catch {
		return true;
	}
}

function isLong(text: string): boolean {
	const words = [...tokens(text, rules.lexis)].filter(isMeaningful).map((token) => token.text);
	const upper = words.map((word) => word.toUpperCase());
	if (upper.some((word) => OPEN_ENDED.has(word))) return true;
	const isChange = upper.includes('UPDATE') || upper.includes('DELETE');
	const from = upper.indexOf('FROM');
	const isRead = from !== -1 && !OWN.test(words[from + 1] ?? '');
	return (isChange || isRead) && !isByKey(words, upper);
}

/** Whether `WHERE` is followed by a key that is said to be a value. */
function isByKey(words: readonly string[], upper: readonly string[]): boolean {
	const where = upper.indexOf('WHERE');
	return where !== -1 && KEYS.has((words[where + 1] ?? '').toLowerCase()) && words[where + 2] === '=';
}
