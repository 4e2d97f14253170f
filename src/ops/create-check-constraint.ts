import { deepFreeze } from '../core/freeze.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type CheckConstraint, type CheckOptions, constraintOptions, readConstraint } from '../schema/constraints.ts';
import { type FinalName, givenNameOrNull } from '../schema/final-name.ts';
import { namedConstraint } from '../schema/naming.ts';
import type { SqlFragment } from '../sql/sql.ts';
import { constraintReversal } from './drop-constraint.ts';
import { checkOnline, type Online, type OnlineOptions, onlineOption } from './online.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

export interface CreateCheckConstraint extends OperationBase<'createCheckConstraint'>, Online {
	readonly table: QualifiedName;
	readonly constraint: CheckConstraint;
}

export interface CreateCheckConstraintOptions extends Omit<CheckOptions, 'name'>, OnlineOptions {
	readonly schema?: string;
}

export interface CreateCheckConstraintMethod {
	/**
	 * Add a condition that each row of a table must meet.
	 *
	 * @param name - Null when the naming convention is to choose it, else the server.
	 * @param condition - A string is SQL.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.createCheckConstraint('ck_message_body', 'message', "body <> ''");
	 */
	createCheckConstraint(
		name: string | FinalName | null,
		table: string,
		condition: string | SqlFragment,
		options?: CreateCheckConstraintOptions,
	): void;
}

const options = { ...onlineOption, schema: check.name, ...constraintOptions.check };

export const createCheckConstraint: OperationDefinition<
	CreateCheckConstraint,
	CreateCheckConstraintMethod['createCheckConstraint']
> = {
	kind: 'createCheckConstraint',
	summary: 'Add a condition that each row of a table must meet.',
	options,

	create(name, table, condition, given, ...rest) {
		check.noMore('createCheckConstraint', rest);
		const own = givenNameOrNull(name, 'createCheckConstraint: name');
		const on = check.name(table, 'createCheckConstraint: table');
		const expression = check.expression(condition, 'createCheckConstraint: condition');
		const { schema, online, ...others } = readConstraint('createCheckConstraint', given, options);
		checkOnline('createCheckConstraint', online, 'postgresql.notValid', others.postgresql?.notValid);
		return {
			kind: 'createCheckConstraint',
			table: qualified(on, schema),
			constraint: deepFreeze({
				kind: 'check',
				condition: expression,
				...own,
				...others,
			}),
			...(online !== undefined && { online }),
		};
	},

	reverse: constraintReversal,
	named: (op, naming) => ({ ...op, constraint: namedConstraint(op.constraint, op.table, naming) }),
};
