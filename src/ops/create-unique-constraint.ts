import { deepFreeze } from '../core/freeze.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { constraintOptions, readConstraint, type UniqueConstraint, type UniqueOptions } from '../schema/constraints.ts';
import { type FinalName, givenNameOrNull } from '../schema/final-name.ts';
import { namedConstraint } from '../schema/naming.ts';
import { constraintReversal } from './drop-constraint.ts';
import { type Online, type OnlineOptions, onlineOption } from './online.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

export interface CreateUniqueConstraint extends OperationBase<'createUniqueConstraint'>, Online {
	readonly table: QualifiedName;
	readonly constraint: UniqueConstraint;
}

export interface CreateUniqueConstraintOptions extends Omit<UniqueOptions, 'name'>, OnlineOptions {
	readonly schema?: string;
}

export interface CreateUniqueConstraintMethod {
	/**
	 * Add a unique constraint to a table.
	 *
	 * @param name - Null when the naming convention is to choose it, else the server.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.createUniqueConstraint('uq_tag_name', 'tag', ['workspace_id', 'name']);
	 */
	createUniqueConstraint(
		name: string | FinalName | null,
		table: string,
		columns: readonly string[],
		options?: CreateUniqueConstraintOptions,
	): void;
}

const options = { ...onlineOption, schema: check.name, ...constraintOptions.unique };

export const createUniqueConstraint: OperationDefinition<
	CreateUniqueConstraint,
	CreateUniqueConstraintMethod['createUniqueConstraint']
> = {
	kind: 'createUniqueConstraint',
	summary: 'Add a unique constraint to a table.',
	options,

	create(name, table, columns, given, ...rest) {
		check.noMore('createUniqueConstraint', rest);
		const own = givenNameOrNull(name, 'createUniqueConstraint: name');
		const on = check.name(table, 'createUniqueConstraint: table');
		const { schema, online, ...others } = readConstraint('createUniqueConstraint', given, options);
		const list = check.columnNames(columns, 'createUniqueConstraint: columns');
		return {
			kind: 'createUniqueConstraint',
			table: qualified(on, schema),
			constraint: deepFreeze({ kind: 'unique', columns: list, ...own, ...others }),
			...(online !== undefined && { online }),
		};
	},

	reverse: constraintReversal,
	named: (op, naming) => ({ ...op, constraint: namedConstraint(op.constraint, op.table, naming) }),
};
