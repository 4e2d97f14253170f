import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface ForceRowLevelSecurity extends OperationBase<'forceRowLevelSecurity'> {
	readonly table: QualifiedName;
}

export interface ForceRowLevelSecurityOptions {
	readonly schema?: string;
}

export interface ForceRowLevelSecurityMethod {
	/**
	 * Have the policies of a table hold for its owner, too, once `enableRowLevelSecurity` is on.
	 *
	 * Superusers, and roles with BYPASSRLS, still see all rows. Undone by `noForceRowLevelSecurity`, whatever it was before.
	 *
	 * @see https://www.postgresql.org/docs/current/ddl-rowsecurity.html
	 *
	 * @example
	 * op.forceRowLevelSecurity('message');
	 */
	forceRowLevelSecurity(table: string, options?: ForceRowLevelSecurityOptions): void;
}

const options = { schema: check.name };

export const forceRowLevelSecurity: OperationDefinition<
	ForceRowLevelSecurity,
	ForceRowLevelSecurityMethod['forceRowLevelSecurity']
> = {
	kind: 'forceRowLevelSecurity',
	summary: 'Have the policies of a table hold for its owner, too.',
	options,

	create(table, given, ...rest) {
		check.noMore('forceRowLevelSecurity', rest);
		const own = check.name(table, 'forceRowLevelSecurity: table');
		const { schema } = check.readOptions('forceRowLevelSecurity', given, options);
		return { kind: 'forceRowLevelSecurity', table: qualified(own, schema) };
	},

	reverse: (op) => undoneBy({ ...bare(op), kind: 'noForceRowLevelSecurity' }),
};
