import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type PolicyDefinition, policyDefinition } from '../schema/policy.ts';
import { type CreatePolicy, createPolicy } from './create-policy.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { inSchema, restored } from './reversal.ts';

export interface DropPolicy extends OperationBase<'dropPolicy'> {
	readonly name: string;
	readonly table: QualifiedName;
	readonly ifExists: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreatePolicy;
}

export interface DropPolicyOptions {
	/** Schema of the table. */
	readonly schema?: string;
	/** Succeed when there is no such policy, or no such table. Default `false`. */
	readonly ifExists?: boolean;
	/** What it is now; undoing the drop needs it. */
	readonly was?: PolicyDefinition;
}

export interface DropPolicyMethod {
	/**
	 * Drop a policy.
	 *
	 * After the last one, a table with row-level security shows no row to those whom policies hold for.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-droppolicy.html
	 *
	 * @example
	 * op.dropPolicy('own_messages', 'message', { was: { to: 'reader', using: 'author = current_user' } });
	 */
	dropPolicy(name: string, table: string, options?: DropPolicyOptions): void;
}

const options = { schema: check.name, ifExists: check.flag, was: policyDefinition };

export const dropPolicy: OperationDefinition<DropPolicy, DropPolicyMethod['dropPolicy']> = {
	kind: 'dropPolicy',
	summary: 'Drop a policy.',
	options,

	create(name, table, given, ...rest) {
		check.noMore('dropPolicy', rest);
		const own = check.name(name, 'dropPolicy: name');
		const on = check.name(table, 'dropPolicy: table');
		const { schema, ifExists = false, was } = check.readOptions('dropPolicy', given, options);
		return {
			kind: 'dropPolicy',
			name: own,
			table: qualified(on, schema),
			ifExists,
			...(was && { was: createPolicy.create(own, on, { ...was, ...inSchema(schema) }) }),
		};
	},

	reverse: (op) => restored(op.was, `the policy "${op.name}"`, 'give { was: its options }', op.table),
};
