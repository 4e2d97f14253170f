import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { checkPolicy, type PolicyDefinition, type PolicyParts, policyOptions } from '../schema/policy.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface CreatePolicy extends OperationBase<'createPolicy'>, PolicyParts {
	readonly name: string;
	readonly table: QualifiedName;
	readonly comment?: string;
}

export interface CreatePolicyOptions extends PolicyDefinition {
	/** Schema of the table. */
	readonly schema?: string;
}

export interface CreatePolicyMethod {
	/**
	 * Create a policy on the rows of a table. It holds once `enableRowLevelSecurity` is on.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when `using` is given for INSERT, or `withCheck` for SELECT or DELETE.
	 * @see https://www.postgresql.org/docs/current/sql-createpolicy.html
	 *
	 * @example
	 * op.createPolicy('own_messages', 'message', { to: 'reader', using: 'author = current_user' });
	 */
	createPolicy(name: string, table: string, options?: CreatePolicyOptions): void;
}

export const createPolicy: OperationDefinition<CreatePolicy, CreatePolicyMethod['createPolicy']> = {
	kind: 'createPolicy',
	summary: 'Create a policy on the rows of a table.',
	options: policyOptions,

	create(name, table, given, ...rest) {
		check.noMore('createPolicy', rest);
		const own = check.name(name, 'createPolicy: name');
		const on = check.name(table, 'createPolicy: table');
		const { schema, comment, ...parts } = check.readOptions('createPolicy', given, policyOptions);
		checkPolicy('createPolicy', parts);
		return {
			kind: 'createPolicy',
			name: own,
			table: qualified(on, schema),
			...parts,
			...(comment != null && { comment }),
		};
	},

	reverse: (op) => undoneBy({ kind: 'dropPolicy', name: op.name, table: op.table, ifExists: false, was: bare(op) }),
};
