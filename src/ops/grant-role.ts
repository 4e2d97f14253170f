import * as check from '../schema/arguments.ts';
import { type Role, role, roles } from '../schema/role.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface GrantRole extends OperationBase<'grantRole'> {
	readonly roles: readonly Role[];
	readonly to: readonly Role[];
	readonly adminOption: boolean;
	readonly inherit?: boolean;
	readonly set?: boolean;
	readonly grantedBy?: Role;
	/** Whether they are members without it. */
	readonly existingGrant: boolean;
}

export interface GrantRoleOptions {
	/** Let the members make others members. Default `false`. */
	readonly adminOption?: boolean;
	/** Whether members have its privileges without SET ROLE; by default as they are created. PostgreSQL 16 and later. */
	readonly inherit?: boolean;
	/** Whether members may SET ROLE to it. Default `true`. PostgreSQL 16 and later. */
	readonly set?: boolean;
	/** The role that grants; before PostgreSQL 16 the current one. PostgreSQL 14 and later. */
	readonly grantedBy?: Role;
	/** They are members already, and get the admin option alone; undoing takes that alone. Default `false`. */
	readonly existingGrant?: boolean;
}

export interface GrantRoleMethod {
	/**
	 * Make roles members of others.
	 *
	 * Undoing ends the memberships, also one that was there before the call.
	 *
	 * @param role - The role, or roles, whose privileges the members get.
	 * @param to - Names of roles; sql`CURRENT_USER` is the one that runs the script.
	 * @see https://www.postgresql.org/docs/current/sql-grant.html#SQL-GRANT-DESCRIPTION-ROLES
	 *
	 * @example
	 * op.grantRole('app_reader', ['alice', 'bob']);
	 */
	grantRole(role: Role | readonly Role[], to: Role | readonly Role[], options?: GrantRoleOptions): void;
}

/** What a membership has beside its roles. */
export const membershipOptions = { adminOption: check.flag, inherit: check.flag, set: check.flag };

const options = { ...membershipOptions, grantedBy: role, existingGrant: check.flag };

export const grantRole: OperationDefinition<GrantRole, GrantRoleMethod['grantRole']> = {
	kind: 'grantRole',
	summary: 'Make roles members of others.',
	options,

	create(given, to, more, ...rest) {
		check.noMore('grantRole', rest);
		const others = check.readOptions('grantRole', more, options);
		if (others.existingGrant && !others.adminOption) {
			check.refuse('grantRole: adminOption', 'true where existingGrant is', others.adminOption);
		}
		return {
			kind: 'grantRole',
			roles: roles(given, 'grantRole: role'),
			to: roles(to, 'grantRole: to'),
			adminOption: false,
			existingGrant: false,
			...others,
		};
	},

	reverse: (op) =>
		undoneBy({
			kind: 'revokeRole',
			roles: op.roles,
			from: op.to,
			adminOptionFor: op.existingGrant,
			...(op.grantedBy !== undefined && { grantedBy: op.grantedBy }),
			cascade: false,
			was: bare(op),
		}),
};
