import * as check from '../schema/arguments.ts';
import { definitionWithQuery, readView, type View, type ViewDefinition, viewOptions } from '../schema/view.ts';
import type { SqlFragment } from '../sql/sql.ts';
import { type CreateView, type CreateViewOptions, createView } from './create-view.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, inSchema, irreversible, replacedComment, undoneBy, withoutComment } from './reversal.ts';

export interface ReplaceView extends OperationBase<'replaceView'>, View {
	/** Null drops the comment that is there. */
	readonly comment?: string | null;
	/** What it was; undoing the replacement needs it. */
	readonly was?: CreateView;
}

export interface ReplaceViewOptions extends CreateViewOptions {
	/** What it is now: its query, or an object with the query and the options of createView. Undoing the change needs it. */
	readonly was?: string | SqlFragment | ViewDefinition;
}

export interface ReplaceViewMethod {
	/**
	 * Exchange the query and the options of a view, or create it when it is not there.
	 *
	 * What depends on the view and the rights on it stay. The server keeps the columns there are, in name, type and order;
	 * new ones may follow. Other changes need dropView and createView, and so does going back when columns were added. A
	 * comment that is left out stays; an option that is left out goes.
	 *
	 * @param query - One query; a string is SQL, and `op.readSql()` takes it from a file.
	 * @throws {GenSqlError} ARGUMENT_INVALID when a temporary view is given a schema, or a recursive one no columns.
	 * @throws {GenSqlError} SQL_INVALID when the query is no single statement.
	 * @see https://www.postgresql.org/docs/current/sql-createview.html
	 *
	 * @example
	 * op.replaceView('active_user', 'SELECT id, email FROM "user" WHERE plan IS NOT NULL', {
	 *   was: 'SELECT id, email FROM "user"',
	 * });
	 */
	replaceView(name: string, query: string | SqlFragment, options?: ReplaceViewOptions): void;
}

const options = { ...viewOptions, was: definitionWithQuery<ViewDefinition>() };

export const replaceView: OperationDefinition<ReplaceView, ReplaceViewMethod['replaceView']> = {
	kind: 'replaceView',
	summary: 'Exchange the query of a view.',
	options,

	create(name, query, given, ...rest) {
		check.noMore('replaceView', rest);
		const { was, comment, ...others } = check.readOptions('replaceView', given, options);
		const view = readView('replaceView', name, query, others);
		const created = was && restoring(view.view, was);
		return {
			kind: 'replaceView',
			...view,
			...(comment !== undefined && { comment }),
			...(created && { was: comment === undefined ? withoutComment(created) : created }),
		};
	},

	reverse(op) {
		const { was, ...now } = bare(op);
		if (!was) return irreversible('what the view was is not known', 'give { was: its query }');
		return undoneBy({
			...withoutComment(was),
			...replacedComment(now, was),
			kind: 'replaceView',
			was: { ...withoutComment(now), ...(now.comment != null && { comment: now.comment }), kind: 'createView' },
		});
	},
};

/** The view as the call that creates it, which checks what is said of it. */
export const restoring = ({ schema, name }: View['view'], { query, ...options }: ViewDefinition): CreateView =>
	createView.create(name, query, { ...options, ...inSchema(schema) });
