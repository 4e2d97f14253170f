import { GenSqlError } from '../core/error.ts';
import * as check from '../schema/arguments.ts';
import {
	checkFitting,
	type GrantableKind,
	type Granted,
	granted,
	names,
	type Privilege,
	type PrivilegeList,
	privileges,
} from '../schema/privileges.ts';
import { checkGrantOption, grantees, type Role, roles } from '../schema/role.ts';
import type { OperationBase, OperationDefinition, Reversal } from './operation.ts';
import { bare, irreversible, undoneBy } from './reversal.ts';

/** The objects that default privileges are on, in the words of the manual. */
export type DefaultObjects = 'TABLES' | 'SEQUENCES' | 'FUNCTIONS' | 'ROUTINES' | 'TYPES' | 'SCHEMAS';

export interface AlterDefaultPrivileges extends OperationBase<'alterDefaultPrivileges'> {
	readonly action: 'grant' | 'revoke';
	readonly privileges: 'ALL' | readonly Privilege[];
	readonly on: DefaultObjects;
	/** Those that are to have them, or to have them no more. */
	readonly roles: readonly Role[];
	readonly grantOption: boolean;
	/** The roles that create the objects; the current one when absent. */
	readonly forRoles?: readonly Role[];
	/** Where the objects are created; anywhere when absent. */
	readonly schemas?: readonly string[];
	/** What is revoked; undoing may need it. */
	readonly was?: AlterDefaultPrivileges;
}

/** What is to become of objects that are created from now on. */
export type DefaultPrivileges =
	| {
			readonly grant: PrivilegeList;
			readonly on: DefaultObjects;
			readonly to: Role | readonly Role[];
			/** Let them grant the privileges to others. Default `false`. */
			readonly grantOption?: boolean;
	  }
	| { readonly revoke: PrivilegeList; readonly on: DefaultObjects; readonly from: Role | readonly Role[] };

export interface AlterDefaultPrivilegesOptions {
	/** Only for objects that are created in this schema, or in these. */
	readonly schema?: string | readonly string[];
	/** Only for objects that this role creates, or these: the one that runs the script by default. */
	readonly forRole?: Role | readonly Role[];
	/** What is revoked, where the call says `'ALL'`: privileges, or an object that holds them beside `grantOption`. */
	readonly was?: PrivilegeList | Granted;
}

export interface AlterDefaultPrivilegesMethod {
	/**
	 * Set the privileges on objects that a role creates from now on. Those that are there keep theirs: see grant.
	 *
	 * What is revoked in a schema is what was granted in it: what holds everywhere, as EXECUTE on functions does for
	 * `'public'`, is revoked without a schema alone.
	 *
	 * @param change - `{ grant, on, to }` or `{ revoke, on, from }`. On: `'TABLES'` (and views), `'SEQUENCES'`,
	 * `'FUNCTIONS'`, `'ROUTINES'`, `'TYPES'` (and domains), `'SCHEMAS'`.
	 * @throws {GenSqlError} ARGUMENT_INVALID when there is no such privilege on these objects.
	 * @see https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html
	 *
	 * @example
	 * op.alterDefaultPrivileges(
	 *   { grant: 'SELECT', on: 'TABLES', to: 'app_reader' },
	 *   { schema: 'app', forRole: 'app_owner' },
	 * );
	 */
	alterDefaultPrivileges(change: DefaultPrivileges, options?: AlterDefaultPrivilegesOptions): void;
}

/** The kind of object whose privileges each has. */
const KINDS = {
	FUNCTIONS: 'function',
	ROUTINES: 'routine',
	SCHEMAS: 'schema',
	SEQUENCES: 'sequence',
	TABLES: 'table',
	TYPES: 'type',
} as const satisfies Record<DefaultObjects, GrantableKind>;

const objects = check.oneOf('TABLES', 'SEQUENCES', 'FUNCTIONS', 'ROUTINES', 'TYPES', 'SCHEMAS');

const changes = check.record({
	grant: privileges,
	revoke: privileges,
	on: objects,
	to: grantees,
	from: grantees,
	grantOption: check.flag,
});

const options = { schema: names, forRole: roles, was: granted };

type Change = Pick<AlterDefaultPrivileges, 'action' | 'privileges' | 'on' | 'roles' | 'grantOption'>;

/** @throws {GenSqlError} ARGUMENT_INVALID when it is neither of both, or not complete. */
function readChange(given: unknown): Change {
	const { grant, revoke, on, to, from, grantOption = false } = changes(given, 'alterDefaultPrivileges: change');
	if (on && grant && to && !revoke && !from) return { action: 'grant', privileges: grant, on, roles: to, grantOption };
	if (on && revoke && from && !grant && !to && !grantOption) {
		return { action: 'revoke', privileges: revoke, on, roles: from, grantOption };
	}
	return check.refuse('alterDefaultPrivileges: change', '{ grant, on, to } or { revoke, on, from }', given);
}

export const alterDefaultPrivileges: OperationDefinition<
	AlterDefaultPrivileges,
	AlterDefaultPrivilegesMethod['alterDefaultPrivileges']
> = {
	kind: 'alterDefaultPrivileges',
	summary: 'Set the privileges on objects that are created from now on.',
	options,

	create(given, more, ...rest) {
		check.noMore('alterDefaultPrivileges', rest);
		const change = readChange(given);
		const { schema, forRole, was } = check.readOptions('alterDefaultPrivileges', more, options);
		const of = { type: KINDS[change.on], names: [] };
		checkFitting('alterDefaultPrivileges', change.privileges, of);
		checkGrantOption('alterDefaultPrivileges', change.roles, change.grantOption);
		if (was) checkFitting('alterDefaultPrivileges: was', was.privileges, of);
		if (schema && change.on === 'SCHEMAS') throw invalid('a schema lies in no schema', 'leave schema out');
		if (was && change.action === 'grant')
			throw invalid('was has no meaning where something is granted', 'leave was out');
		const op: AlterDefaultPrivileges = {
			kind: 'alterDefaultPrivileges',
			...change,
			...(forRole && { forRoles: forRole }),
			...(schema && { schemas: schema }),
		};
		return was ? { ...op, was: { ...op, action: 'grant', grantOption: false, ...was } } : op;
	},

	reverse(op): Reversal {
		if (op.action === 'grant') return undoneBy({ ...bare(op), action: 'revoke', grantOption: false, was: bare(op) });
		if (op.was) return undoneBy(op.was);
		return op.privileges === 'ALL'
			? irreversible('what they had is not known', "give { was: 'SELECT' } or what it is")
			: undoneBy({ ...bare(op), action: 'grant' });
	},
};

const invalid = (problem: string, hint: string): GenSqlError =>
	new GenSqlError('ARGUMENT_INVALID', `alterDefaultPrivileges: ${problem}`, { hint });
