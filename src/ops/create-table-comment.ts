import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible, undoneBy } from './reversal.ts';

export interface CreateTableComment extends OperationBase<'createTableComment'> {
	readonly table: QualifiedName;
	readonly comment: string;
	/** The comment there is now; undoing the change needs it. */
	readonly existingComment?: string | null;
}

export interface CreateTableCommentOptions {
	readonly schema?: string;
	/** The comment there is now; undoing the change needs it. */
	readonly existingComment?: string | null;
}

export interface CreateTableCommentMethod {
	/**
	 * Set the comment of a table.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-comment.html
	 *
	 * @example
	 * op.createTableComment('user', 'People who can sign in');
	 */
	createTableComment(table: string, comment: string, options?: CreateTableCommentOptions): void;
}

const options = { schema: check.name, existingComment: check.textOrNull };

export const createTableComment: OperationDefinition<
	CreateTableComment,
	CreateTableCommentMethod['createTableComment']
> = {
	kind: 'createTableComment',
	summary: 'Set the comment of a table.',
	options,

	create(table, comment, given, ...rest) {
		check.noMore('createTableComment', rest);
		const own = check.name(table, 'createTableComment: table');
		const said = check.text(comment, 'createTableComment: comment');
		const { schema, ...others } = check.readOptions('createTableComment', given, options);
		return { kind: 'createTableComment', table: qualified(own, schema), comment: said, ...others };
	},

	reverse({ table, comment, existingComment: before }) {
		if (before === undefined) {
			return irreversible('the comment before is not known', 'give existingComment, null when there is none', table);
		}
		return undoneBy(
			before === null
				? { kind: 'dropTableComment', table, existingComment: comment }
				: { kind: 'createTableComment', table, comment: before, existingComment: comment },
		);
	},
};
