import { isSqlFragment, type SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';

/**
 * A role: its name, or SQL that stands for one, such as sql`CURRENT_USER` and sql`${param('reader', 'identifier')}`.
 * `'public'` means every role.
 */
export type Role = string | SqlFragment;

/** What the grammar takes for a keyword where it is not quoted, and what no role may be called. */
const WORDS = new Set(['current_role', 'current_user', 'none', 'session_user']);

const role: check.Check<Role> = (given, label) => {
	if (isSqlFragment(given)) return given;
	const name = check.name(given, label);
	if (name === 'PUBLIC') check.refuse(label, 'the name of a role', name, "write 'public' for every role");
	if (!WORDS.has(name.toLowerCase())) return name;
	return check.refuse(label, 'the name of a role', name, 'write a keyword as SQL: sql`CURRENT_USER`');
};

/** A role, or several. */
export const roles: check.Check<readonly Role[]> = (given, label) =>
	Array.isArray(given) ? check.listOf(role, 'roles')(given, label) : Object.freeze([role(given, label)]);
