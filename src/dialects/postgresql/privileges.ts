import type { OperationOf } from '../../ops/index.ts';
import type { GrantedObjects, Privilege } from '../../schema/privileges.ts';
import type { Role } from '../../schema/role.ts';
import { statement } from '../../sql/statement.ts';
import { joined, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { names } from '../standard/constraints.ts';
import { objectName, objectWords } from './object-name.ts';
import { roleName } from './schemas.ts';

const roleNames = (roles: readonly Role[], q: Spelling): Sql => joined(roles.map((role) => roleName(role, q)));

/** `GRANTED BY …`, or nothing. */
const grantor = (role: Role | undefined, q: Spelling): Sql | false =>
	role !== undefined && words('GRANTED BY', roleName(role, q));

/** `SELECT, INSERT`; of some columns: `SELECT (a, b), INSERT (a, b)`. */
function privilegeList(given: 'ALL' | readonly Privilege[], columns: readonly string[] | undefined, q: Spelling): Sql {
	const each: readonly Sql[] = given === 'ALL' ? [raw('ALL PRIVILEGES')] : given.map((privilege) => raw(privilege));
	return joined(each.map((privilege) => words(privilege, columns && names(columns, q))));
}

const objects = ({ type, names: all, argumentTypes }: GrantedObjects, q: Spelling): Sql =>
	words(objectWords(type), joined(all.map((name) => objectName(type, name, argumentTypes, q))));

/** @see https://www.postgresql.org/docs/current/sql-grant.html */
export const grant: Compile<'grant'> = (op, q) => [
	statement(
		words(
			'GRANT',
			privilegeList(op.privileges, op.on.columns, q),
			'ON',
			objects(op.on, q),
			'TO',
			roleNames(op.to, q),
			op.grantOption && 'WITH GRANT OPTION',
			grantor(op.grantedBy, q),
		),
	),
];

/** @see https://www.postgresql.org/docs/current/sql-revoke.html */
export const revoke: Compile<'revoke'> = (op, q) => [
	statement(
		words(
			'REVOKE',
			op.grantOptionFor && 'GRANT OPTION FOR',
			privilegeList(op.privileges, op.on.columns, q),
			'ON',
			objects(op.on, q),
			'FROM',
			roleNames(op.from, q),
			grantor(op.grantedBy, q),
			op.cascade && 'CASCADE',
		),
	),
];

/** `WITH ADMIN OPTION, INHERIT FALSE`, or nothing. */
function membership({ adminOption, inherit, set }: OperationOf<'grantRole'>): Sql | false {
	const options = [
		adminOption && raw('ADMIN OPTION'),
		inherit !== undefined && raw(`INHERIT ${inherit ? 'TRUE' : 'FALSE'}`),
		set !== undefined && raw(`SET ${set ? 'TRUE' : 'FALSE'}`),
	].filter((option) => option !== false);
	return options.length > 0 && words('WITH', joined(options));
}

export const grantRole: Compile<'grantRole'> = (op, q) => [
	statement(
		words('GRANT', roleNames(op.roles, q), 'TO', roleNames(op.to, q), membership(op), grantor(op.grantedBy, q)),
	),
];

export const revokeRole: Compile<'revokeRole'> = (op, q) => [
	statement(
		words(
			'REVOKE',
			op.adminOptionFor && 'ADMIN OPTION FOR',
			roleNames(op.roles, q),
			'FROM',
			roleNames(op.from, q),
			grantor(op.grantedBy, q),
			op.cascade && 'CASCADE',
		),
	),
];

const ACTIONS = { grant: ['GRANT', 'TO'], revoke: ['REVOKE', 'FROM'] } as const;

/** @see https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html */
export const alterDefaultPrivileges: Compile<'alterDefaultPrivileges'> = (op, q) => {
	const [verb, preposition] = ACTIONS[op.action];
	return [
		statement(
			words(
				'ALTER DEFAULT PRIVILEGES',
				op.forRoles && words('FOR ROLE', roleNames(op.forRoles, q)),
				op.schemas && words('IN SCHEMA', joined(op.schemas.map((schema) => q.name(schema)))),
				verb,
				privilegeList(op.privileges, undefined, q),
				'ON',
				op.on,
				preposition,
				roleNames(op.roles, q),
				op.grantOption && 'WITH GRANT OPTION',
			),
		),
	];
};
