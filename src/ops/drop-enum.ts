import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

export interface DropEnum extends OperationBase<'dropEnum'> {
	readonly type: QualifiedName;
	readonly ifExists: boolean;
}

export interface DropEnumOptions {
	readonly schema?: string;
	/** Succeed when there is no such type. Default `false`. */
	readonly ifExists?: boolean;
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

const options = { schema: check.name, ifExists: check.flag };

export const dropEnum: OperationDefinition<DropEnum, DropEnumMethod['dropEnum']> = {
	kind: 'dropEnum',
	summary: 'Drop an enum type.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropEnum', rest);
		const own = check.name(name, 'dropEnum: name');
		const { schema, ifExists = false } = check.readOptions('dropEnum', given, options);
		return { kind: 'dropEnum', type: qualified(own, schema), ifExists };
	},

	types: ({ type }) => ({ drops: type }),
};
