import { deepFreeze } from '../core/freeze.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import {
	constraintOptions,
	type PrimaryKeyConstraint,
	type PrimaryKeyOptions,
	readConstraint,
} from '../schema/constraints.ts';
import { type FinalName, givenNameOrNull } from '../schema/final-name.ts';
import { namedConstraint } from '../schema/naming.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

export interface CreatePrimaryKey extends OperationBase<'createPrimaryKey'> {
	readonly table: QualifiedName;
	readonly constraint: PrimaryKeyConstraint;
}

export interface CreatePrimaryKeyOptions extends Omit<PrimaryKeyOptions, 'name'> {
	readonly schema?: string;
}

export interface CreatePrimaryKeyMethod {
	/**
	 * Add a primary key to a table.
	 *
	 * @param name - Null when the naming convention is to choose it, else the server.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.createPrimaryKey('pk_member', 'member', ['conversation_id', 'user_id']);
	 */
	createPrimaryKey(
		name: string | FinalName | null,
		table: string,
		columns: readonly string[],
		options?: CreatePrimaryKeyOptions,
	): void;
}

const options = { schema: check.name, ...constraintOptions.primaryKey };

export const createPrimaryKey: OperationDefinition<CreatePrimaryKey, CreatePrimaryKeyMethod['createPrimaryKey']> = {
	kind: 'createPrimaryKey',
	summary: 'Add a primary key to a table.',
	options,

	create(name, table, columns, given, ...rest) {
		check.noMore('createPrimaryKey', rest);
		const own = givenNameOrNull(name, 'createPrimaryKey: name');
		const on = check.name(table, 'createPrimaryKey: table');
		const { schema, ...others } = readConstraint('createPrimaryKey', given, options);
		const list = check.columnNames(columns, 'createPrimaryKey: columns');
		return {
			kind: 'createPrimaryKey',
			table: qualified(on, schema),
			constraint: deepFreeze({
				kind: 'primaryKey',
				columns: list,
				...own,
				...others,
			}),
		};
	},

	named: (op, naming) => ({ ...op, constraint: namedConstraint(op.constraint, op.table, naming) }),
};
