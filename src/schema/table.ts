import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { isOfKind } from '../core/keys.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from './arguments.ts';
import { type Column, columnArgument } from './column.ts';

/** A table as bulkInsert needs to know it: its name, and the types of its columns. Frozen. */
export interface Table {
	readonly kind: 'table';
	readonly table: QualifiedName;
	readonly columns: readonly Column[];
}

/** Describe a table known already, without a check of the names. */
export const describeTable = (table: QualifiedName, columns: readonly Column[]): Table =>
	deepFreeze({ kind: 'table', table, columns });

/**
 * Describe a table that exists, so that rows can be inserted into it.
 *
 * @example
 * op.bulkInsert(table('role', [column('name', t.string())]), [{ name: 'admin' }]);
 */
export function table(name: string, columns: readonly Column[], given?: { readonly schema?: string }): Table {
	const { schema } = check.readOptions('table', given, { schema: check.name });
	const list = check.listOf(columnArgument, 'columns')(columns, 'table: columns');
	checkColumnNames('table', list);
	return describeTable(qualified(check.name(name, 'table: name'), schema), list);
}

/** Whether a value was made by `table()`, or came back from createTable: that is frozen, and a copy is not. */
export const isTable = (given: unknown): given is Table => isOfKind(given, 'table') && Object.isFrozen(given);

/** @throws {GenSqlError} ARGUMENT_INVALID when two columns have one name. */
export function checkColumnNames(call: string, columns: readonly Column[]): void {
	const seen = new Set<string>();
	for (const { name } of columns) {
		if (seen.has(name)) throw new GenSqlError('ARGUMENT_INVALID', `${call} has two columns named "${name}"`);
		seen.add(name);
	}
}
