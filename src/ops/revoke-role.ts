import * as check from '../schema/arguments.ts';
import { type Role, role, roles } from '../schema/role.ts';
import { type GrantRole, type GrantRoleOptions, membershipOptions } from './grant-role.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible, undoneBy } from './reversal.ts';

export interface RevokeRole extends OperationBase<'revokeRole'> {
	readonly roles: readonly Role[];
	readonly from: readonly Role[];
	readonly adminOptionFor: boolean;
	readonly grantedBy?: Role;
	readonly cascade: boolean;
	/** What the memberships are; undoing needs it where they are no plain ones. */
	readonly was?: GrantRole;
}

export interface RevokeRoleOptions {
	/** Leave them members, and take the right to make others members. Default `false`. */
	readonly adminOptionFor?: boolean;
	/** The role that had granted; before PostgreSQL 16 the current one. PostgreSQL 14 and later. */
	readonly grantedBy?: Role;
	/** End also the memberships that they have granted, which fails otherwise. Default `false`. */
	readonly cascade?: boolean;
	/** The options that the memberships have now; undoing needs them where they are no plain ones. */
	readonly was?: Pick<GrantRoleOptions, 'adminOption' | 'inherit' | 'set'>;
}

export interface RevokeRoleMethod {
	/**
	 * End the membership of roles in others.
	 *
	 * @param role - The role, or roles, whose privileges the members had.
	 * @param from - Names of roles; sql`CURRENT_USER` is the one that runs the script.
	 * @see https://www.postgresql.org/docs/current/sql-revoke.html
	 *
	 * @example
	 * op.revokeRole('app_reader', 'bob');
	 */
	revokeRole(role: Role | readonly Role[], from: Role | readonly Role[], options?: RevokeRoleOptions): void;
}

const readMembership = check.record(membershipOptions);

/** One option, whatever it holds. */
const membership: check.Check<NonNullable<RevokeRoleOptions['was']>> = (given, label) => readMembership(given, label);

const options = {
	adminOptionFor: check.flag,
	grantedBy: role,
	cascade: check.flag,
	was: membership,
};

export const revokeRole: OperationDefinition<RevokeRole, RevokeRoleMethod['revokeRole']> = {
	kind: 'revokeRole',
	summary: 'End the membership of roles in others.',
	options,

	create(given, from, more, ...rest) {
		check.noMore('revokeRole', rest);
		const { was, ...others } = check.readOptions('revokeRole', more, options);
		const op = {
			kind: 'revokeRole' as const,
			roles: roles(given, 'revokeRole: role'),
			from: roles(from, 'revokeRole: from'),
			adminOptionFor: false,
			cascade: false,
			...others,
		};
		return was ? { ...op, was: grantOf(op, was) } : op;
	},

	reverse: (op) =>
		op.cascade
			? irreversible('what others were granted is not known', 'leave cascade out')
			: undoneBy(op.was ?? grantOf(op, {})),
};

const grantOf = (
	{ roles: of, from, adminOptionFor, grantedBy }: RevokeRole,
	was: NonNullable<RevokeRoleOptions['was']>,
): GrantRole => ({
	kind: 'grantRole',
	roles: of,
	to: from,
	...was,
	adminOption: adminOptionFor || (was.adminOption ?? false),
	existingGrant: adminOptionFor,
	...(grantedBy !== undefined && { grantedBy }),
});
