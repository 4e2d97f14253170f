import * as check from '../schema/arguments.ts';
import {
	checkFitting,
	type GrantedObjects,
	grantedObjects,
	type Privilege,
	type PrivilegeList,
	type PrivilegeTarget,
	privileges,
} from '../schema/privileges.ts';
import { checkGrantOption, grantees, type Role, role } from '../schema/role.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface Grant extends OperationBase<'grant'> {
	readonly privileges: 'ALL' | readonly Privilege[];
	readonly on: GrantedObjects;
	readonly to: readonly Role[];
	readonly grantOption: boolean;
	readonly grantedBy?: Role;
	/** Whether they have the privileges without it. */
	readonly existingGrant: boolean;
}

export interface GrantOptions {
	/** Schema of the objects. */
	readonly schema?: string;
	/** Let them grant the privileges to others. Default `false`. */
	readonly grantOption?: boolean;
	/** The role that grants, which has to be the current one. PostgreSQL 14 and later. */
	readonly grantedBy?: Role;
	/**
	 * They have the privileges already, and get the grant option alone; undoing takes that alone. Default `false`.
	 */
	readonly existingGrant?: boolean;
}

export interface GrantMethod {
	/**
	 * Grant privileges on objects to roles.
	 *
	 * Undoing revokes them, also those that a role had before the call, on a table or its columns: grant what is new, by
	 * name. `{ allTables: 'app' }` means the tables that the schema holds when the script runs.
	 *
	 * @param privileges - Their names, or `'ALL'`.
	 * @param on - One kind of object, with one name or several: table (which a view is, too; also with `columns`),
	 * sequence, schema, database, type, domain; function, procedure, routine (also with `argumentTypes`, which tell
	 * it from others of the name); by the schema that holds them: allTables, allSequences, allFunctions, allProcedures,
	 * allRoutines.
	 * @param to - Names of roles; `'public'` is every role, and sql`CURRENT_USER` the one that runs the script.
	 * @throws {GenSqlError} ARGUMENT_INVALID when there is no such privilege on that kind of object.
	 * @see https://www.postgresql.org/docs/current/sql-grant.html
	 *
	 * @example
	 * op.grant(['SELECT', 'INSERT'], { table: ['user', 'message'] }, 'app_writer', { schema: 'app' });
	 */
	grant(privileges: PrivilegeList, on: PrivilegeTarget, to: Role | readonly Role[], options?: GrantOptions): void;
}

const options = { schema: check.name, grantOption: check.flag, grantedBy: role, existingGrant: check.flag };

export const grant: OperationDefinition<Grant, GrantMethod['grant']> = {
	kind: 'grant',
	summary: 'Grant privileges on objects to roles.',
	options,

	create(given, on, to, more, ...rest) {
		check.noMore('grant', rest);
		const { schema, ...others } = check.readOptions('grant', more, options);
		const list = privileges(given, 'grant: privileges');
		const objects = grantedObjects('grant', on, schema);
		checkFitting('grant', list, objects);
		if (others.existingGrant && !others.grantOption) {
			check.refuse('grant: grantOption', 'true where existingGrant is', others.grantOption);
		}
		const granted = grantees(to, 'grant: to');
		checkGrantOption('grant', granted, others.grantOption);
		return {
			kind: 'grant',
			privileges: list,
			on: objects,
			to: granted,
			grantOption: false,
			existingGrant: false,
			...others,
		};
	},

	reverse: (op) =>
		undoneBy({
			kind: 'revoke',
			privileges: op.privileges,
			on: op.on,
			from: op.to,
			grantOptionFor: op.existingGrant,
			...(op.grantedBy !== undefined && { grantedBy: op.grantedBy }),
			cascade: false,
			was: bare(op),
		}),
};
