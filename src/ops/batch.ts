import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { Column } from '../schema/column.ts';
import type { ExcludeElement } from '../schema/exclude-constraint.ts';
import type { FinalName } from '../schema/final-name.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { AddColumnOptions } from './add-column.ts';
import type { AlterColumnOptions } from './alter-column.ts';
import type { CreateCheckConstraintOptions } from './create-check-constraint.ts';
import type { CreateExcludeConstraintOptions } from './create-exclude-constraint.ts';
import type { CreateForeignKeyOptions } from './create-foreign-key.ts';
import type { CreateIndexOptions } from './create-index.ts';
import type { CreatePrimaryKeyOptions } from './create-primary-key.ts';
import type { CreateTableCommentOptions } from './create-table-comment.ts';
import type { CreateUniqueConstraintOptions } from './create-unique-constraint.ts';
import type { DropColumnOptions } from './drop-column.ts';
import type { ConstraintType, DropConstraintOptions } from './drop-constraint.ts';
import type { DropIndexOptions } from './drop-index.ts';
import type { DropTableCommentOptions } from './drop-table-comment.ts';
import type { Waivable } from './waiving.ts';

/** Operations on the one table of a batch: those of `op` without the table and its schema, recorded in their order. */
export interface Batch extends Waivable<Omit<BatchMethods, 'f'>>, Pick<BatchMethods, 'f'> {}

interface BatchMethods {
	addColumn(column: Column, options?: Omit<AddColumnOptions, 'schema'>): void;
	alterColumn(column: string, options: Omit<AlterColumnOptions, 'schema'>): void;
	createCheckConstraint(
		name: string | FinalName | null,
		condition: string | SqlFragment,
		options?: Omit<CreateCheckConstraintOptions, 'schema'>,
	): void;
	createExcludeConstraint(
		name: string | FinalName | null,
		elements: readonly ExcludeElement[],
		options?: Omit<CreateExcludeConstraintOptions, 'schema'>,
	): void;
	createForeignKey(
		name: string | FinalName | null,
		referentTable: string,
		localColumns: readonly string[],
		remoteColumns: readonly string[],
		options?: Omit<CreateForeignKeyOptions, 'sourceSchema'>,
	): void;
	createIndex(
		name: string | FinalName | null,
		columns: readonly (string | SqlFragment)[],
		options?: Omit<CreateIndexOptions, 'schema'>,
	): void;
	createPrimaryKey(
		name: string | FinalName | null,
		columns: readonly string[],
		options?: Omit<CreatePrimaryKeyOptions, 'schema'>,
	): void;
	createTableComment(comment: string, options?: Omit<CreateTableCommentOptions, 'schema'>): void;
	createUniqueConstraint(
		name: string | FinalName | null,
		columns: readonly string[],
		options?: Omit<CreateUniqueConstraintOptions, 'schema'>,
	): void;
	dropColumn(column: string, options?: Omit<DropColumnOptions, 'schema'>): void;
	dropConstraint(
		name: string | FinalName,
		type?: ConstraintType,
		options?: Omit<DropConstraintOptions, 'schema'>,
	): void;
	dropIndex(name: string | FinalName, options?: Omit<DropIndexOptions, 'schema'>): void;
	dropTableComment(options?: Omit<DropTableCommentOptions, 'schema'>): void;
	/** Put SQL of your own between the other operations. */
	execute(sql: string | SqlFragment): void;
	/** The same as that of `op`. */
	f(name: string): FinalName;
}

export interface BatchOptions {
	readonly schema?: string;
	/**
	 * Whether the table is built anew with the changes. Default `'auto'`: where the dialect cannot alter it. PostgreSQL
	 * always can; it refuses `'always'`.
	 */
	readonly recreate?: 'auto' | 'always' | 'never';
}

/** The batch that an operation stands in. */
export interface BatchScope {
	readonly kind: 'batch';
	readonly table: QualifiedName;
	readonly recreate: 'auto' | 'always' | 'never';
}

interface Place {
	/** The index of the table among the arguments of the method of `op`, and that of the options. */
	readonly table: number;
	readonly options: number;
	/** The option that is the schema of the table. */
	readonly schema?: string;
}

const PLACES: { readonly [Kind in keyof Batch]: Place | undefined } = {
	addColumn: { table: 0, options: 2 },
	alterColumn: { table: 0, options: 2 },
	createCheckConstraint: { table: 1, options: 3 },
	createExcludeConstraint: { table: 1, options: 3 },
	createForeignKey: { table: 1, options: 5, schema: 'sourceSchema' },
	createIndex: { table: 1, options: 3 },
	createPrimaryKey: { table: 1, options: 3 },
	createTableComment: { table: 0, options: 2 },
	createUniqueConstraint: { table: 1, options: 3 },
	dropColumn: { table: 0, options: 2 },
	dropConstraint: { table: 1, options: 3 },
	dropIndex: { table: 1, options: 2 },
	dropTableComment: { table: 0, options: 1 },
	execute: undefined,
	f: undefined,
};

/** The methods of a batch. */
export const BATCHED = Object.keys(PLACES) as readonly (keyof Batch)[];

/** Options of Alembic that say how a table is built anew. */
const OF_REBUILDING = [
	'copyFrom',
	'partialReordering',
	'reflectArgs',
	'reflectKwargs',
	'tableArgs',
	'tableKwargs',
	'insertBefore',
	'insertAfter',
];

const options = { schema: check.name, recreate: check.oneOf('auto', 'always', 'never') };

/** @throws {GenSqlError} ARGUMENT_INVALID when the table or an option is not one, or the option is for a table built anew. */
export function batchScope(table: unknown, given: unknown, rest: readonly unknown[]): BatchScope {
	check.noMore('batchAlterTable', rest);
	const own = check.name(table, 'batchAlterTable: table');
	refuseOptions('batchAlterTable', given);
	const { schema, recreate = 'auto' } = check.readOptions('batchAlterTable', given, options);
	return { kind: 'batch', table: qualified(own, schema), recreate };
}

/**
 * The arguments of the method of `op`, made from those of the method of a batch.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when they name the schema, which is that of the batch.
 */
export function batchArguments(
	kind: keyof Batch,
	{ name, schema }: QualifiedName,
	given: readonly unknown[],
): readonly unknown[] {
	const place = PLACES[kind];
	if (!place) return given;
	const { table, schema: option = 'schema' } = place;
	const before = Array.from({ length: table }, (_, index) => given[index]);
	const args: unknown[] = [...before, name, ...given.slice(table)];
	const own = args[place.options];
	refuseOptions(`batch.${kind}`, own, option);
	if (schema === undefined || (own !== undefined && !isObject(own))) return args;
	while (args.length < place.options) args.push(undefined);
	args[place.options] = { ...(own as object | undefined), [option]: schema };
	return args;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function refuseOptions(call: string, given: unknown, schema?: string): void {
	if (!isObject(given)) return;
	const stray = Object.keys(given).find((key) => key === schema || OF_REBUILDING.includes(key));
	if (stray === undefined) return;
	throw new GenSqlError('ARGUMENT_INVALID', `${call} has no option "${stray}"`, {
		hint:
			stray === schema
				? 'the schema is that of the batch: batchAlterTable(table, block, { schema })'
				: 'it says how a table is built anew, which gen-sql does not do',
	});
}
