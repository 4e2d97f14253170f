import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import {
	checkOnDeleteColumns,
	constraintOptions,
	type ForeignKeyConstraint,
	type ForeignKeyOptions,
	readConstraint,
} from '../schema/constraints.ts';
import { type FinalName, givenNameOrNull } from '../schema/final-name.ts';
import { namedConstraint } from '../schema/naming.ts';
import { constraintReversal } from './drop-constraint.ts';
import { checkOnline, type Online, type OnlineOptions, onlineOption } from './online.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

export interface CreateForeignKey extends OperationBase<'createForeignKey'>, Online {
	readonly table: QualifiedName;
	readonly constraint: ForeignKeyConstraint;
}

export interface CreateForeignKeyOptions extends Omit<ForeignKeyOptions, 'name'>, OnlineOptions {
	readonly sourceSchema?: string;
	readonly referentSchema?: string;
}

export interface CreateForeignKeyMethod {
	/**
	 * Add a foreign key to a table.
	 *
	 * @param name - Null when the naming convention is to choose it, else the server.
	 * @param sourceTable - The table that gets the constraint.
	 * @param referentTable - The table it points at.
	 * @param remoteColumns - As many as `localColumns`, in the same order.
	 * @throws {GenSqlError} ARGUMENT_INVALID when the two lists differ in length.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.createForeignKey('fk_message_author', 'message', 'user', ['author_id'], ['id'], { onDelete: 'CASCADE' });
	 */
	createForeignKey(
		name: string | FinalName | null,
		sourceTable: string,
		referentTable: string,
		localColumns: readonly string[],
		remoteColumns: readonly string[],
		options?: CreateForeignKeyOptions,
	): void;
}

const options = {
	...onlineOption,
	sourceSchema: check.name,
	referentSchema: check.name,
	...constraintOptions.foreignKey,
};

export const createForeignKey: OperationDefinition<CreateForeignKey, CreateForeignKeyMethod['createForeignKey']> = {
	kind: 'createForeignKey',
	summary: 'Add a foreign key to a table.',
	options,

	create(name, sourceTable, referentTable, localColumns, remoteColumns, given, ...rest) {
		check.noMore('createForeignKey', rest);
		const own = givenNameOrNull(name, 'createForeignKey: name');
		const source = check.name(sourceTable, 'createForeignKey: sourceTable');
		const referent = check.name(referentTable, 'createForeignKey: referentTable');
		const local = check.columnNames(localColumns, 'createForeignKey: localColumns');
		const remote = check.columnNames(remoteColumns, 'createForeignKey: remoteColumns');
		if (local.length !== remote.length) {
			throw new GenSqlError(
				'ARGUMENT_INVALID',
				`createForeignKey: localColumns has ${local.length} names, remoteColumns ${remote.length}`,
			);
		}
		const { sourceSchema, referentSchema, online, ...others } = readConstraint('createForeignKey', given, options);
		checkOnline('createForeignKey', online, 'postgresql.notValid', others.postgresql?.notValid);
		checkOnDeleteColumns('createForeignKey', others, local);
		return {
			kind: 'createForeignKey',
			table: qualified(source, sourceSchema),
			constraint: deepFreeze({
				kind: 'foreignKey',
				columns: local,
				referredTable: qualified(referent, referentSchema),
				referredColumns: remote,
				...own,
				...others,
			}),
			...(online !== undefined && { online }),
		};
	},

	reverse: constraintReversal,
	named: (op, naming) => ({ ...op, constraint: namedConstraint(op.constraint, op.table, naming) }),
};
