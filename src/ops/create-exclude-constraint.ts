import { deepFreeze } from '../core/freeze.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { readConstraint } from '../schema/constraints.ts';
import {
	checkElementClasses,
	type ExcludeConstraint,
	type ExcludeElement,
	type ExcludeOptions,
	excludeElements,
	excludeOptions,
} from '../schema/exclude-constraint.ts';
import { type FinalName, givenNameOrNull } from '../schema/final-name.ts';
import { namedConstraint } from '../schema/naming.ts';
import { constraintReversal } from './drop-constraint.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

export interface CreateExcludeConstraint extends OperationBase<'createExcludeConstraint'> {
	readonly table: QualifiedName;
	readonly constraint: ExcludeConstraint;
}

export interface CreateExcludeConstraintOptions extends Omit<ExcludeOptions, 'name'> {
	readonly schema?: string;
}

export interface CreateExcludeConstraintMethod {
	/**
	 * Let no two rows of a table meet: of any two, one comparison at least has to be false. PostgreSQL only.
	 *
	 * @param name - Null when the naming convention is to choose it, else the server.
	 * @param elements - Pairs of a column name, or an expression given as sql`…`, and the operator that compares it.
	 * @throws {GenSqlError} ARGUMENT_INVALID when an operator class is given for a column that is not among the elements.
	 * @see https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE
	 *
	 * @example
	 * op.createExcludeConstraint('ex_booking', 'booking', [['period', '&&']], { where: 'NOT cancelled' });
	 */
	createExcludeConstraint(
		name: string | FinalName | null,
		table: string,
		elements: readonly ExcludeElement[],
		options?: CreateExcludeConstraintOptions,
	): void;
}

const options = { schema: check.name, ...excludeOptions };

export const createExcludeConstraint: OperationDefinition<
	CreateExcludeConstraint,
	CreateExcludeConstraintMethod['createExcludeConstraint']
> = {
	kind: 'createExcludeConstraint',
	summary: 'Let no two rows of a table meet.',
	options,

	create(name, table, elements, given, ...rest) {
		check.noMore('createExcludeConstraint', rest);
		const own = givenNameOrNull(name, 'createExcludeConstraint: name');
		const on = check.name(table, 'createExcludeConstraint: table');
		const pairs = excludeElements(elements, 'createExcludeConstraint: elements');
		const { schema, ...others } = readConstraint('createExcludeConstraint', given, options);
		checkElementClasses('createExcludeConstraint', others, pairs);
		return {
			kind: 'createExcludeConstraint',
			table: qualified(on, schema),
			constraint: deepFreeze({ kind: 'exclude', elements: pairs, ...own, ...others }),
		};
	},

	reverse: constraintReversal,
	named: (op, naming) => ({ ...op, constraint: namedConstraint(op.constraint, op.table, naming) }),
};
