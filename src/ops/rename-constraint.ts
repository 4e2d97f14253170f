import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface RenameConstraint extends OperationBase<'renameConstraint'> {
	readonly name: string;
	readonly table: QualifiedName;
	readonly newName: string;
	readonly ifExists: boolean;
}

export interface RenameConstraintOptions {
	readonly schema?: string;
	/** Succeed when there is no such table. Default `false`. */
	readonly ifExists?: boolean;
}

export interface RenameConstraintMethod {
	/**
	 * Rename a constraint of a table, and the index that belongs to it.
	 *
	 * Both names are those that the server stores: a naming convention has no say in them.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.renameConstraint('message_author_fkey', 'message', 'fk_message_author');
	 */
	renameConstraint(name: string, table: string, newName: string, options?: RenameConstraintOptions): void;
}

const options = { schema: check.name, ifExists: check.flag };

export const renameConstraint: OperationDefinition<RenameConstraint, RenameConstraintMethod['renameConstraint']> = {
	kind: 'renameConstraint',
	summary: 'Rename a constraint of a table.',
	options,

	create(name, table, newName, given, ...rest) {
		check.noMore('renameConstraint', rest);
		const own = check.name(name, 'renameConstraint: name');
		const on = check.name(table, 'renameConstraint: table');
		const next = check.name(newName, 'renameConstraint: newName');
		const { schema, ifExists = false } = check.readOptions('renameConstraint', given, options);
		return { kind: 'renameConstraint', name: own, table: qualified(on, schema), newName: next, ifExists };
	},

	reverse: (op) => undoneBy({ ...bare(op), name: op.newName, newName: op.name }),
};
