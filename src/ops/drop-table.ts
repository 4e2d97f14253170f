import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { CreatePartition } from './create-partition.ts';
import {
	type CreateTable,
	type CreateTableDraft,
	type CreateTableOptions,
	createTable,
	type TableElement,
} from './create-table.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { inSchema, restored } from './reversal.ts';

export interface DropTable extends OperationBase<'dropTable'> {
	readonly table: QualifiedName;
	readonly ifExists: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateTable | CreatePartition;
}

/** The same before its names are settled. */
type Draft = Omit<DropTable, 'was'> & { readonly was?: CreateTableDraft | CreatePartition };

/** A table as createTable takes it. */
export interface TableDefinition extends Omit<CreateTableOptions, 'schema' | 'ifNotExists'> {
	readonly elements: readonly TableElement[];
}

export interface DropTableOptions {
	readonly schema?: string;
	/** Succeed when there is no such table. Default `false`. */
	readonly ifExists?: boolean;
	/** What it is now: its elements, or an object that holds them beside the options of createTable. Undoing the drop needs it. */
	readonly was?: readonly TableElement[] | TableDefinition;
}

export interface DropTableMethod {
	/**
	 * Drop a table, its rows, its indexes and its own constraints.
	 *
	 * Fails when another table or a view depends on it.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-droptable.html
	 *
	 * @example
	 * op.dropTable('user');
	 */
	dropTable(name: string, options?: DropTableOptions): void;
}

const definition = check.definition<TableDefinition>('the elements of a table', ['elements']);

const options = {
	schema: check.name,
	ifExists: check.flag,
	was: (given: unknown, label: string) => definition(Array.isArray(given) ? { elements: given } : given, label),
};

export const dropTable: OperationDefinition<DropTable, DropTableMethod['dropTable'], Draft> = {
	kind: 'dropTable',
	summary: 'Drop a table and its rows.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropTable', rest);
		const own = check.name(name, 'dropTable: name');
		const { schema, ifExists = false, was } = check.readOptions('dropTable', given, options);
		return {
			kind: 'dropTable',
			table: qualified(own, schema),
			ifExists,
			...(was && { was: restoring(own, schema, was) }),
		};
	},

	reverse: ({ table, was }) => ({
		...restored(was, 'the table', 'give { was: [ its columns and constraints ] }'),
		moves: { from: table },
	}),
	named: ({ was, ...op }, naming) => ({
		...op,
		...(was && { was: was.kind === 'createTable' ? createTable.named(was, naming) : was }),
	}),
};

function restoring(
	name: string,
	schema: string | undefined,
	{ elements, ...options }: TableDefinition,
): CreateTableDraft {
	return createTable.create(name, elements, { ...options, ...inSchema(schema) });
}
