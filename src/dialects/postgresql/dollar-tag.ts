/**
 * The dollar quotes to put around a text: it does not hold them, and its end makes none with what follows it.
 *
 * @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING
 */
export function dollarTag(text: string, word: string): string {
	let tag = `$${word}$`;
	for (let number = 1; `${text}${tag}`.indexOf(tag) < text.length; number++) tag = `$${word}_${number}$`;
	return tag;
}
