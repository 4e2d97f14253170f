import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type PartitionBounds, partitionBounds } from '../schema/partition.ts';
import type { AttachPartition } from './attach-partition.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { restored } from './reversal.ts';

export interface DetachPartition extends OperationBase<'detachPartition'> {
	readonly table: QualifiedName;
	readonly parent: QualifiedName;
	readonly concurrently: boolean;
	readonly finalize: boolean;
	/** What it was; undoing needs it. */
	readonly was?: AttachPartition;
}

export interface DetachPartitionOptions {
	/** Schema of the partition. */
	readonly schema?: string;
	/** Schema of the parent, where it is another one. */
	readonly parentSchema?: string;
	/**
	 * Detach without blocking what uses the parent; runs outside a transaction, and leaves a CHECK constraint that says
	 * what the bounds said. Not where there is a default partition. PostgreSQL 14 and later. Default `false`.
	 */
	readonly concurrently?: boolean;
	/** Complete what was begun concurrently and interrupted. PostgreSQL 14 and later. Default `false`. */
	readonly finalize?: boolean;
	/** The bounds it has now; undoing needs them. */
	readonly was?: PartitionBounds;
}

export interface DetachPartitionMethod {
	/**
	 * Make a partition a table of its own. Its rows, indexes and constraints stay with it.
	 *
	 * @param name - The partition.
	 * @param parent - The partitioned table.
	 * @throws {GenSqlError} ARGUMENT_INVALID when it is to be detached concurrently and finalized at once.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DETACH-PARTITION
	 *
	 * @example
	 * op.detachPartition('event_2025', 'event', { was: { from: '2025-01-01', to: '2026-01-01' } });
	 */
	detachPartition(name: string, parent: string, options?: DetachPartitionOptions): void;
}

const options = {
	schema: check.name,
	parentSchema: check.name,
	concurrently: check.flag,
	finalize: check.flag,
	was: partitionBounds,
};

export const detachPartition: OperationDefinition<DetachPartition, DetachPartitionMethod['detachPartition']> = {
	kind: 'detachPartition',
	summary: 'Make a partition a table of its own.',
	options,

	create(name, parent, given, ...rest) {
		check.noMore('detachPartition', rest);
		const own = check.name(name, 'detachPartition: name');
		const of = check.name(parent, 'detachPartition: parent');
		const { schema, parentSchema = schema, was, ...others } = check.readOptions('detachPartition', given, options);
		if (others.concurrently && others.finalize) {
			throw new GenSqlError('ARGUMENT_INVALID', 'detachPartition: concurrently and finalize exclude each other', {
				hint: 'finalize completes what concurrently has begun, in a later revision',
			});
		}
		const table = qualified(own, schema);
		const from = qualified(of, parentSchema);
		return {
			kind: 'detachPartition',
			table,
			parent: from,
			concurrently: false,
			finalize: false,
			...others,
			...(was && { was: { kind: 'attachPartition', table, parent: from, bounds: was } }),
		};
	},

	reverse: ({ table, was }) => restored(was, 'the partition', 'give { was: its bounds }', table),
};
