import { GenSqlError } from '../core/error.ts';
import { deepFreeze, snapshot } from '../core/freeze.ts';
import { isOfKind } from '../core/keys.ts';
import { describe, identifier } from '../core/names.ts';
import { type Parameter, type ParameterOptions, type ParameterType, parameter } from './parameter.ts';
import { isLiteralValue, type LiteralValue } from './value.ts';

/** A piece of a fragment that has no dialect yet. */
export type Chunk =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'value'; readonly value: LiteralValue; readonly inline?: true }
	| { readonly kind: 'name'; readonly names: readonly string[] }
	| (Parameter & { readonly kind: 'parameter' });

/** SQL text with names, values and parameters in it, before a dialect has spelled them. Frozen. */
export interface SqlFragment {
	readonly kind: 'sql';
	readonly chunks: readonly Chunk[];
}

const fragment = (chunks: readonly Chunk[]): SqlFragment => deepFreeze({ kind: 'sql', chunks });

/** Whether a value was made by `sql`, `ident` or `param`: that is frozen, and a copy that nothing has checked is not. */
export const isSqlFragment = (value: unknown): value is SqlFragment => isOfKind(value, 'sql') && Object.isFrozen(value);

/** Text the author wrote as SQL, kept verbatim. */
export const verbatim = (text: string): SqlFragment => fragment([{ kind: 'text', text }]);

/**
 * SQL with values in it.
 *
 * A value becomes a literal that the dialect quotes; `ident()` becomes a quoted name, `param()` a named placeholder,
 * another fragment is put in as it is. The text between them is kept verbatim: white space, tabs, `:` and `%` too.
 *
 * @throws {GenSqlError} LITERAL_INVALID when a value cannot be a literal (undefined, an array, an object).
 * @throws {GenSqlError} SQL_INVALID when a backslash would be lost: in a template literal it is written twice.
 *
 * @example
 * op.execute(sql`update ${ident('user')} set plan = ${'free'} where created_at < now()`);
 */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): SqlFragment {
	const chunks: Chunk[] = [];
	strings.forEach((text, index) => {
		checkEscapes(text, strings.raw[index] ?? '');
		if (text !== '') chunks.push({ kind: 'text', text });
		if (index < values.length) chunks.push(...chunksOf(values[index]));
	});
	return fragment(chunks);
}

/**
 * A name inside `sql`, quoted when the dialect needs it.
 *
 * @param names - The parts of a qualified name, outermost first: `ident('app', 'user')`.
 * @throws {GenSqlError} IDENTIFIER_INVALID when a part is empty, or holds NUL or half a surrogate pair.
 */
export const ident = (...names: readonly string[]): SqlFragment =>
	fragment([{ kind: 'name', names: (names.length > 0 ? names : ['']).map((name) => identifier(name)) }]);

/**
 * A value as a literal, whatever `literalBinds` says.
 *
 * @throws {GenSqlError} LITERAL_INVALID when it cannot be one.
 */
export function literal(value: LiteralValue): SqlFragment {
	if (isLiteralValue(value)) return fragment([{ kind: 'value', value: snapshot(value), inline: true }]);
	throw new GenSqlError('LITERAL_INVALID', `literal: ${describe(value)} has no literal`);
}

/**
 * A named placeholder: `:tenant` in the script, filled in when the script is rendered or when it runs.
 *
 * @param name - Letters, digits and `_`, not starting with a digit.
 * @param type - The type of the value, for example `t.string()`; `'identifier'` for the name of something.
 * @throws {GenSqlError} ARGUMENT_INVALID when the name, the type or an option is not one.
 *
 * @example
 * op.execute(sql`delete from session where tenant = ${param('tenant', t.string(), { description: 'whose sessions' })}`);
 */
export const param = (name: string, type: ParameterType, options?: ParameterOptions): SqlFragment =>
	fragment([{ kind: 'parameter', ...parameter(name, type, options) }]);

/** JavaScript drops the backslash of `\d` without a word; a regular expression in SQL would change its meaning. */
function checkEscapes(cooked: string | undefined, rawText: string): void {
	const lost = [...rawText.matchAll(/\\([\s\S])/g)].find(({ 1: escaped = '', index }) =>
		isLost(escaped, index, rawText),
	);
	if (cooked !== undefined && !lost) return;
	throw new GenSqlError(
		'SQL_INVALID',
		`JavaScript would drop the backslash of ${lost?.[0] ?? 'an escape'} in sql\`…\``,
		{
			hint: 'write the backslash twice',
		},
	);
}

/** Whether an escape means no more than the character itself; `\${` and `$\{` keep a brace from being a value. */
function isLost(escaped: string, at: number, text: string): boolean {
	if (escaped === '$') return text[at + 2] !== '{';
	if (escaped === '{') return text[at - 1] !== '$';
	return !/[\\`nrtbfv0xu\r\n\u2028\u2029]/.test(escaped);
}

function chunksOf(value: unknown): readonly Chunk[] {
	if (isSqlFragment(value)) return value.chunks;
	if (isLiteralValue(value)) return [{ kind: 'value', value: snapshot(value) }];
	const what = Array.isArray(value)
		? 'an array'
		: value === undefined
			? 'undefined'
			: `a value of type ${typeof value}`;
	throw new GenSqlError('LITERAL_INVALID', `sql\`…\` was given ${what}`, {
		hint: 'pass a string, number, bigint, boolean, null, Date, Uint8Array, ident(), param() or another sql`…`',
	});
}
