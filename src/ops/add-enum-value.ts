import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible } from './reversal.ts';

export interface AddEnumValue extends OperationBase<'addEnumValue'> {
	readonly type: QualifiedName;
	readonly value: string;
	/** The label that it stands before, or after; at the end without them. */
	readonly before?: string;
	readonly after?: string;
	readonly ifNotExists: boolean;
}

export interface AddEnumValueOptions {
	readonly schema?: string;
	/** The label that it is to stand before. */
	readonly before?: string;
	/** The label that it is to stand after. Default: the last one. */
	readonly after?: string;
	/** Succeed when the type has the label, wherever it stands. Default `false`. */
	readonly ifNotExists?: boolean;
}

export interface AddEnumValueMethod {
	/**
	 * Add a label to an enum type.
	 *
	 * PostgreSQL lets nobody use the label before the transaction has ended: what follows in the script stands in another
	 * one. PostgreSQL 11 adds labels only outside a transaction, in `op.autocommitBlock()`.
	 *
	 * @throws {GenSqlError} TYPE_CONFLICT when the type has the label already, or has none of the name that it is to stand
	 * before or after.
	 * @see https://www.postgresql.org/docs/current/sql-altertype.html
	 *
	 * @example
	 * op.addEnumValue('order_state', 'returned', { after: 'sent' });
	 */
	addEnumValue(name: string, value: string, options?: AddEnumValueOptions): void;
}

const options = { schema: check.name, before: check.text, after: check.text, ifNotExists: check.flag };

export const addEnumValue: OperationDefinition<AddEnumValue, AddEnumValueMethod['addEnumValue']> = {
	kind: 'addEnumValue',
	summary: 'Add a label to an enum type.',
	options,

	create(name, value, given, ...rest) {
		check.noMore('addEnumValue', rest);
		const own = check.name(name, 'addEnumValue: name');
		const label = check.text(value, 'addEnumValue: value');
		const { schema, ...others } = check.readOptions('addEnumValue', given, options);
		if (others.before !== undefined && others.after !== undefined) {
			throw new GenSqlError('ARGUMENT_INVALID', 'addEnumValue: before and after exclude each other');
		}
		return { kind: 'addEnumValue', type: qualified(own, schema), value: label, ifNotExists: false, ...others };
	},

	reverse: () =>
		irreversible('PostgreSQL drops no label', 'write a downgrade that builds the type anew with replaceEnum()'),
	types: (op) => ({ relabels: { type: op.type, labels: (now) => added(op, now) } }),
};

function added(
	{ value, before, after, ifNotExists }: AddEnumValue,
	now: readonly string[] | undefined,
): readonly string[] | string | undefined {
	if (now?.includes(value)) return ifNotExists ? now : `has the label ${JSON.stringify(value)} already`;
	const neighbour = before ?? after;
	if (!now || neighbour === undefined) return now && [...now, value];
	const index = now.indexOf(neighbour);
	if (index === -1) return `has no label ${JSON.stringify(neighbour)}`;
	return now.toSpliced(before === undefined ? index + 1 : index, 0, value);
}
