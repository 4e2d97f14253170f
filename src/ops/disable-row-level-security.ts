import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface DisableRowLevelSecurity extends OperationBase<'disableRowLevelSecurity'> {
	readonly table: QualifiedName;
}

export interface DisableRowLevelSecurityOptions {
	readonly schema?: string;
}

export interface DisableRowLevelSecurityMethod {
	/**
	 * Show all rows of a table, whatever policies it has; they stay.
	 *
	 * Undone by enabling it, whatever it was before.
	 *
	 * @see https://www.postgresql.org/docs/current/ddl-rowsecurity.html
	 *
	 * @example
	 * op.disableRowLevelSecurity('message');
	 */
	disableRowLevelSecurity(table: string, options?: DisableRowLevelSecurityOptions): void;
}

const options = { schema: check.name };

export const disableRowLevelSecurity: OperationDefinition<
	DisableRowLevelSecurity,
	DisableRowLevelSecurityMethod['disableRowLevelSecurity']
> = {
	kind: 'disableRowLevelSecurity',
	summary: 'Switch the policies of a table off.',
	options,

	create(table, given, ...rest) {
		check.noMore('disableRowLevelSecurity', rest);
		const own = check.name(table, 'disableRowLevelSecurity: table');
		const { schema } = check.readOptions('disableRowLevelSecurity', given, options);
		return { kind: 'disableRowLevelSecurity', table: qualified(own, schema) };
	},

	reverse: (op) => undoneBy({ ...bare(op), kind: 'enableRowLevelSecurity' }),
};
