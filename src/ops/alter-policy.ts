import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { policyOptions } from '../schema/policy.ts';
import type { Role } from '../schema/role.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { OperationBase, OperationDefinition, Reversal } from './operation.ts';
import { turned, undoneBy } from './reversal.ts';

export interface AlterPolicyOptions {
	/** Schema of the table. */
	readonly schema?: string;
	/** Whom it applies to from now on. */
	readonly to?: Role | readonly Role[];
	/** The rows that are there for them from now on. A string is SQL. */
	readonly using?: string | SqlFragment;
	/** The rows that they may write from now on. A string is SQL. */
	readonly withCheck?: string | SqlFragment;
	readonly newName?: string;
	/** Whom it applies to now; undoing a change of `to` needs it. */
	readonly existingTo?: Role | readonly Role[];
	/** The rows that are there for them now; undoing a change of `using` needs it. */
	readonly existingUsing?: string | SqlFragment;
	/** The rows that they may write now; undoing a change of `withCheck` needs it. */
	readonly existingWithCheck?: string | SqlFragment;
}

/** What of a policy can be exchanged. */
interface Changes {
	readonly to?: readonly Role[];
	readonly using?: SqlFragment;
	readonly withCheck?: SqlFragment;
}

export interface AlterPolicy extends OperationBase<'alterPolicy'>, Changes {
	readonly name: string;
	readonly table: QualifiedName;
	readonly newName?: string;
	readonly existingTo?: readonly Role[];
	readonly existingUsing?: SqlFragment;
	readonly existingWithCheck?: SqlFragment;
}

export interface AlterPolicyMethod {
	/**
	 * Exchange the roles, the conditions or the name of a policy.
	 *
	 * A condition can be exchanged, and not be taken away: that needs dropPolicy and createPolicy, and so do another
	 * command, and restrictive instead of permissive.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when nothing is to change.
	 * @see https://www.postgresql.org/docs/current/sql-alterpolicy.html
	 *
	 * @example
	 * op.alterPolicy('own_messages', 'message', {
	 *   using: 'author = current_user OR is_public',
	 *   existingUsing: 'author = current_user',
	 * });
	 */
	alterPolicy(name: string, table: string, options: AlterPolicyOptions): void;
}

const { schema, to, using, withCheck } = policyOptions;
const changes = { to, using, withCheck };
const options = {
	schema,
	...changes,
	newName: check.name,
	existingTo: to,
	existingUsing: using,
	existingWithCheck: withCheck,
};

export const alterPolicy: OperationDefinition<AlterPolicy, AlterPolicyMethod['alterPolicy']> = {
	kind: 'alterPolicy',
	summary: 'Exchange the roles, the conditions or the name of a policy.',
	options,

	create(name, table, given, ...rest) {
		check.noMore('alterPolicy', rest);
		const own = check.name(name, 'alterPolicy: name');
		const on = check.name(table, 'alterPolicy: table');
		const { schema: outer, ...others } = check.readOptions('alterPolicy', given, options);
		if (![...keysOf(changes), 'newName'].some((change) => change in others)) {
			throw new GenSqlError('ARGUMENT_INVALID', `alterPolicy: nothing of "${own}" is to change`, {
				hint: 'give at least one of: to, using, withCheck, newName',
			});
		}
		return { kind: 'alterPolicy', name: own, table: qualified(on, outer), ...others };
	},

	reverse: undone,
};

/** What tells the state before each change. */
const BEFORE = {
	to: 'existingTo',
	using: 'existingUsing',
	withCheck: 'existingWithCheck',
} as const satisfies { readonly [Change in keyof Changes]: keyof AlterPolicy };

function undone(op: AlterPolicy): Reversal {
	const { kind, name, table, newName } = op;
	const back = turned<Partial<AlterPolicy>>(op, BEFORE, name, table);
	if ('irreversible' in back) return back;
	return undoneBy({
		kind,
		name: newName ?? name,
		table,
		...(newName !== undefined && { newName: name }),
		...back.parts,
	});
}
