import { GenSqlError } from '../core/error.ts';
import { isSqlFragment, type SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';

/**
 * A role: its name, or SQL that stands for one: sql`CURRENT_USER` and the like, `ident()`, or `param('owner', 'identifier')`.
 * Where privileges are concerned, `'public'` means every role.
 */
export type Role = string | SqlFragment;

/** What the grammar takes for a keyword where it is not quoted, and what no role may be called. */
const WORDS = new Set(['current_role', 'current_user', 'none', 'session_user']);

const KEYWORD = /^\s*(?:CURRENT_ROLE|CURRENT_USER|SESSION_USER)\s*$/i;

/** Whether SQL stands for one role: a key word, a name made by `ident()`, or a parameter that is a name. */
function isRole({ chunks }: SqlFragment): boolean {
	const [chunk] = chunks;
	if (chunk === undefined || chunks.length > 1) return false;
	if (chunk.kind === 'name') return chunk.names.length === 1;
	if (chunk.kind === 'parameter') return chunk.type === 'identifier';
	return chunk.kind === 'text' && KEYWORD.test(chunk.text);
}

export const role: check.Check<Role> = (given, label) => {
	if (isSqlFragment(given)) {
		if (isRole(given)) return given;
		return check.refuse(label, 'a role', given, "write its name, sql`CURRENT_USER`, or param('owner', 'identifier')");
	}
	const name = check.name(given, label);
	if (name.toLowerCase() === 'public') check.refuse(label, 'the name of a role', name, 'it means every role');
	if (!WORDS.has(name.toLowerCase())) return name;
	return check.refuse(label, 'the name of a role', name, 'write a keyword as SQL: sql`CURRENT_USER`');
};

/** A role, or every role: `'public'`. */
const grantee: check.Check<Role> = (given, label) => {
	if (given === 'PUBLIC') check.refuse(label, 'the name of a role', given, "write 'public' for every role");
	return given === 'public' ? given : role(given, label);
};

const oneOrMore =
	(one: check.Check<Role>): check.Check<readonly Role[]> =>
	(given, label) =>
		Array.isArray(given) ? check.listOf(one, 'roles')(given, label) : Object.freeze([one(given, label)]);

/** A role, or several. */
export const roles = oneOrMore(role);

/** Those that have privileges, or that a policy is for. */
export const grantees = oneOrMore(grantee);

/**
 * Nobody can pass on what every role has.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when every role is to have the grant option.
 */
export function checkGrantOption(call: string, to: readonly Role[], grantOption: boolean | undefined): void {
	if (!grantOption || !to.includes('public')) return;
	throw new GenSqlError('ARGUMENT_INVALID', `${call}: 'public' cannot have the grant option`, {
		hint: 'leave grantOption out, or name roles',
	});
}
