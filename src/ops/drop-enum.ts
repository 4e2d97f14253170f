import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { enumLabels } from '../sql/type-arguments.ts';
import type { CreateEnum } from './create-enum.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { restored } from './reversal.ts';

export interface DropEnum extends OperationBase<'dropEnum'> {
	readonly type: QualifiedName;
	readonly ifExists: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateEnum;
}

export interface DropEnumOptions {
	readonly schema?: string;
	/** Succeed when there is no such type. Default `false`. */
	readonly ifExists?: boolean;
	/** The labels it has now, in their order; undoing the drop needs them. */
	readonly was?: readonly string[];
}

export interface DropEnumMethod {
	/**
	 * Drop an enum type. What uses it next creates it anew.
	 *
	 * Fails when a column, a function or another object still uses it.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-droptype.html
	 *
	 * @example
	 * op.dropEnum('order_state');
	 */
	dropEnum(name: string, options?: DropEnumOptions): void;
}

const options = { schema: check.name, ifExists: check.flag, was: enumLabels };

export const dropEnum: OperationDefinition<DropEnum, DropEnumMethod['dropEnum']> = {
	kind: 'dropEnum',
	summary: 'Drop an enum type.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropEnum', rest);
		const own = check.name(name, 'dropEnum: name');
		const { schema, ifExists = false, was } = check.readOptions('dropEnum', given, options);
		const type = qualified(own, schema);
		return {
			kind: 'dropEnum',
			type,
			ifExists,
			...(was && { was: { kind: 'createEnum', type, labels: was, ifNotExists: false } }),
		};
	},

	reverse: ({ was }) => restored(was, 'the enum', 'give { was: [ its labels ] }'),
	types: ({ type }) => ({ drops: type }),
};
