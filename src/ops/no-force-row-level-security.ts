import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface NoForceRowLevelSecurity extends OperationBase<'noForceRowLevelSecurity'> {
	readonly table: QualifiedName;
}

export interface NoForceRowLevelSecurityOptions {
	readonly schema?: string;
}

export interface NoForceRowLevelSecurityMethod {
	/**
	 * Spare the owner of a table its policies, as it is without `forceRowLevelSecurity`.
	 *
	 * Undone by forcing them, whatever it was before.
	 *
	 * @see https://www.postgresql.org/docs/current/ddl-rowsecurity.html
	 *
	 * @example
	 * op.noForceRowLevelSecurity('message');
	 */
	noForceRowLevelSecurity(table: string, options?: NoForceRowLevelSecurityOptions): void;
}

const options = { schema: check.name };

export const noForceRowLevelSecurity: OperationDefinition<
	NoForceRowLevelSecurity,
	NoForceRowLevelSecurityMethod['noForceRowLevelSecurity']
> = {
	kind: 'noForceRowLevelSecurity',
	summary: 'Spare the owner of a table its policies.',
	options,

	create(table, given, ...rest) {
		check.noMore('noForceRowLevelSecurity', rest);
		const own = check.name(table, 'noForceRowLevelSecurity: table');
		const { schema } = check.readOptions('noForceRowLevelSecurity', given, options);
		return { kind: 'noForceRowLevelSecurity', table: qualified(own, schema) };
	},

	reverse: (op) => undoneBy({ ...bare(op), kind: 'forceRowLevelSecurity' }),
};
