import { GenSqlError } from '../core/error.ts';
import type { SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';
import { grantees, type Role } from './role.ts';

type Command = 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** A policy as createPolicy takes it. */
export interface PolicyDefinition {
	/** One permissive policy is enough for a row, and each restrictive one is needed. Default `'PERMISSIVE'`. */
	readonly as?: 'PERMISSIVE' | 'RESTRICTIVE';
	/** What it applies to. Default `'ALL'`. */
	readonly for?: Command;
	/** Whom it applies to. Default `'public'`, which is everybody. */
	readonly to?: Role | readonly Role[];
	/** The rows that are there for them. A string is SQL. */
	readonly using?: string | SqlFragment;
	/** The rows that they may write; without it those of `using`. A string is SQL. */
	readonly withCheck?: string | SqlFragment;
	readonly comment?: string | null;
}

/** A policy as data. */
export interface PolicyParts extends Pick<PolicyDefinition, 'as' | 'for'> {
	readonly to?: readonly Role[];
	readonly using?: SqlFragment;
	readonly withCheck?: SqlFragment;
}

export const policyOptions = {
	schema: check.name,
	as: check.oneOf('PERMISSIVE', 'RESTRICTIVE'),
	for: check.oneOf('ALL', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'),
	to: grantees,
	using: check.expression,
	withCheck: check.expression,
	comment: check.textOrNull,
};

/**
 * Refuse conditions on rows that a command does not have.
 *
 * @see https://www.postgresql.org/docs/current/sql-createpolicy.html
 */
export function checkPolicy(call: string, { for: command, using, withCheck }: PolicyParts): void {
	if (command === 'INSERT' && using) throw stray(call, 'using', 'INSERT reads no rows', 'write withCheck');
	if ((command === 'SELECT' || command === 'DELETE') && withCheck) {
		throw stray(call, 'withCheck', `${command} writes no rows`, 'write using');
	}
}

const stray = (call: string, option: string, why: string, hint: string): GenSqlError =>
	new GenSqlError('ARGUMENT_INVALID', `${call}: ${option} has no meaning here: ${why}`, { hint });

/** A policy that was there: what it said, all of it optional. The call that creates it checks it. */
export const policyDefinition = check.definition<PolicyDefinition>('an object');
