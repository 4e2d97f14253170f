import * as check from '../schema/arguments.ts';
import {
	type DatabaseObject,
	databaseObject,
	type ObjectOptions,
	type ObjectType,
	objectOptions,
} from '../schema/object-type.ts';
import { type Role, role } from '../schema/role.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, irreversible, undoneBy } from './reversal.ts';

/** What can be given to another role. */
export type OwnedType = Exclude<ObjectType, 'extension'>;

export interface AlterOwner extends OperationBase<'alterOwner'>, DatabaseObject<OwnedType> {
	readonly owner: Role;
	readonly existingOwner?: Role;
}

export interface AlterOwnerOptions extends ObjectOptions<OwnedType> {
	/** The role that owns it now; undoing the change needs it. */
	readonly existingOwner?: Role;
}

export interface AlterOwnerMethod {
	/**
	 * Give a table, or another object, to another role.
	 *
	 * Indexes of a table and sequences of its columns go with it. An extension keeps its owner.
	 *
	 * @param owner - The name of the role; CURRENT_USER, SESSION_USER or CURRENT_ROLE (PostgreSQL 14 and later) as sql`…`;
	 * or a parameter that is a name.
	 * @throws {GenSqlError} ARGUMENT_INVALID when an option is for objects of another type.
	 * @throws {GenSqlError} OPERATION_UNSUPPORTED when PostgreSQL has no IF EXISTS for the type of object.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.alterOwner('report', 'analyst', { type: 'materializedView', existingOwner: 'deployer' });
	 */
	alterOwner(name: string, owner: Role, options?: AlterOwnerOptions): void;
}

const options = {
	...objectOptions(
		'table',
		'foreignTable',
		'view',
		'materializedView',
		'sequence',
		'type',
		'domain',
		'function',
		'procedure',
		'routine',
		'schema',
	),
	existingOwner: role,
};

export const alterOwner: OperationDefinition<AlterOwner, AlterOwnerMethod['alterOwner']> = {
	kind: 'alterOwner',
	summary: 'Give a table, a type, a schema or another object to another role.',
	options,

	create(name, owner, given, ...rest) {
		check.noMore('alterOwner', rest);
		const { existingOwner, type = 'table', ...others } = check.readOptions('alterOwner', given, options);
		return {
			kind: 'alterOwner',
			...databaseObject('alterOwner', name, { ...others, type }),
			owner: role(owner, 'alterOwner: owner'),
			...(existingOwner !== undefined && { existingOwner }),
		};
	},

	reverse: (op) =>
		op.existingOwner === undefined
			? irreversible(`who owned "${op.name.name}" is not known`, 'give existingOwner')
			: undoneBy({ ...bare(op), owner: op.existingOwner, existingOwner: op.owner }),
};
