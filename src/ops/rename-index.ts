import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface RenameIndex extends OperationBase<'renameIndex'> {
	readonly index: QualifiedName;
	readonly newName: string;
	readonly ifExists: boolean;
}

export interface RenameIndexOptions {
	/** Schema of the index, which is that of its table. */
	readonly schema?: string;
	/** Succeed when there is no such index. Default `false`. */
	readonly ifExists?: boolean;
}

export interface RenameIndexMethod {
	/**
	 * Rename an index, and the constraint that it belongs to.
	 *
	 * Both names are those that the server stores: a naming convention has no say in them.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-alterindex.html
	 *
	 * @example
	 * op.renameIndex('user_email_idx', 'ix_user_email');
	 */
	renameIndex(oldName: string, newName: string, options?: RenameIndexOptions): void;
}

const options = { schema: check.name, ifExists: check.flag };

export const renameIndex: OperationDefinition<RenameIndex, RenameIndexMethod['renameIndex']> = {
	kind: 'renameIndex',
	summary: 'Rename an index.',
	options,

	create(oldName, newName, given, ...rest) {
		check.noMore('renameIndex', rest);
		const own = check.name(oldName, 'renameIndex: oldName');
		const next = check.name(newName, 'renameIndex: newName');
		const { schema, ifExists = false } = check.readOptions('renameIndex', given, options);
		return { kind: 'renameIndex', index: qualified(own, schema), newName: next, ifExists };
	},

	reverse: (op) => undoneBy({ ...bare(op), index: { ...op.index, name: op.newName }, newName: op.index.name }),
};
