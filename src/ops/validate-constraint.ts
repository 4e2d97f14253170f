import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type FinalName, givenName, type Named } from '../schema/final-name.ts';
import { droppedName } from '../schema/naming.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

/** The kinds of constraints that may be left unchecked at first, in the words of dropConstraint. */
type ValidatedType = 'foreignkey' | 'check';

export interface ValidateConstraint extends OperationBase<'validateConstraint'> {
	readonly name: string;
	readonly table: QualifiedName;
}

/** The same before its name is settled. */
type Draft = ValidateConstraint & Pick<Named, 'final'> & { readonly type?: ValidatedType };

export interface ValidateConstraintOptions {
	readonly schema?: string;
	/** The kind of the constraint: a naming convention completes names by it. */
	readonly type?: ValidatedType;
}

export interface ValidateConstraintMethod {
	/**
	 * Check the rows that were there when a constraint was added with `notValid`.
	 *
	 * Reads and writes go on meanwhile; it runs in a transaction of its own, so that no lock waits for it. Undoing leaves
	 * the constraint checked: it holds for every row, and only dropping it would make the server forget that.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when the naming convention asks for more than the name and the table.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-VALIDATE-CONSTRAINT
	 *
	 * @example
	 * op.validateConstraint('fk_message_author', 'message');
	 */
	validateConstraint(name: string | FinalName, table: string, options?: ValidateConstraintOptions): void;
}

const validatedType = check.oneOf('foreignkey', 'check');

const options = { schema: check.name, type: validatedType };

export const validateConstraint: OperationDefinition<
	ValidateConstraint,
	ValidateConstraintMethod['validateConstraint'],
	Draft
> = {
	kind: 'validateConstraint',
	summary: 'Check the rows that were there when a constraint was added.',
	options,

	create(name, table, given, ...rest) {
		check.noMore('validateConstraint', rest);
		const own = givenName(name, 'validateConstraint: name');
		const on = check.name(table, 'validateConstraint: table');
		const { schema, ...others } = check.readOptions('validateConstraint', given, options);
		return { kind: 'validateConstraint', ...own, table: qualified(on, schema), ...others };
	},

	reverse: () => ({ operations: [] }),

	named({ final, type, ...op }, naming) {
		if (type === undefined) return op;
		const kind = type === 'check' ? 'check' : 'foreignKey';
		return { ...op, name: droppedName(kind, { name: op.name, ...(final && { final }) }, op.table, naming) };
	},
};
