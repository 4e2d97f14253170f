import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type Bounds, type PartitionBounds, partitionBounds } from '../schema/partition.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface AttachPartition extends OperationBase<'attachPartition'> {
	readonly table: QualifiedName;
	readonly parent: QualifiedName;
	readonly bounds: Bounds;
}

export interface AttachPartitionOptions {
	/** Schema of the partition. */
	readonly schema?: string;
	/** Schema of the parent, where it is another one. */
	readonly parentSchema?: string;
}

export interface AttachPartitionMethod {
	/**
	 * Make a table a partition of a partitioned table.
	 *
	 * It has to have the columns and CHECK constraints of the parent; what it lacks of its indexes is built. All its rows
	 * are checked against the bounds while it is locked, and those of a default partition, too. Where valid constraints
	 * say already what the bounds say, no row is read: add them in revisions before, and drop the check afterwards.
	 *
	 *     op.createCheckConstraint('ck_at', 'event_2025', "at IS NOT NULL AND at >= '2025-01-01' AND at < '2026-01-01'", {
	 *       postgresql: { notValid: true },
	 *     });
	 *     op.validateConstraint('ck_at', 'event_2025');
	 *
	 * A default partition is spared by a check of the opposite.
	 *
	 * @param name - The table that becomes a partition.
	 * @param parent - The partitioned table.
	 * @param bounds - Which rows it takes, as in createPartition.
	 * @throws {GenSqlError} ARGUMENT_INVALID when the bounds are none.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ATTACH-PARTITION
	 *
	 * @example
	 * op.attachPartition('event_2025', 'event', { from: '2025-01-01', to: '2026-01-01' });
	 */
	attachPartition(name: string, parent: string, bounds: PartitionBounds, options?: AttachPartitionOptions): void;
}

const options = { schema: check.name, parentSchema: check.name };

export const attachPartition: OperationDefinition<AttachPartition, AttachPartitionMethod['attachPartition']> = {
	kind: 'attachPartition',
	summary: 'Make a table a partition of a partitioned table.',
	options,

	create(name, parent, bounds, given, ...rest) {
		check.noMore('attachPartition', rest);
		const own = check.name(name, 'attachPartition: name');
		const of = check.name(parent, 'attachPartition: parent');
		const rows = partitionBounds(bounds, 'attachPartition: bounds');
		const { schema, parentSchema = schema } = check.readOptions('attachPartition', given, options);
		return {
			kind: 'attachPartition',
			table: qualified(own, schema),
			parent: qualified(of, parentSchema),
			bounds: rows,
		};
	},

	reverse: (op) =>
		undoneBy({
			kind: 'detachPartition',
			table: op.table,
			parent: op.parent,
			concurrently: false,
			finalize: false,
			was: bare(op),
		}),
};
