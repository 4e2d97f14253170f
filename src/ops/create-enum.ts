import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { enumLabels } from '../sql/type-arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, mayHaveBeenThere, undoneBy } from './reversal.ts';

export interface CreateEnum extends OperationBase<'createEnum'> {
	readonly type: QualifiedName;
	readonly labels: readonly string[];
	readonly ifNotExists: boolean;
}

export interface CreateEnumOptions {
	readonly schema?: string;
	/** Succeed when there is an enum of this name with the same labels in the same order. Default `false`. */
	readonly ifNotExists?: boolean;
}

export interface CreateEnumMethod {
	/**
	 * Create an enum type before a table or a column needs it.
	 *
	 * Without this call a type is created by the first operation that uses it. On parallel branches that share a type, it
	 * belongs into the revision that they part after.
	 *
	 * @param labels - In their order: strings, each once, of at most 63 bytes.
	 * @throws {GenSqlError} TYPE_CONFLICT when an earlier operation has created the type.
	 * @see https://www.postgresql.org/docs/current/sql-createtype.html
	 *
	 * @example
	 * op.createEnum('order_state', ['new', 'paid', 'sent']);
	 */
	createEnum(name: string, labels: readonly string[], options?: CreateEnumOptions): void;
}

const options = { schema: check.name, ifNotExists: check.flag };

export const createEnum: OperationDefinition<CreateEnum, CreateEnumMethod['createEnum']> = {
	kind: 'createEnum',
	summary: 'Create an enum type.',
	options,

	create(name, labels, given, ...rest) {
		check.noMore('createEnum', rest);
		const own = check.name(name, 'createEnum: name');
		const list = enumLabels(labels, 'createEnum: labels');
		const { schema, ifNotExists = false } = check.readOptions('createEnum', given, options);
		return { kind: 'createEnum', type: qualified(own, schema), labels: list, ifNotExists };
	},

	reverse: (op) =>
		op.ifNotExists
			? mayHaveBeenThere('ifNotExists')
			: undoneBy({ kind: 'dropEnum', type: op.type, ifExists: false, was: bare(op) }),
	types: ({ type, labels, ifNotExists }) => ({ creates: { type, labels }, ifNotExists }),
};
