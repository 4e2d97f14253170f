import * as check from '../schema/arguments.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible } from './reversal.ts';

export interface Execute extends OperationBase<'execute'> {
	readonly sql: SqlFragment;
}

export interface ExecuteMethod {
	/**
	 * Put SQL of your own into the script.
	 *
	 * A string is taken verbatim: `:` and `%` mean nothing in it, tabs and white space stay. Values go in through
	 * sql`…`. Several statements may stand in one text.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when the text is empty.
	 *
	 * @example
	 * op.execute(sql`update ${ident('user')} set plan = ${'free'} where plan is null`);
	 */
	execute(sql: string | SqlFragment): void;
}

export const execute: OperationDefinition<Execute, ExecuteMethod['execute']> = {
	kind: 'execute',
	summary: 'Put SQL of your own into the script.',

	create(sql, ...rest) {
		check.noMore('execute', rest);
		return { kind: 'execute', sql: check.expression(sql, 'execute: sql') };
	},

	reverse: () => irreversible('SQL text is not read'),
};
