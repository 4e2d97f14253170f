import { GenSqlError } from './error.ts';
import { hasLoneSurrogate } from './text.ts';

/** A table, or another object that lives in a schema. Both parts are names, verbatim: a dot in them is a character. */
export interface QualifiedName {
	readonly schema?: string;
	readonly name: string;
}

/**
 * A name as the server stores it: not quoted, in its own case, dots and all.
 *
 * How long it may be is the dialect's to say.
 *
 * @param what - What the name is, for the message: `createTable: table`.
 * @throws {GenSqlError} IDENTIFIER_INVALID when it is not a string, is empty, or holds NUL or half a surrogate pair.
 */
export function identifier(name: unknown, what = 'a name'): string {
	if (typeof name !== 'string') {
		throw new GenSqlError('ARGUMENT_INVALID', `${what} must be a name (a string), got ${describe(name)}`);
	}
	if (name === '') throw new GenSqlError('IDENTIFIER_INVALID', `${what} is empty`);
	if (name.includes('\0')) throw new GenSqlError('IDENTIFIER_INVALID', `${what} ${JSON.stringify(name)} holds NUL`);
	if (hasLoneSurrogate(name)) {
		throw new GenSqlError('IDENTIFIER_INVALID', `${what} ${JSON.stringify(name)} holds half a surrogate pair`, {
			hint: 'such text has no UTF-8 form',
		});
	}
	return name;
}

/** A value as a message shows it: its type, and its text when that is short. */
export function describe(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'an array';
	if (typeof value === 'object') return 'an object';
	if (typeof value === 'function') return 'a function';
	const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
	return text.length > 60 ? `a ${typeof value}` : text;
}

/** `schema.name` as messages show it, not quoted. */
export const shownName = ({ schema, name }: QualifiedName): string =>
	schema === undefined ? name : `${schema}.${name}`;

/** Schema and name, without an `undefined` key. */
export const qualified = (name: string, schema: string | undefined): QualifiedName =>
	schema === undefined ? { name } : { schema, name };
