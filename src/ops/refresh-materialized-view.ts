import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible } from './reversal.ts';

export interface RefreshMaterializedView extends OperationBase<'refreshMaterializedView'> {
	readonly view: QualifiedName;
	readonly concurrently: boolean;
	readonly withData: boolean;
}

export interface RefreshMaterializedViewOptions {
	readonly schema?: string;
	/**
	 * Let others read it meanwhile. It needs a unique index on columns, over all rows, and a view that has its rows; other
	 * than with indexes, this runs inside a transaction. Default `false`.
	 */
	readonly concurrently?: boolean;
	/** Run the query anew; `false` frees the rows, and the view cannot be read. Default `true`. */
	readonly withData?: boolean;
}

export interface RefreshMaterializedViewMethod {
	/**
	 * Fill a materialized view anew.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when rows are to be freed concurrently.
	 * @see https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html
	 *
	 * @example
	 * op.refreshMaterializedView('message_count', { concurrently: true });
	 */
	refreshMaterializedView(name: string, options?: RefreshMaterializedViewOptions): void;
}

const options = { schema: check.name, concurrently: check.flag, withData: check.flag };

export const refreshMaterializedView: OperationDefinition<
	RefreshMaterializedView,
	RefreshMaterializedViewMethod['refreshMaterializedView']
> = {
	kind: 'refreshMaterializedView',
	summary: 'Fill a materialized view anew.',
	options,

	create(name, given, ...rest) {
		check.noMore('refreshMaterializedView', rest);
		const own = check.name(name, 'refreshMaterializedView: name');
		const { schema, ...others } = check.readOptions('refreshMaterializedView', given, options);
		if (others.concurrently && others.withData === false) {
			throw new GenSqlError('ARGUMENT_INVALID', 'refreshMaterializedView: rows cannot be freed concurrently', {
				hint: 'leave concurrently out',
			});
		}
		return {
			kind: 'refreshMaterializedView',
			view: qualified(own, schema),
			concurrently: false,
			withData: true,
			...others,
		};
	},

	reverse: ({ view }) => irreversible('the rows it held are not kept', undefined, view),
};
