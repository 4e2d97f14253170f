import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type MaterializedViewOptions, materializedViewOptions } from '../schema/materialized-view.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, mayHaveBeenThere } from './reversal.ts';

export interface CreateMaterializedView
	extends OperationBase<'createMaterializedView'>,
		Omit<MaterializedViewOptions, 'comment'> {
	readonly view: QualifiedName;
	readonly query: SqlFragment;
	readonly withData: boolean;
	readonly ifNotExists: boolean;
	readonly comment?: string;
}

export interface CreateMaterializedViewOptions extends MaterializedViewOptions {
	readonly schema?: string;
	/** Succeed when a relation of this name is there already, whatever it is. Default `false`. */
	readonly ifNotExists?: boolean;
}

export interface CreateMaterializedViewMethod {
	/**
	 * Create a materialized view: a query whose rows are stored.
	 *
	 * `createIndex` takes its name where a table is asked for.
	 *
	 * @param query - One query; a string is SQL, and `op.readSql()` takes it from a file.
	 * @throws {GenSqlError} SQL_INVALID when the query is no single statement.
	 * @see https://www.postgresql.org/docs/current/sql-creatematerializedview.html
	 *
	 * @example
	 * op.createMaterializedView('message_count', 'SELECT author, count(*) FROM message GROUP BY author');
	 */
	createMaterializedView(name: string, query: string | SqlFragment, options?: CreateMaterializedViewOptions): void;
}

const options = { ...materializedViewOptions, ifNotExists: check.flag };

export const createMaterializedView: OperationDefinition<
	CreateMaterializedView,
	CreateMaterializedViewMethod['createMaterializedView']
> = {
	kind: 'createMaterializedView',
	summary: 'Create a materialized view.',
	options,

	create(name, query, given, ...rest) {
		check.noMore('createMaterializedView', rest);
		const own = check.name(name, 'createMaterializedView: name');
		const sql = check.expression(query, 'createMaterializedView: query');
		const { schema, comment, ...others } = check.readOptions('createMaterializedView', given, options);
		return {
			kind: 'createMaterializedView',
			view: qualified(own, schema),
			query: sql,
			withData: true,
			ifNotExists: false,
			...others,
			...(comment != null && { comment }),
		};
	},

	reverse: (op) =>
		op.ifNotExists
			? mayHaveBeenThere('ifNotExists')
			: {
					operations: [{ kind: 'dropMaterializedView', view: op.view, ifExists: false, cascade: false, was: bare(op) }],
					removes: op.view,
				},
};
