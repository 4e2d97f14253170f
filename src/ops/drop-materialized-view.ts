import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { MaterializedViewDefinition } from '../schema/materialized-view.ts';
import { definitionWithQuery } from '../schema/view.ts';
import type { SqlFragment } from '../sql/sql.ts';
import { type CreateMaterializedView, createMaterializedView } from './create-materialized-view.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { inSchema, restoredAlone } from './reversal.ts';

export interface DropMaterializedView extends OperationBase<'dropMaterializedView'> {
	readonly view: QualifiedName;
	readonly ifExists: boolean;
	readonly cascade: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateMaterializedView;
}

export interface DropMaterializedViewOptions {
	readonly schema?: string;
	/** Succeed when there is no such view. Default `false`. */
	readonly ifExists?: boolean;
	/** Drop what depends on it as well, such as other views. Default `false`. */
	readonly cascade?: boolean;
	/** What it is now: its query, or an object with the query and the options of createMaterializedView. Undoing the drop needs it. */
	readonly was?: string | SqlFragment | MaterializedViewDefinition;
}

export interface DropMaterializedViewMethod {
	/**
	 * Drop a materialized view and its indexes.
	 *
	 * Fails when a view or a function depends on it. Undoing the drop runs the query; its indexes are to be dropped, and so
	 * restored, by calls of their own.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-dropmaterializedview.html
	 *
	 * @example
	 * op.dropMaterializedView('message_count', { was: 'SELECT author, count(*) FROM message GROUP BY author' });
	 */
	dropMaterializedView(name: string, options?: DropMaterializedViewOptions): void;
}

const options = {
	schema: check.name,
	ifExists: check.flag,
	cascade: check.flag,
	was: definitionWithQuery<MaterializedViewDefinition>(),
};

export const dropMaterializedView: OperationDefinition<
	DropMaterializedView,
	DropMaterializedViewMethod['dropMaterializedView']
> = {
	kind: 'dropMaterializedView',
	summary: 'Drop a materialized view.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropMaterializedView', rest);
		const own = check.name(name, 'dropMaterializedView: name');
		const { schema, was, ...others } = check.readOptions('dropMaterializedView', given, options);
		return {
			kind: 'dropMaterializedView',
			view: qualified(own, schema),
			ifExists: false,
			cascade: false,
			...others,
			...(was && { was: restoring(own, schema, was) }),
		};
	},

	reverse: (op) => restoredAlone(op, 'the view', 'give { was: its query }'),
};

function restoring(
	name: string,
	schema: string | undefined,
	{ query, ...options }: MaterializedViewDefinition,
): CreateMaterializedView {
	return createMaterializedView.create(name, query, { ...options, ...inSchema(schema) });
}
