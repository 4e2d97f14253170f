import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible, undoneBy } from './reversal.ts';

export interface DropTableComment extends OperationBase<'dropTableComment'> {
	readonly table: QualifiedName;
	/** The comment there is now; undoing the change needs it. */
	readonly existingComment?: string | null;
}

export interface DropTableCommentOptions {
	readonly schema?: string;
	/** The comment there is now; undoing the change needs it. */
	readonly existingComment?: string | null;
}

export interface DropTableCommentMethod {
	/**
	 * Remove the comment of a table.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-comment.html
	 *
	 * @example
	 * op.dropTableComment('user');
	 */
	dropTableComment(table: string, options?: DropTableCommentOptions): void;
}

const options = { schema: check.name, existingComment: check.textOrNull };

export const dropTableComment: OperationDefinition<DropTableComment, DropTableCommentMethod['dropTableComment']> = {
	kind: 'dropTableComment',
	summary: 'Remove the comment of a table.',
	options,

	create(table, given, ...rest) {
		check.noMore('dropTableComment', rest);
		const own = check.name(table, 'dropTableComment: table');
		const { schema, ...others } = check.readOptions('dropTableComment', given, options);
		return { kind: 'dropTableComment', table: qualified(own, schema), ...others };
	},

	reverse: ({ table, existingComment: before }) =>
		before == null
			? irreversible('the comment is not known', 'give existingComment', table)
			: undoneBy({ kind: 'createTableComment', table, comment: before, existingComment: null }),
};
