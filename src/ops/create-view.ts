import * as check from '../schema/arguments.ts';
import { readView, type View, type ViewOptions, viewOptions } from '../schema/view.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare } from './reversal.ts';

export interface CreateView extends OperationBase<'createView'>, View {
	readonly comment?: string;
}

export interface CreateViewOptions extends ViewOptions {
	readonly schema?: string;
}

export interface CreateViewMethod {
	/**
	 * Create a view.
	 *
	 * @param query - One query; a string is SQL, and `op.readSql()` takes it from a file.
	 * @throws {GenSqlError} ARGUMENT_INVALID when a temporary view is given a schema, or a recursive one no columns.
	 * @throws {GenSqlError} SQL_INVALID when the query is no single statement.
	 * @see https://www.postgresql.org/docs/current/sql-createview.html
	 *
	 * @example
	 * op.createView('active_user', 'SELECT id, email FROM "user" WHERE deleted_at IS NULL', { checkOption: 'LOCAL' });
	 */
	createView(name: string, query: string | SqlFragment, options?: CreateViewOptions): void;
}

export const createView: OperationDefinition<CreateView, CreateViewMethod['createView']> = {
	kind: 'createView',
	summary: 'Create a view.',
	options: viewOptions,

	create(name, query, given, ...rest) {
		check.noMore('createView', rest);
		const { comment, ...options } = check.readOptions('createView', given, viewOptions);
		return {
			kind: 'createView',
			...readView('createView', name, query, options),
			...(comment != null && { comment }),
		};
	},

	reverse: (op) => ({
		operations: [{ kind: 'dropView', view: op.view, ifExists: false, cascade: false, was: bare(op) }],
		removes: op.view,
	}),
};
