import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

/** Alembic's words for the kinds of constraints. */
export type ConstraintType = 'foreignkey' | 'primary' | 'unique' | 'check';

export interface DropConstraint extends OperationBase<'dropConstraint'> {
	readonly name: string;
	readonly table: QualifiedName;
	/** The kind of the constraint: dialects that drop each kind in another way need it. */
	readonly type?: ConstraintType;
	readonly ifExists: boolean;
}

export interface DropConstraintOptions {
	readonly schema?: string;
	/** Succeed when there is no such constraint. Default `false`. */
	readonly ifExists?: boolean;
}

export interface DropConstraintMethod {
	/**
	 * Drop a constraint of a table.
	 *
	 * @param type - The kind of the constraint; PostgreSQL can do without.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.dropConstraint('fk_message_author', 'message', 'foreignkey');
	 */
	dropConstraint(name: string, table: string, type?: ConstraintType, options?: DropConstraintOptions): void;
}

const constraintType: check.Check<ConstraintType> = (given, label) =>
	(['foreignkey', 'primary', 'unique', 'check'] as const).find((type) => type === given) ??
	check.refuse(label, "one of 'foreignkey', 'primary', 'unique', 'check'", given);

const options = { schema: check.name, ifExists: check.flag };

export const dropConstraint: OperationDefinition<DropConstraint, DropConstraintMethod['dropConstraint']> = {
	kind: 'dropConstraint',
	summary: 'Drop a constraint of a table.',
	options,

	create(name, table, type, given, ...rest) {
		check.noMore('dropConstraint', rest);
		const own = check.name(name, 'dropConstraint: name');
		const on = check.name(table, 'dropConstraint: table');
		const { schema, ifExists = false } = check.readOptions('dropConstraint', given, options);
		return {
			kind: 'dropConstraint',
			name: own,
			table: qualified(on, schema),
			...(type !== undefined && { type: constraintType(type, 'dropConstraint: type') }),
			ifExists,
		};
	},
};
