import type { Lexis } from '../../sql/lexis.ts';
import { type Token, tokens } from '../../sql/scan.ts';

/** Unicode sets this character aside for the use inside of programs: no text holds it. */
const MARK = '\ufdd0';
/** What a name can hold beside the mark. */
const MAX_BYTES = 56;

interface Placeholder {
	readonly start: number;
	readonly end: number;
	/**
	 * `:name`, `:'name'` or `:"name"` of psql; `${name}` of Flyway and Liquibase, with what is joined to it; `@extschema@`
	 * of the scripts of extensions.
	 *
	 * @see https://www.postgresql.org/docs/current/extend-extensions.html
	 */
	readonly text: string;
}

/**
 * Forms of a statement that the grammar can read, the best one first: its placeholders are names or strings that no
 * text holds.
 */
export function placeholderForms(statement: string, lexis: Lexis): readonly string[] {
	if (!/:['"\w{\u0080-\uffff]|\$\{|@ext/.test(statement)) return [statement];
	const found = placeholdersIn(statement, lexis);
	if (found.length === 0) return [statement];
	if (statement.includes(MARK) || found.some(({ text }) => Buffer.byteLength(text) > MAX_BYTES)) return [];
	const string = (text: string): string => `'${MARK}${text.replaceAll("'", "''")}'`;
	const name = (text: string): string => `"${MARK}${text.replaceAll('"', '""')}"`;
	return [
		replaced(statement, found, (text) => (text.startsWith(":'") ? string(text) : name(text))),
		// The colon of `a[from:to]` has another meaning.
		statement,
		replaced(statement, found, (text) => (text.startsWith(':"') ? name(text) : string(text))),
	];
}

/** A name as it was before its placeholders were replaced. */
export const placeholdersShown = (name: string): string => (name.includes(MARK) ? name.replaceAll(MARK, '') : name);

/** A form of a statement, or its beginning, as the statement is written. */
export function placeholdersRestored(form: string): string {
	if (!form.includes(MARK)) return form;
	return form.replaceAll(MARKED, (_all, quote: string, text: string) => text.replaceAll(quote + quote, quote));
}

const MARKED = new RegExp(`(["'])${MARK}((?:(?!\\1).|\\1\\1)*)\\1`, 'gs');

function replaced(text: string, found: readonly Placeholder[], form: (text: string) => string): string {
	let result = '';
	let from = 0;
	for (const placeholder of found) {
		result += text.slice(from, placeholder.start) + form(placeholder.text);
		from = placeholder.end;
	}
	return result + text.slice(from);
}

function placeholdersIn(text: string, lexis: Lexis): readonly Placeholder[] {
	const all = [...tokens(text, lexis)];
	let done = 0;
	return all.flatMap((token, index) => {
		if (token.start < done) return [];
		const braced = bracedAt(text, token);
		if (braced) {
			done = braced.end;
			return [braced];
		}
		const next = all[index + 1];
		if (token.text !== ':' || !next || all[index - 1]?.text === ':' || !isNamed(next)) return [];
		return { start: token.start, end: next.end, text: text.slice(token.start, next.end) };
	});
}

const BRACED = /(?:[\w\u0080-\uffff]*(?:\$\{[\w.:-]+\}|@ext(?:owner|schema(?::\w+)?)@))+[\w\u0080-\uffff]*/y;

/** To the server `${` has no meaning, and no operator of PostgreSQL is followed by such a word and another one. */
function bracedAt(text: string, { kind, start }: Token): Placeholder | undefined {
	if (kind !== 'word' && kind !== 'symbol') return undefined;
	BRACED.lastIndex = start;
	const [found] = BRACED.exec(text) ?? [];
	return found === undefined ? undefined : { start, end: start + found.length, text: found };
}

/** @see https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION */
const isNamed = ({ kind, text }: Token): boolean =>
	(kind === 'word' && !/^\d/.test(text)) || (kind === 'quoted' && /^['"]/.test(text));
