import { GenSqlError } from '../../core/error.ts';
import { raw, type Sql } from '../../sql/words.ts';

const MAX_IDENTIFIER = 64;

/**
 * A name, always in backquotes: which words need them grows with each version.
 *
 * @throws {GenSqlError} IDENTIFIER_INVALID when it is longer than 64 characters, ends with a space, or holds a character
 * beyond U+FFFF.
 * @see https://dev.mysql.com/doc/refman/8.4/en/identifiers.html
 * @see https://dev.mysql.com/doc/refman/8.4/en/identifier-length.html
 */
export function name(text: string): Sql {
	const problem = problemOf(text);
	if (problem === undefined) return raw(`\`${text.replaceAll('`', '``')}\``);
	throw new GenSqlError('IDENTIFIER_INVALID', `the name "${text}" ${problem}`, { hint: 'choose another name' });
}

function problemOf(text: string): string | undefined {
	const length = [...text].length;
	if (length > MAX_IDENTIFIER) return `is ${length} characters long; MySQL takes ${MAX_IDENTIFIER}`;
	if (/[\u{10000}-\u{10ffff}]/u.test(text)) return 'holds a character beyond U+FFFF, which MySQL takes in no name';
	return text.endsWith(' ') ? 'ends with a space, which MySQL takes in no name' : undefined;
}
