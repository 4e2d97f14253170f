import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { SequenceDefinition } from '../schema/sequence.ts';
import { type CreateSequence, createSequence } from './create-sequence.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { inSchema, restoredAlone } from './reversal.ts';

export interface DropSequence extends OperationBase<'dropSequence'> {
	readonly sequence: QualifiedName;
	readonly ifExists: boolean;
	readonly cascade: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateSequence;
}

export interface DropSequenceOptions {
	readonly schema?: string;
	/** Succeed when there is no such sequence. Default `false`. */
	readonly ifExists?: boolean;
	/** Drop the defaults that count with it as well. Default `false`. */
	readonly cascade?: boolean;
	/** What it is now, as createSequence takes it; undoing the drop needs it, and begins to count anew. */
	readonly was?: SequenceDefinition;
}

export interface DropSequenceMethod {
	/**
	 * Drop a sequence.
	 *
	 * Fails when the default of a column counts with it, unless `cascade` says that the default goes, too.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-dropsequence.html
	 *
	 * @example
	 * op.dropSequence('invoice_number', { was: { start: 1000, cache: 20 } });
	 */
	dropSequence(name: string, options?: DropSequenceOptions): void;
}

const options = {
	schema: check.name,
	ifExists: check.flag,
	cascade: check.flag,
	was: check.definition<SequenceDefinition>('the options of createSequence'),
};

export const dropSequence: OperationDefinition<DropSequence, DropSequenceMethod['dropSequence']> = {
	kind: 'dropSequence',
	summary: 'Drop a sequence.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropSequence', rest);
		const own = check.name(name, 'dropSequence: name');
		const { schema, was, ...others } = check.readOptions('dropSequence', given, options);
		return {
			kind: 'dropSequence',
			sequence: qualified(own, schema),
			ifExists: false,
			cascade: false,
			...others,
			...(was && { was: createSequence.create(own, { ...was, ...inSchema(schema) }) }),
		};
	},

	reverse: (op) => restoredAlone(op, 'the sequence', 'give { was: {} }, with the options it was created with'),
};
