import { type NodeOf, optionsOf, valueText } from '../dialects/postgresql/catalog/trees.ts';
import { rules } from '../dialects/postgresql/reading.ts';
import { splitStatements } from '../sql/scan.ts';
import { KEYS } from './bulk-writes.ts';
import { tokensOf } from './statement-tokens.ts';

/** Words of statements that repeat something, or run what cannot be seen. */
const OPEN_ENDED = new Set('CALL COPY EXECUTE LOOP MERGE PERFORM REFRESH'.split(' '));

/** Schemas and tables of the server itself. */
const OWN = /^"?(?:pg_|information_schema)/i;

/**
 * Whether a DO block repeats something, or runs what cannot be seen; a body that cannot be read does. Other statements in
 * it are looked at by themselves.
 */
export const runsUnseen = (block: NodeOf<'DoStmt'>): boolean => hasPiece(block, isOpenEnded);

/** Whether it may take long: it does that, or reads or writes rows of a table that no key names. */
export const mayTakeLong = (block: NodeOf<'DoStmt'>): boolean => hasPiece(block, isLong);

function hasPiece({ args }: NodeOf<'DoStmt'>, test: (words: readonly string[]) => boolean): boolean {
	try {
		return splitStatements(valueText(optionsOf(args).get('as')), rules.lexis).some(({ text }) =>
			test(tokensOf(text).map((token) => token.text)),
		);
	} catch {
		return true;
	}
}

const isOpenEnded = (words: readonly string[]): boolean => words.some((word) => OPEN_ENDED.has(word.toUpperCase()));

function isLong(words: readonly string[]): boolean {
	const upper = words.map((word) => word.toUpperCase());
	const isChange = upper.includes('UPDATE') || upper.includes('DELETE');
	const from = upper.indexOf('FROM');
	const isRead = from !== -1 && !OWN.test(words[from + 1] ?? '');
	return isOpenEnded(words) || ((isChange || isRead) && !isByKey(words, upper));
}

/** Whether `WHERE` is followed by a key that is said to be a value. */
function isByKey(words: readonly string[], upper: readonly string[]): boolean {
	const where = upper.indexOf('WHERE');
	return where !== -1 && KEYS.has((words[where + 1] ?? '').toLowerCase()) && words[where + 2] === '=';
}
