import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { undoneBy } from './reversal.ts';

export interface RenameEnumValue extends OperationBase<'renameEnumValue'> {
	readonly type: QualifiedName;
	readonly value: string;
	readonly newValue: string;
}

export interface RenameEnumValueMethod {
	/**
	 * Rename a label of an enum type.
	 *
	 * Rows and defaults that hold it show the new one. Text that names it stays as it is: the bodies of functions, and the
	 * programs that use the database.
	 *
	 * @throws {GenSqlError} TYPE_CONFLICT when the type has no such label, or has the new one already.
	 * @see https://www.postgresql.org/docs/current/sql-altertype.html
	 *
	 * @example
	 * op.renameEnumValue('order_state', 'sent', 'shipped');
	 */
	renameEnumValue(name: string, oldValue: string, newValue: string, options?: { readonly schema?: string }): void;
}

const options = { schema: check.name };

export const renameEnumValue: OperationDefinition<RenameEnumValue, RenameEnumValueMethod['renameEnumValue']> = {
	kind: 'renameEnumValue',
	summary: 'Rename a label of an enum type.',
	options,

	create(name, oldValue, newValue, given, ...rest) {
		check.noMore('renameEnumValue', rest);
		const own = check.name(name, 'renameEnumValue: name');
		const value = check.text(oldValue, 'renameEnumValue: oldValue');
		const next = check.text(newValue, 'renameEnumValue: newValue');
		const { schema } = check.readOptions('renameEnumValue', given, options);
		if (value === next) {
			throw new GenSqlError('ARGUMENT_INVALID', `renameEnumValue: ${JSON.stringify(value)} is its name already`);
		}
		return { kind: 'renameEnumValue', type: qualified(own, schema), value, newValue: next };
	},

	reverse: ({ kind, type, value, newValue }) => undoneBy({ kind, type, value: newValue, newValue: value }),
	types: (op) => ({ relabels: { type: op.type, labels: (now) => renamed(op, now) } }),
};

function renamed(
	{ value, newValue }: RenameEnumValue,
	now: readonly string[] | undefined,
): readonly string[] | string | undefined {
	if (now?.includes(value) === false) return `has no label ${JSON.stringify(value)}`;
	if (now?.includes(newValue)) return `has the label ${JSON.stringify(newValue)} already`;
	return now?.map((label) => (label === value ? newValue : label));
}
