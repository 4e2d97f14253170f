import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type Bounds, type PartitionBounds, partitionBounds } from '../schema/partition.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, mayHaveBeenThere } from './reversal.ts';

export interface CreatePartition extends OperationBase<'createPartition'> {
	readonly table: QualifiedName;
	readonly parent: QualifiedName;
	readonly bounds: Bounds;
	readonly ifNotExists: boolean;
	readonly partitionBy?: string;
	readonly using?: string;
	readonly with?: Readonly<Record<string, string | number | boolean>>;
	readonly tablespace?: string;
}

export interface CreatePartitionOptions {
	/** Schema of the partition. */
	readonly schema?: string;
	/** Schema of the parent, where it is another one. */
	readonly parentSchema?: string;
	/** Succeed when a table of this name is there already, whatever it is. Default `false`. */
	readonly ifNotExists?: boolean;
	/** `LIST (country)`: makes the partition a partitioned table itself. */
	readonly partitionBy?: string;
	/** Table access method. */
	readonly using?: string;
	/** Storage parameters: `{ fillfactor: 70 }`. */
	readonly with?: Readonly<Record<string, string | number | boolean>>;
	readonly tablespace?: string;
}

export interface CreatePartitionMethod {
	/**
	 * Create a partition of a partitioned table, with the columns, indexes and constraints of its parent.
	 *
	 * The parent is locked against all other use, for a moment; where a default partition is there, until that has been
	 * searched for rows of the new one. A table that is made apart and attached spares the first: see attachPartition.
	 *
	 * @param parent - The partitioned table, made by createTable with `partitionBy`.
	 * @param bounds - Which rows it takes: `{ from, to }` (without the end; sql`MINVALUE` and sql`MAXVALUE` are open),
	 * `{ in }`, `{ modulus, remainder }`, or `'DEFAULT'` for what no other takes.
	 * @throws {GenSqlError} ARGUMENT_INVALID when the bounds are none.
	 * @see https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION
	 *
	 * @example
	 * op.createTable('event', [column('at', t.date()), column('kind', t.text())], {
	 *   postgresql: { partitionBy: 'RANGE (at)' },
	 * });
	 * op.createPartition('event_2026', 'event', { from: '2026-01-01', to: '2027-01-01' });
	 */
	createPartition(name: string, parent: string, bounds: PartitionBounds, options?: CreatePartitionOptions): void;
}

const options = {
	schema: check.name,
	parentSchema: check.name,
	ifNotExists: check.flag,
	partitionBy: check.text,
	using: check.name,
	with: check.parameters,
	tablespace: check.name,
};

export const createPartition: OperationDefinition<CreatePartition, CreatePartitionMethod['createPartition']> = {
	kind: 'createPartition',
	summary: 'Create a partition of a partitioned table.',
	options,

	create(name, parent, bounds, given, ...rest) {
		check.noMore('createPartition', rest);
		const own = check.name(name, 'createPartition: name');
		const of = check.name(parent, 'createPartition: parent');
		const rows = partitionBounds(bounds, 'createPartition: bounds');
		const { schema, parentSchema = schema, ...others } = check.readOptions('createPartition', given, options);
		return {
			kind: 'createPartition',
			table: qualified(own, schema),
			parent: qualified(of, parentSchema),
			bounds: rows,
			ifNotExists: false,
			...others,
		};
	},

	reverse: (op) =>
		op.ifNotExists
			? mayHaveBeenThere('ifNotExists', op.parent)
			: {
					operations: [{ kind: 'dropTable', table: op.table, ifExists: false, was: bare(op) }],
					removes: op.table,
				},
};
