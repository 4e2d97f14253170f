import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type FinalName, givenName, type Named } from '../schema/final-name.ts';
import { type Index, indexArgument } from '../schema/index-element.ts';
import { droppedName } from '../schema/naming.ts';
import type { CreateIndex } from './create-index.ts';
import { type Online, type OnlineOptions, onlineOption } from './online.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { checkSameName, restored } from './reversal.ts';

export interface DropIndexOptions extends OnlineOptions {
	/** Schema of the index, which is that of its table. */
	readonly schema?: string;
	/** Succeed when there is no such index. Default `false`. */
	readonly ifExists?: boolean;
	/** What it is now, made by `index()`; undoing the drop needs it, and the table. */
	readonly was?: Index;
	readonly postgresql?: {
		/** Drop without blocking the table; runs outside a transaction. Default `false`. */
		readonly concurrently?: boolean;
	};
}

export interface DropIndex extends OperationBase<'dropIndex'>, Online {
	readonly index: QualifiedName;
	/** The table of the index: dialects whose index names belong to a table need it. */
	readonly table?: string;
	readonly ifExists: boolean;
	readonly postgresql?: { readonly concurrently?: boolean };
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateIndex;
}

/** The same before its name is settled. */
type Draft = DropIndex & Pick<Named, 'final'>;

export interface DropIndexMethod {
	/**
	 * Drop an index.
	 *
	 * @param table - The table of the index. PostgreSQL can do without; a naming convention may complete the name by it.
	 * @throws {GenSqlError} ARGUMENT_INVALID when the naming convention asks for more than the name and the table.
	 * @see https://www.postgresql.org/docs/current/sql-dropindex.html
	 *
	 * @example
	 * op.dropIndex('ix_user_email', 'user');
	 */
	dropIndex(name: string | FinalName, table?: string, options?: DropIndexOptions): void;
}

const options = {
	schema: check.name,
	ifExists: check.flag,
	...onlineOption,
	was: indexArgument,
	postgresql: check.record({ concurrently: check.flag }),
};

/**
 * The index as the call that creates it.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when its table is not known, or it has another name.
 */
function restoring(
	{ name, schema }: QualifiedName,
	table: string | undefined,
	{ kind: _, final: __, ...was }: Index,
	{ online, postgresql: how }: Pick<DropIndexOptions, 'online' | 'postgresql'>,
): CreateIndex {
	if (table === undefined) throw new GenSqlError('ARGUMENT_INVALID', 'dropIndex: was needs the table of the index');
	checkSameName('dropIndex', name, was.name);
	const postgresql = { ...was.postgresql, ...how };
	return {
		...was,
		kind: 'createIndex',
		name,
		table: qualified(table, schema),
		ifNotExists: false,
		...(online !== undefined && { online }),
		...(Object.keys(postgresql).length > 0 && { postgresql }),
	};
}

export const dropIndex: OperationDefinition<DropIndex, DropIndexMethod['dropIndex'], Draft> = {
	kind: 'dropIndex',
	summary: 'Drop an index.',
	options,

	create(name, table, given, ...rest) {
		check.noMore('dropIndex', rest);
		const { name: own, ...mark } = givenName(name, 'dropIndex: name');
		const on = table === undefined ? undefined : check.name(table, 'dropIndex: table');
		const { schema, was, ...others } = check.readOptions('dropIndex', given, options);
		const created = was && restoring(qualified(own, schema), on, was, others);
		return {
			kind: 'dropIndex',
			index: qualified(own, schema),
			...(on !== undefined && { table: on }),
			ifExists: false,
			...mark,
			...others,
			...(created && { was: created }),
		};
	},

	reverse: ({ was }) => restored(was, 'the index', 'give the table, and { was: index(null, [ its columns ]) }'),

	named(draft, naming) {
		const { final, ...op } = draft;
		const table = op.table === undefined ? undefined : qualified(op.table, op.index.schema);
		const given = { name: op.index.name, ...(final && { final }) };
		const name = droppedName('index', given, table, naming);
		return { ...op, index: { ...op.index, name }, ...(op.was && { was: { ...op.was, name } }) };
	},
};
