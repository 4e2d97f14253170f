import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { definitionWithQuery, type ViewDefinition } from '../schema/view.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { CreateView } from './create-view.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { restoring } from './replace-view.ts';
import { restoredAlone } from './reversal.ts';

export interface DropView extends OperationBase<'dropView'> {
	readonly view: QualifiedName;
	readonly ifExists: boolean;
	readonly cascade: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateView;
}

export interface DropViewOptions {
	readonly schema?: string;
	/** Succeed when there is no such view. Default `false`. */
	readonly ifExists?: boolean;
	/** Drop what depends on it as well, such as other views. Default `false`. */
	readonly cascade?: boolean;
	/** What it is now: its query, or an object with the query and the options of createView. Undoing the drop needs it. */
	readonly was?: string | SqlFragment | ViewDefinition;
}

export interface DropViewMethod {
	/**
	 * Drop a view.
	 *
	 * Fails when another view or a function depends on it.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-dropview.html
	 *
	 * @example
	 * op.dropView('active_user', { was: 'SELECT id, email FROM "user" WHERE deleted_at IS NULL' });
	 */
	dropView(name: string, options?: DropViewOptions): void;
}

const options = {
	schema: check.name,
	ifExists: check.flag,
	cascade: check.flag,
	was: definitionWithQuery<ViewDefinition>(),
};

export const dropView: OperationDefinition<DropView, DropViewMethod['dropView']> = {
	kind: 'dropView',
	summary: 'Drop a view.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropView', rest);
		const own = check.name(name, 'dropView: name');
		const { schema, was, ...others } = check.readOptions('dropView', given, options);
		const view = qualified(own, schema);
		return {
			kind: 'dropView',
			view,
			ifExists: false,
			cascade: false,
			...others,
			...(was && { was: restoring(view, was) }),
		};
	},

	reverse: (op) => restoredAlone(op, 'the view', 'give { was: its query }'),
};
