import { isSqlFragment, type SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';

/** A role by its name, or sql`CURRENT_USER` and the like, or `param('owner', 'identifier')`. */
export type Role = string | SqlFragment;

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
	if (!isSqlFragment(given)) return check.name(given, label);
	if (isRole(given)) return given;
	return check.refuse(label, 'a role', given, "write its name, sql`CURRENT_USER`, or param('owner', 'identifier')");
};
