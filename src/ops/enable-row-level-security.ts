import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface EnableRowLevelSecurity extends OperationBase<'enableRowLevelSecurity'> {
	readonly table: QualifiedName;
}

export interface EnableRowLevelSecurityOptions {
	readonly schema?: string;
}

export interface EnableRowLevelSecurityMethod {
	/**
	 * Have policies decide which rows of a table are there, for everybody but its owner.
	 *
	 * Without a policy there is no row. Undone by disabling it, whatever it was before.
	 *
	 * @see https://www.postgresql.org/docs/current/ddl-rowsecurity.html
	 *
	 * @example
	 * op.enableRowLevelSecurity('message');
	 */
	enableRowLevelSecurity(table: string, options?: EnableRowLevelSecurityOptions): void;
}

const options = { schema: check.name };

export const enableRowLevelSecurity: OperationDefinition<
	EnableRowLevelSecurity,
	EnableRowLevelSecurityMethod['enableRowLevelSecurity']
> = {
	kind: 'enableRowLevelSecurity',
	summary: 'Switch the policies of a table on.',
	options,

	create(table, given, ...rest) {
		check.noMore('enableRowLevelSecurity', rest);
		const own = check.name(table, 'enableRowLevelSecurity: table');
		const { schema } = check.readOptions('enableRowLevelSecurity', given, options);
		return { kind: 'enableRowLevelSecurity', table: qualified(own, schema) };
	},

	reverse: (op) => undoneBy({ ...bare(op), kind: 'disableRowLevelSecurity' }),
};
