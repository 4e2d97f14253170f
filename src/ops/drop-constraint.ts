import { keysOf } from '../core/keys.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type FinalName, givenName, type Named } from '../schema/final-name.ts';
import { droppedName } from '../schema/naming.ts';
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

/** The same before its name is settled. */
type Draft = DropConstraint & Pick<Named, 'final'>;

export interface DropConstraintOptions {
	readonly schema?: string;
	/** Succeed when there is no such constraint. Default `false`. */
	readonly ifExists?: boolean;
}

export interface DropConstraintMethod {
	/**
	 * Drop a constraint of a table.
	 *
	 * @param type - The kind of the constraint. PostgreSQL can do without; a naming convention completes names by it.
	 * @throws {GenSqlError} ARGUMENT_INVALID when the naming convention asks for more than the name and the table.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.dropConstraint('fk_message_author', 'message', 'foreignkey');
	 */
	dropConstraint(name: string | FinalName, table: string, type?: ConstraintType, options?: DropConstraintOptions): void;
}

/** The kind of constraint that each word means. */
const KINDS = {
	foreignkey: 'foreignKey',
	primary: 'primaryKey',
	unique: 'unique',
	check: 'check',
} as const satisfies Record<ConstraintType, string>;

const constraintType: check.Check<ConstraintType> = (given, label) =>
	keysOf(KINDS).find((type) => type === given) ??
	check.refuse(label, "one of 'foreignkey', 'primary', 'unique', 'check'", given);

const options = { schema: check.name, ifExists: check.flag };

export const dropConstraint: OperationDefinition<DropConstraint, DropConstraintMethod['dropConstraint'], Draft> = {
	kind: 'dropConstraint',
	summary: 'Drop a constraint of a table.',
	options,

	create(name, table, type, given, ...rest) {
		check.noMore('dropConstraint', rest);
		const own = givenName(name, 'dropConstraint: name');
		const on = check.name(table, 'dropConstraint: table');
		const { schema, ifExists = false } = check.readOptions('dropConstraint', given, options);
		return {
			kind: 'dropConstraint',
			...own,
			table: qualified(on, schema),
			...(type !== undefined && { type: constraintType(type, 'dropConstraint: type') }),
			ifExists,
		};
	},

	named(draft, naming) {
		const { final: _, ...op } = draft;
		if (op.type === undefined) return op;
		return { ...op, name: droppedName(KINDS[op.type], draft, op.table, naming) };
	},
};
