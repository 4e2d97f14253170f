import type { QualifiedName } from '../../core/names.ts';
import type { PolicyParts } from '../../schema/policy.ts';
import { statement } from '../../sql/statement.ts';
import { joined, type Sql, type Word, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { commentOn } from './comments.ts';
import { parenthesized } from './index-element.ts';
import { roleName } from './schemas.ts';

interface Named {
	readonly name: string;
	readonly table: QualifiedName;
}

/** `POLICY own ON app.message` */
const policy = ({ name, table }: Named, q: Spelling): Sql => words('POLICY', q.name(name), 'ON', q.qualified(table));

/** Words and the clauses that are given, the conditions on lines of their own. */
function clauses(head: readonly Word[], { to, using, withCheck }: PolicyParts, q: Spelling): Sql {
	const first = words(...head, to && words('TO', joined(to.map((one) => roleName(one, q)))));
	const rows = [
		using && words('USING', parenthesized(q.expression(using))),
		withCheck && words('WITH CHECK', parenthesized(q.expression(withCheck))),
	].filter((clause) => clause !== undefined);
	return joined([first, ...rows], '\n    ');
}

/** @see https://www.postgresql.org/docs/current/sql-createpolicy.html */
export const createPolicy: Compile<'createPolicy'> = (op, q) => {
	const head = ['CREATE', policy(op, q), op.as && words('AS', op.as), op.for && words('FOR', op.for)] as const;
	return [statement(clauses(head, op, q)), ...commentOn(policy(op, q), op.comment, q)];
};

/** The name last. */
export const alterPolicy: Compile<'alterPolicy'> = (op, q) => {
	const isChanged = [op.to, op.using, op.withCheck].some((change) => change !== undefined);
	return [
		...(isChanged ? [statement(clauses(['ALTER', policy(op, q)], op, q))] : []),
		...(op.newName === undefined ? [] : [statement(words('ALTER', policy(op, q), 'RENAME TO', q.name(op.newName)))]),
	];
};

export const dropPolicy: Compile<'dropPolicy'> = (op, q) => [
	statement(words('DROP POLICY', op.ifExists && 'IF EXISTS', q.name(op.name), 'ON', q.qualified(op.table))),
];

/** @see https://www.postgresql.org/docs/current/sql-altertable.html */
const rowLevelSecurity =
	(verb: 'ENABLE' | 'DISABLE' | 'FORCE' | 'NO FORCE') =>
	({ table }: Pick<Named, 'table'>, q: Spelling) => [
		statement(words('ALTER TABLE', q.qualified(table), verb, 'ROW LEVEL SECURITY')),
	];

export const enableRowLevelSecurity: Compile<'enableRowLevelSecurity'> = rowLevelSecurity('ENABLE');
export const disableRowLevelSecurity: Compile<'disableRowLevelSecurity'> = rowLevelSecurity('DISABLE');
export const forceRowLevelSecurity: Compile<'forceRowLevelSecurity'> = rowLevelSecurity('FORCE');
export const noForceRowLevelSecurity: Compile<'noForceRowLevelSecurity'> = rowLevelSecurity('NO FORCE');
