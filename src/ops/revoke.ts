import { GenSqlError } from '../core/error.ts';
import * as check from '../schema/arguments.ts';
import {
	checkFitting,
	type Granted,
	type GrantedObjects,
	granted,
	grantedObjects,
	type Privilege,
	type PrivilegeList,
	type PrivilegeTarget,
	privileges,
} from '../schema/privileges.ts';
import { grantees, type Role, role } from '../schema/role.ts';
import type { Grant } from './grant.ts';
import type { OperationBase, OperationDefinition, Reversal } from './operation.ts';
import { irreversible, undoneBy } from './reversal.ts';

export interface Revoke extends OperationBase<'revoke'> {
	readonly privileges: 'ALL' | readonly Privilege[];
	readonly on: GrantedObjects;
	readonly from: readonly Role[];
	readonly grantOptionFor: boolean;
	readonly grantedBy?: Role;
	readonly cascade: boolean;
	/** What they have; undoing may need it. */
	readonly was?: Grant;
}

export interface RevokeOptions {
	/** Schema of the objects. */
	readonly schema?: string;
	/** Leave them the privileges, and take the right to grant them to others. Default `false`. */
	readonly grantOptionFor?: boolean;
	/** The role that had granted, which has to be the current one. PostgreSQL 14 and later. */
	readonly grantedBy?: Role;
	/** Revoke also what they have granted to others, which fails otherwise. Default `false`. */
	readonly cascade?: boolean;
	/** What they have now: privileges, or an object that holds them beside `grantOption`. Undoing may need it. */
	readonly was?: PrivilegeList | Granted;
}

export interface RevokeMethod {
	/**
	 * Revoke privileges on objects from roles.
	 *
	 * Privileges on a table go with those on its columns. Undoing grants again what the call names. Where it does not say
	 * what the roles had (`'ALL'`, or all objects of a schema), `was` has to: a downgrade must not give them more.
	 *
	 * @param privileges - Their names, or `'ALL'`.
	 * @param on - What they are on, as in grant.
	 * @param from - Names of roles; `'public'` is every role, and sql`CURRENT_USER` the one that runs the script.
	 * @throws {GenSqlError} ARGUMENT_INVALID when there is no such privilege on that kind of object.
	 * @see https://www.postgresql.org/docs/current/sql-revoke.html
	 *
	 * @example
	 * op.revoke('ALL', { schema: 'public' }, 'public', { was: 'USAGE' });
	 */
	revoke(privileges: PrivilegeList, on: PrivilegeTarget, from: Role | readonly Role[], options?: RevokeOptions): void;
}

const options = {
	schema: check.name,
	grantOptionFor: check.flag,
	grantedBy: role,
	cascade: check.flag,
	was: granted,
};

export const revoke: OperationDefinition<Revoke, RevokeMethod['revoke']> = {
	kind: 'revoke',
	summary: 'Revoke privileges on objects from roles.',
	options,

	create(given, on, from, more, ...rest) {
		check.noMore('revoke', rest);
		const { schema, was, ...others } = check.readOptions('revoke', more, options);
		const list = privileges(given, 'revoke: privileges');
		const objects = grantedObjects('revoke', on, schema);
		checkFitting('revoke', list, objects);
		const op = {
			kind: 'revoke' as const,
			privileges: list,
			on: objects,
			from: grantees(from, 'revoke: from'),
			grantOptionFor: false,
			cascade: false,
			...others,
		};
		return was ? { ...op, was: restoring(op, was) } : op;
	},

	reverse(op): Reversal {
		if (op.cascade) return irreversible('what others were granted is not known', 'leave cascade out');
		if (op.was) return undoneBy(op.was);
		if (op.privileges === 'ALL' || op.on.type.startsWith('all')) {
			return irreversible('what they had is not known', "give { was: 'SELECT' } or what it is");
		}
		return undoneBy(grantOf(op, op));
	},
};

/** @throws {GenSqlError} ARGUMENT_INVALID when the objects have no such privilege, or there is none to pass on. */
function restoring(
	op: Revoke,
	{ privileges: list, grantOption = op.grantOptionFor }: ReturnType<typeof granted>,
): Grant {
	checkFitting('revoke: was', list, op.on);
	if (op.grantOptionFor && !grantOption) {
		throw new GenSqlError('ARGUMENT_INVALID', 'revoke: was has no grant option, and that is revoked');
	}
	return grantOf(op, { privileges: list, grantOption });
}

const grantOf = (
	{ on, from, grantOptionFor, grantedBy }: Revoke,
	{ privileges: list, grantOption = grantOptionFor }: Pick<Grant, 'privileges'> & { readonly grantOption?: boolean },
): Grant => ({
	kind: 'grant',
	privileges: list,
	on,
	to: from,
	grantOption,
	existingGrant: grantOptionFor,
	...(grantedBy !== undefined && { grantedBy }),
});
