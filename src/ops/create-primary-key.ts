import { GenSqlError } from '../core/error.ts';
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
import type { AlterColumn } from './alter-column.ts';
import { constraintReversal } from './drop-constraint.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible } from './reversal.ts';

export interface CreatePrimaryKey extends OperationBase<'createPrimaryKey'> {
	readonly table: QualifiedName;
	readonly constraint: PrimaryKeyConstraint;
	/** The columns of the key that took NULL before; undoing the addition needs them. */
	readonly existingNullable?: readonly string[];
}

export interface CreatePrimaryKeyOptions extends Omit<PrimaryKeyOptions, 'name'> {
	readonly schema?: string;
	/** The columns of the key that take NULL now, `[]` for none: they do not afterwards. Undoing the addition needs them. */
	readonly existingNullable?: readonly string[];
}

export interface CreatePrimaryKeyMethod {
	/**
	 * Add a primary key to a table.
	 *
	 * Its columns become NOT NULL, and stay it when the key is dropped.
	 *
	 * @param name - Null when the naming convention is to choose it, else the server.
	 * @throws {GenSqlError} ARGUMENT_INVALID when existingNullable names a column that is not in the key.
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

const options = {
	schema: check.name,
	existingNullable: check.listOf(check.name, 'column names', 0),
	...constraintOptions.primaryKey,
};

const nullableAgain = (table: QualifiedName, column: string): AlterColumn => ({
	kind: 'alterColumn',
	table,
	column,
	nullable: true,
	existingNullable: false,
});

export const createPrimaryKey: OperationDefinition<CreatePrimaryKey, CreatePrimaryKeyMethod['createPrimaryKey']> = {
	kind: 'createPrimaryKey',
	summary: 'Add a primary key to a table.',
	options,

	create(name, table, columns, given, ...rest) {
		check.noMore('createPrimaryKey', rest);
		const own = givenNameOrNull(name, 'createPrimaryKey: name');
		const on = check.name(table, 'createPrimaryKey: table');
		const { schema, existingNullable, ...others } = readConstraint('createPrimaryKey', given, options);
		const list = check.columnNames(columns, 'createPrimaryKey: columns');
		const stray = existingNullable?.find((column) => !list.includes(column));
		if (stray !== undefined) {
			throw new GenSqlError(
				'ARGUMENT_INVALID',
				`createPrimaryKey: existingNullable names "${stray}", which is not in the key`,
			);
		}
		return {
			kind: 'createPrimaryKey',
			table: qualified(on, schema),
			constraint: deepFreeze({
				kind: 'primaryKey',
				columns: list,
				...own,
				...others,
			}),
			...(existingNullable && { existingNullable }),
		};
	},

	reverse(op) {
		const dropped = constraintReversal(op);
		const { table, existingNullable: nullable } = op;
		if ('irreversible' in dropped) return dropped;
		if (!nullable) {
			return irreversible('its columns stay NOT NULL, and what they were is not known', 'give existingNullable', table);
		}
		const freed = nullable.map((column) => nullableAgain(table, column));
		return { operations: [...dropped.operations, ...freed] };
	},
	named: (op, naming) => ({ ...op, constraint: namedConstraint(op.constraint, op.table, naming) }),
};
