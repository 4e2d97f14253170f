import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { ColumnReference } from '../schema/constraints.ts';
import { checkSequence, type SequenceDefinition, sequenceDefinition } from '../schema/sequence.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, mayHaveBeenThere, undoneBy } from './reversal.ts';

export interface CreateSequence extends OperationBase<'createSequence'>, Omit<SequenceDefinition, 'ownedBy'> {
	readonly sequence: QualifiedName;
	readonly ownedBy?: ColumnReference;
	readonly ifNotExists: boolean;
}

export interface CreateSequenceOptions extends SequenceDefinition {
	readonly schema?: string;
	/** Succeed when there is a sequence of this name, however it counts. Default `false`. */
	readonly ifNotExists?: boolean;
}

export interface CreateSequenceMethod {
	/**
	 * Create a sequence.
	 *
	 * A column that counts by itself needs none: `identity: identity()` has its own.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when options exclude each other.
	 * @see https://www.postgresql.org/docs/current/sql-createsequence.html
	 *
	 * @example
	 * op.createSequence('invoice_number', { start: 1000, cache: 20, ownedBy: 'invoice.number' });
	 */
	createSequence(name: string, options?: CreateSequenceOptions): void;
}

const options = { schema: check.name, ...sequenceDefinition, ifNotExists: check.flag };

export const createSequence: OperationDefinition<CreateSequence, CreateSequenceMethod['createSequence']> = {
	kind: 'createSequence',
	summary: 'Create a sequence.',
	options,

	create(name, given, ...rest) {
		check.noMore('createSequence', rest);
		const own = check.name(name, 'createSequence: name');
		const { schema, ...others } = check.readOptions('createSequence', given, options);
		checkSequence('createSequence', others);
		return { kind: 'createSequence', sequence: qualified(own, schema), ifNotExists: false, ...others };
	},

	reverse: (op) =>
		op.ifNotExists
			? mayHaveBeenThere('ifNotExists')
			: undoneBy({
					kind: 'dropSequence',
					sequence: op.sequence,
					ifExists: false,
					cascade: false,
					was: bare(op),
				}),
};
