import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type FinalName, givenNameOrNull, type Named } from '../schema/final-name.ts';
import {
	checkOperatorClasses,
	type Index,
	type IndexOptions,
	indexColumns,
	indexPostgresql,
} from '../schema/index-element.ts';
import { namedIndex } from '../schema/naming.ts';
import type { SqlFragment } from '../sql/sql.ts';
import { type Online, type OnlineOptions, onlineOption } from './online.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, mayHaveBeenThere, undoneBy } from './reversal.ts';

export interface CreateIndexOptions extends IndexOptions, OnlineOptions {
	readonly schema?: string;
	/**
	 * Succeed when there is an index of this name, whatever it covers. Default `false`. Built concurrently, it has to be
	 * a valid index of the same table.
	 */
	readonly ifNotExists?: boolean;
	readonly postgresql?: IndexOptions['postgresql'] & {
		/** Build without blocking writes; runs outside a transaction. Default `false`. */
		readonly concurrently?: boolean;
	};
}

export interface CreateIndex extends OperationBase<'createIndex'>, Online {
	readonly name: string;
	readonly table: QualifiedName;
	/** Column names, and expressions given as sql`…`. */
	readonly columns: readonly (string | SqlFragment)[];
	readonly unique: boolean;
	readonly ifNotExists: boolean;
	readonly postgresql?: NonNullable<Index['postgresql']> & { readonly concurrently?: boolean };
}

/** The same before its name is settled. */
type Draft = Omit<CreateIndex, 'name'> & Named;

export interface CreateIndexMethod {
	/**
	 * Create an index.
	 *
	 * @param name - Null when the naming convention is to choose it: by default `ix_[<schema>_]<table>_<column>`.
	 * @param columns - Column names, or expressions given as sql`…`.
	 * @throws {GenSqlError} ARGUMENT_INVALID when an operator class is given for a column that is not indexed.
	 * @see https://www.postgresql.org/docs/current/sql-createindex.html
	 *
	 * @example
	 * op.createIndex('ix_user_email', 'user', [sql`lower(email)`], { unique: true });
	 */
	createIndex(
		name: string | FinalName | null,
		table: string,
		columns: readonly (string | SqlFragment)[],
		options?: CreateIndexOptions,
	): void;
}

const options = {
	schema: check.name,
	unique: check.flag,
	ifNotExists: check.flag,
	...onlineOption,
	postgresql: check.record({ ...indexPostgresql, concurrently: check.flag }),
};

export const createIndex: OperationDefinition<CreateIndex, CreateIndexMethod['createIndex'], Draft> = {
	kind: 'createIndex',
	summary: 'Create an index.',
	options,

	create(name, table, columns, given, ...rest) {
		check.noMore('createIndex', rest);
		const own = givenNameOrNull(name, 'createIndex: name');
		const on = check.name(table, 'createIndex: table');
		const { schema, ...others } = check.readOptions('createIndex', given, options);
		const list = indexColumns(columns, 'createIndex: columns');
		checkOperatorClasses('createIndex: postgresql.ops', others.postgresql?.ops, list);
		return {
			kind: 'createIndex',
			...own,
			table: qualified(on, schema),
			columns: list,
			unique: false,
			ifNotExists: false,
			...others,
		};
	},

	reverse(op) {
		const { name, table, ifNotExists, online, postgresql } = op;
		if (ifNotExists) return mayHaveBeenThere('ifNotExists', table);
		return undoneBy({
			kind: 'dropIndex',
			index: { ...table, name },
			table: table.name,
			ifExists: false,
			...(online && { online }),
			...(postgresql?.concurrently && { postgresql: { concurrently: true } }),
			was: bare(op),
		});
	},

	named: (op, naming) => ({ ...namedIndex({ ...op, kind: 'index' }, op.table, naming), kind: 'createIndex' }),
};
